public import FollowUpModel
import ForumKit
import ForumWorkspace

/// What is known of what all members of a forum owe as one; it is charged to none of them.
public struct JointRow: Sendable {
    /// The forum's place in the picture.
    public var forum: Int
    /// The cell of each target that was asked for, in their order.
    public var cells: [Cell]
}

extension Snapshot {
    /// The forums that owe something jointly on some targets, each as a whole.
    public func jointRows(_ targets: [TargetIndex]) -> [JointRow] {
        let owing = forums.indices.filter { place in
            forums[place].forum.commitments.contains { commitment in
                commitment.owed == .jointly && commitment.isTracked
                    && commitment.alignments.contains { alignment in
                        targets.contains { alignment.target == $0 || isLine(alignment.target, of: $0) }
                    }
            }
        }
        return owing.map { place in JointRow(forum: place, cells: targets.map { jointCell($0, ofForumAt: place) }) }
            .filter { row in row.cells.contains { $0.progress != .missing(.notAddressed) } }
    }

    private func isLine(_ line: TargetIndex, of measure: TargetIndex) -> Bool {
        let framework = workspace.framework
        return framework[measure].line == nil && framework.measure(of: line).id == framework[measure].id
    }

    /// The cell of a forum as a whole; that of a measure with lines is made of its parts, as a country's is.
    private func jointCell(_ target: TargetIndex, ofForumAt place: Int) -> Cell {
        let parts = (0...workspace.framework.lineCount(of: target)).map {
            jointContributions(TargetIndex(Int(target.rawValue) + $0), place)
        }
        return consolidated(parts)
    }
}
