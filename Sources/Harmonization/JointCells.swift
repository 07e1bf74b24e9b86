public import FollowUpModel
import ForumKit
import ForumWorkspace

/// What is known of what all members of a forum owe as one; it is charged to none of them.
public struct JointRow: Sendable {
    /// The forum's place in the picture.
    public var forum: Int
    /// The cell of each target that was asked for, in their order.
    public var cells: [Cell]
    /// How much is known of each that has parts.
    public var parts: [PartCounts?]
    /// Who gave the words of each cell.
    package var witnesses: [Witnesses]
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
        return owing.map { jointRow($0, targets) }
            .filter { row in row.cells.contains { $0.progress != .missing(.notAddressed) } }
    }

    private func isLine(_ line: TargetIndex, of measure: TargetIndex) -> Bool {
        let framework = workspace.framework
        return framework[measure].line == nil && framework.measure(of: line).id == framework[measure].id
    }

    /// The row of a forum as a whole; the cell of a measure with lines is made of its parts, as a country's is.
    private func jointRow(_ place: Int, _ targets: [TargetIndex]) -> JointRow {
        var row = JointRow(forum: place, cells: [], parts: [], witnesses: [])
        for target in targets {
            let parts = (0...workspace.framework.lineCount(of: target)).map {
                jointContributions(TargetIndex(Int(target.rawValue) + $0), place)
            }
            row.cells.append(consolidated(parts))
            row.parts.append(parts.count == 1 ? nil : PartCounts(of: parts.map { consolidated([$0]) }))
            row.witnesses.append(parts.reduce(into: Witnesses()) { $0.add(Witnesses(of: used($1[...]))) })
        }
        return row
    }
}
