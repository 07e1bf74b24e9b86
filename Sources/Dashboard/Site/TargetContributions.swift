import FollowUpModel
import Harmonization
import Synchronization

/// What is said of the target whose cells are being written, dealt out to all countries at once.
///
/// The pages of a site's cells are made target by target, on a few cores at a time; so the last few targets are kept. A
/// class because all cores share it.
final class TargetContributions: Sendable {
    /// What the commitments aligned to a target say of each country of the picture, and how it is used.
    typealias Lists = [[(contribution: Contribution, use: ContributionUse)]]

    private let snapshot: Snapshot
    private let kept = Mutex<[(target: TargetIndex, lists: Lists)]>([])

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// What is said of a target itself.
    subscript(target: TargetIndex) -> Lists {
        if let known = kept.withLock({ $0.first { $0.target == target }?.lists }) { return known }
        let lists = snapshot.contributions(target)
        kept.withLock { kept in
            kept.append((target, lists))
            if kept.count > 2 { kept.removeFirst() }
        }
        return lists
    }
}
