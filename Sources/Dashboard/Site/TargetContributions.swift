import FollowUpModel
import Harmonization

/// What is said of the target whose cells are being written, dealt out to all countries at once.
///
/// A class because it is handed down to each page and keeps the last target's lists; each core has its own.
final class TargetContributions {
    /// What the commitments aligned to a target say of each country of the picture, and how it is used.
    typealias Lists = [[(contribution: Contribution, use: ContributionUse)]]

    private let snapshot: Snapshot
    private var kept: (target: TargetIndex, lists: Lists)?

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// What is said of a target itself.
    subscript(target: TargetIndex) -> Lists {
        if let kept, kept.target == target { return kept.lists }
        let lists = snapshot.contributions(target)
        kept = (target, lists)
        return lists
    }
}
