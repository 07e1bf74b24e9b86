public import FollowUpModel
import ForumKit
import ForumWorkspace

extension ForumSnapshot {
    /// Until when the forum's data reach: the day that it declares, else the date of its newest report.
    public var dataUntil: PartialDate? { day.dataUntil }
}

/// How much is known of a whole by its parts.
public struct PartCounts: Hashable, Sendable {
    /// How many parts have a level.
    public let known: Int
    /// How many ask the country, or the forum as a whole.
    public let asked: Int

    /// Counts the cells of the parts; nil for what has no parts.
    init?(of parts: some Collection<Cell>) {
        guard !parts.isEmpty else { return nil }
        let asked = parts.filter { $0.addressed > 0 }
        (known, self.asked) = (asked.count { $0.progress.rank != nil }, asked.count)
    }

    /// What stands beside a whole, such as `3/9`; nil where no part asks.
    public var fraction: String? { asked == 0 ? nil : "\(known)/\(asked)" }
}

extension Snapshot {
    /// How many parts of a measure with lines ask the country, and how many of these have a level; nil for what has no parts.
    public func partCounts(_ target: TargetIndex, _ country: CountryIndex) -> PartCounts? {
        PartCounts(of: parts(target, country).map(\.cell))
    }

    /// The same of a country or of a forum as a whole.
    package func partCounts(_ target: TargetIndex, _ subject: CellSubject) -> PartCounts? {
        switch subject {
        case .country(let country): partCounts(target, country)
        case .forum(let place): jointCell(place, target).parts
        }
    }

    /// A measure and its lines; without one, all of the chapters to which any commitment is aligned.
    package func targets(ofMeasure measure: Framework.Measure?) -> [TargetIndex] {
        let framework = workspace.framework
        let all = framework.targets.indices.map(TargetIndex.init)
        if let measure { return all.filter { framework.measure(of: $0).id == measure.id } }
        let chapters = Set(all.filter { alignedCount($0) > 0 }.map { framework.measure(of: $0).chapter })
        return all.filter { chapters.contains(framework.measure(of: $0).chapter) }
    }

    /// The coverage of some targets and countries; a measure with lines stands only for what is aligned to the measure
    /// itself, so that nothing is counted twice.
    package func coverage(of targets: [TargetIndex], countries: [CountryIndex]) -> Coverage {
        Coverage(of: targets.flatMap { target in countries.compactMap { ownCell(target, $0) } })
    }

    /// The cell of what is aligned to a target itself; nil for a measure with lines to which nothing is.
    package func ownCell(_ target: TargetIndex, _ country: CountryIndex) -> Cell? {
        guard let place = countries.firstIndex(of: country) else {
            preconditionFailure("a cell is asked for with a country of the picture")
        }
        let row = cells.own(Int(target.rawValue), isAligned: !alignments[Int(target.rawValue)].isEmpty)
        return row.isEmpty ? nil : row[row.startIndex + place]
    }
}
