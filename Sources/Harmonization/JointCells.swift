public import FollowUpModel
import ForumKit
import ForumWorkspace

/// Whom a cell is about.
public enum CellSubject: Hashable, Sendable {
    /// A country of the picture.
    case country(CountryIndex)
    /// The forum at a place of the picture, of what its members owe as one.
    case forum(Int)

    /// The country; nil for a forum.
    public var country: CountryIndex? { if case .country(let country) = self { country } else { nil } }
}

/// What is known of what all members of a forum owe as one on a measure or line; it is charged to none of them.
public struct JointCell: Sendable {
    /// The forum's place in the picture.
    public var forum: Int
    /// The measure or line.
    public var target: TargetIndex
    /// What is known.
    public var cell: Cell
    /// How much is known of it, where it has parts.
    public var parts: PartCounts?
    /// Who gave the words.
    package var witnesses: Witnesses
}

/// What a forum as a whole has on several measures and lines.
public struct JointRow: Sendable {
    /// The forum's place in the picture.
    public var forum: Int
    /// The cell of each target that was asked for, in their order.
    public var cells: [JointCell]
}

extension Snapshot {
    /// The cells of the forums that owe something jointly on a target, each as a whole.
    public func jointCells(_ target: TargetIndex) -> [JointCell] {
        let owing = places(ofTargetsIn: target).flatMap { place in
            alignments[place].filter { forums[$0.forum].forum[$0.commitment].owed == .jointly }.map(\.forum)
        }
        return Set(owing).sorted().map { jointCell($0, target) }
            .filter { $0.cell.progress != .missing(.notAddressed) }
    }

    /// The forums that owe something jointly on some targets, each as a whole.
    public func jointRows(_ targets: [TargetIndex]) -> [JointRow] {
        let owing = Set(targets.flatMap(jointCells).map(\.forum)).sorted()
        return owing.map { place in JointRow(forum: place, cells: targets.map { jointCell(place, $0) }) }
    }

    /// The cell of a forum as a whole; that of a measure with lines is made of its parts, as a country's is.
    func jointCell(_ place: Int, _ target: TargetIndex) -> JointCell {
        let parts = places(ofTargetsIn: target).map { jointContributions(TargetIndex($0), place) }
        return JointCell(
            forum: place, target: target, cell: consolidated(parts),
            parts: parts.count == 1 ? nil : PartCounts(of: parts.map { consolidated([$0]) }),
            witnesses: parts.reduce(into: Witnesses()) { $0.add(Witnesses(of: used($1[...]))) })
    }

    /// Explains what a forum says of itself as a whole; nil where its members owe nothing as one on the target.
    public func explain(_ target: TargetIndex, ofForum place: Int) -> Explanation? {
        let (cell, targets) = (jointCell(place, target).cell, places(ofTargetsIn: target))
        guard cell.progress != .missing(.notAddressed) else { return nil }
        let aligned = alignments[Int(target.rawValue)].filter { isJoint($0, place) }
        let assessments = aligned.flatMap { forums[place].assessments(of: $0.commitment) }
        let all = used(jointContributions(target, place)[...])
        let parts = targets.count == 1 ? [] : targets.map { ($0, jointContributions(TargetIndex($0), place)) }
        return Explanation(
            target: target, subject: .forum(place), cell: cell, rule: rule,
            parts: parts.filter { !$1.isEmpty }.map { (TargetIndex($0), consolidated([$1])) },
            contributions: all.indices.map { explain($0, among: all, target, assessments[$0]) }, omitted: 0,
            notAsked: [])
    }

    /// Who gave the words of a cell, or of what is aligned to the target itself.
    package func witnesses(_ target: TargetIndex, _ subject: CellSubject, isPart: Bool) -> Witnesses {
        switch subject {
        case .country(let country):
            isPart ? Witnesses(of: contributions(target, country)) : Witnesses(in: self, target, country)
        case .forum(let place):
            isPart
                ? Witnesses(of: used(jointContributions(target, place)[...])) : jointCell(place, target).witnesses
        }
    }

    private func isJoint(_ aligned: AlignedCommitment, _ place: Int) -> Bool {
        aligned.forum == place && forums[place].forum[aligned.commitment].owed == .jointly
    }
}
