package import FollowUpModel
package import ForumKit
package import ForumWorkspace
package import Harmonization

/// One country of the picture.
package struct CountryRecord: Record {
    private let source: RecordSource
    private let country: CountryIndex
    private let targets: [TargetIndex]
    private let owed: [Obligation.State: Int]

    /// Tells a country by its cells of some measures and lines, and how much of what it owes stands how.
    package init(
        _ source: RecordSource, _ country: CountryIndex, _ targets: [TargetIndex], owed: [Obligation.State: Int]
    ) {
        (self.source, self.country, self.targets, self.owed) = (source, country, targets, owed)
    }

    /// How much is known of it, in a sentence or two.
    package var summary: WholeSummary { WholeSummary(of: country, targets, owed: owed, in: source.snapshot) }

    package static let schema = RecordSchema<CountryRecord>("country", "One country of the picture.") {
        Field("country", "Its ISO 3166-1 alpha-3 code.") { $0.source.code($0.country) }
        Field("name", "Its name.") { $0.source.countries[$0.country].name }
        Field("subregion", "The UN M49 code of its subregion.") { $0.source.countries[$0.country].subregion }
        summaryField({ $0.source }) { $0.summary }
        Field("coverage", "How much is known of it.") { row in
            row.source.snapshot.coverage(of: row.targets, countries: [row.country])
        }
        Field("overdue", "How much of what it owes was reported missed.", unit: "obligations") { $0.owed[.missed] ?? 0 }
    }
}

/// What a country is to a forum, and what the forum's commitments say of it.
package struct CountryForumRecord: Record {
    private let source: RecordSource
    private let forum: ForumSnapshot
    private let country: String
    private let assessments: [CountryAssessmentRecord]

    /// Tells what the commitments of a forum say of a country.
    package init(
        _ source: RecordSource, _ forum: ForumSnapshot, _ country: CountryIndex,
        _ assessments: [(CommitmentIndex, Assessment)]
    ) {
        (self.source, self.forum, self.country) = (source, forum, source.code(country))
        self.assessments = assessments.map { commitment, assessment in
            CountryAssessmentRecord(
                record: AssessmentRecord(
                    source: source, forum: forum, commitment: commitment, assessment: assessment))
        }
    }

    package static let schema = RecordSchema<CountryForumRecord>(
        "country-forum", "What a country is to a forum, and what the forum's commitments say of it."
    ) {
        Field("forum", "The forum's id.") { $0.forum.forum.definition.id }
        Field("name", "The forum's name.") { $0.forum.forum.definition.name }
        Field("standing", "What the country is to it; null where it is nothing.") { row in
            row.forum.forum.definition.membership(of: row.country, on: row.source.snapshot.asOf)
        }
        Field("since", "Since when.") { row in
            row.forum.forum.definition.since(of: row.country, on: row.source.snapshot.asOf)
        }
        Field("assessments", "What its commitments that ask the country say.", isInTables: false) { $0.assessments }
    }
}

/// A module's reading of a country's place in a commitment, with what the commitment is.
struct CountryAssessmentRecord: Record {
    let record: AssessmentRecord

    private var commitment: Commitment { record.forum.forum[record.commitment] }

    static let schema = RecordSchema<CountryAssessmentRecord>(
        "country-assessment", "A module's reading of a country's place in a commitment, with what the commitment is."
    ) {
        AssessmentRecord.schema.fields { $0.record }
        Field("number", "The forum's own number of the commitment.") { $0.commitment.number }
        Field("title", "What the commitment undertakes.") { $0.commitment.title }
    }
}

extension ForumSnapshot {
    /// What the commitments that are followed up and ask a country say of it.
    package func assessments(of country: CountryIndex) -> [(CommitmentIndex, Assessment)] {
        forum.commitments.indices.compactMap { place in
            guard forum.commitments[place].isTracked,
                let assessment = assessment(of: country, in: CommitmentIndex(place))
            else { return nil }
            return (CommitmentIndex(place), assessment)
        }
    }
}

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
        source.snapshot.alignments(to: target).map { forum, commitment, alignment in
            AlignmentRecord(
                source: source, forum: forum.definition.id, commitment: commitment.id, alignment: alignment)
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

extension Snapshot {
    /// The alignments to a measure or line itself of commitments that are followed up, forum by forum.
    package func alignments(
        to target: TargetIndex
    ) -> [(forum: LoadedForum, commitment: Commitment, alignment: Alignment)] {
        var found: [(forum: LoadedForum, commitment: Commitment, alignment: Alignment)] = []
        for forum in forums.map(\.forum) {
            for commitment in forum.commitments where commitment.isTracked {
                for alignment in commitment.alignments where alignment.target == target {
                    found.append((forum, commitment, alignment))
                }
            }
        }
        return found
    }
}

extension Framework.Line: Record {
    package static let schema = RecordSchema<Framework.Line>("title", "Something of the framework by its name.") {
        Field("id", "Its id.") { $0.id }
        Field("title", "Its title.") { $0.title }
    }
}
