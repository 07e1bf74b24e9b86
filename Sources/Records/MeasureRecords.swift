package import FollowUpModel
import ForumWorkspace
package import Harmonization

/// One measure of the framework.
package struct MeasureRecord: Record {
    private let source: RecordSource
    private let target: TargetIndex
    private let coverage: Coverage
    private let countries: [CountryIndex]

    /// Tells a measure by its cells of some countries.
    package init(
        _ source: RecordSource, _ target: TargetIndex, _ coverage: Coverage, _ countries: [CountryIndex]
    ) {
        (self.source, self.target, self.coverage, self.countries) = (source, target, coverage, countries)
    }

    /// How much is known of it, in a sentence or two.
    package var summary: WholeSummary { WholeSummary(of: target, countries, in: source.snapshot) }

    private var measure: Framework.Measure { source.framework.measure(of: target) }

    package static let schema = RecordSchema<MeasureRecord>("measure", "One measure of the framework.") {
        Field("measure", "Its id.") { $0.measure.id }
        Field("code", "Its id with its chapter.") { $0.measure.code }
        Field("chapter", "The chapter that it stands in.") { $0.measure.chapter }
        Field("title", "Its title.") { $0.measure.title }
        Field("gist", "What it asks, in one sentence.", isInTables: false) { $0.measure.gist }
        summaryField({ $0.source }) { $0.summary }
        Field("partial", "Whether only a part of its text is declared.") { $0.measure.isPartial }
        Field("gaps", "What of it is not declared.", isInTables: false) { $0.measure.gaps }
        Field("line-count", "How many lines of action it has.", unit: "lines") { $0.measure.lines.count }
        Field(
            "alignment-count", "How many alignments of commitments it has, those of its lines among them.",
            unit: "alignments"
        ) {
            $0.source.snapshot.alignedCount($0.target)
        }
        Field("forums", "The forums that have a commitment aligned to it.") { row in
            row.source.snapshot.forums(alignedTo: row.target).map {
                row.source.snapshot.forums[$0].forum.definition.id
            }
        }
        Field("coverage", "How much is known of it.") { $0.coverage }
    }
}

/// A line of a measure, or the measure as a whole: how the countries stand, and what is aligned to it.
package struct LineRecord: Record {
    private let source: RecordSource
    private let target: TargetIndex
    private let tally: Tally
    private let coverage: Coverage

    /// Tells a line by the cells of some countries.
    package init(_ source: RecordSource, _ target: TargetIndex, _ cells: [Cell]) {
        (self.source, self.target, coverage) = (source, target, Coverage(of: cells))
        tally = Tally(of: cells, in: source.snapshot)
    }

    private var alignments: [AlignmentRecord] {
        source.snapshot.forums.flatMap { forum in
            forum.forum.commitments.filter(\.isTracked).flatMap { commitment in
                commitment.alignments.filter { $0.target == target }
                    .map { AlignmentRecord(source, forum.forum.definition.id, commitment.id, $0) }
            }
        }
    }

    package static let schema = RecordSchema<LineRecord>(
        "line", "A line of a measure, or the measure as a whole, and how the countries stand."
    ) {
        Field("target", "Its id.") { $0.source.id($0.target) }
        Field("title", "Its title.") { $0.source.framework.title(of: $0.target) }
        countFields("countries", unit: "countries") { ($0.tally, $0.source.scale) }
        Field("overdue", "For how many countries a deadline has passed.", unit: "countries") { $0.tally.overdue }
        Field("coverage", "How much is known of it.") { $0.coverage }
        Field("alignments", "The commitments aligned to it itself.", isInTables: false) { $0.alignments }
    }
}

extension Framework.Line: Record {
    package static let schema = RecordSchema<Framework.Line>("title", "Something of the framework by its name.") {
        Field("id", "Its id.") { $0.id }
        Field("title", "Its title.") { $0.title }
    }
}
