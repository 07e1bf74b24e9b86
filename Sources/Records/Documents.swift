package import FollowUpModel
package import ForumKit
package import ForumWorkspace
package import Harmonization

/// The fields with which every document of a picture begins.
///
/// - Parameter content: a record whose fields follow: what it tells of itself, such as a forum until when its data reach,
///   is not told of the picture.
package func openingFields<Row: Sendable>(
    before content: RecordDescription? = nil, _ source: @escaping @Sendable (Row) -> RecordSource
) -> [Field<Row>] {
    let told = content?.fields.map(\.name) ?? []
    return [
        Field("as-of", "The date of the picture.") { row in source(row).snapshot.options.asOf },
        Field("data-until", "Until when the data reach; nothing that falls due later is judged.") { row in
            source(row).snapshot.dataUntil
        },
        Field("framework", "The framework that all is aligned to.") { row in source(row).framework.id },
    ].filter { !told.contains($0.description.name) }
}

/// The fields with which every document of a picture ends: what is not in it.
package func closingFields<Row: Sendable>(
    _ source: @escaping @Sendable (Row) -> RecordSource
) -> [Field<Row>] {
    [
        Field("rejected", "How many rows of reports could not be read.", unit: "rows") { row in
            source(row).snapshot.rejected
        },
        Field("failures", "The forums that could not be read.") { row in FailureRecord.all(of: source(row)) },
    ]
}

/// One country across all forums.
package struct CountryDocument: Record {
    private let country: CountryRecord
    private let forums: [CountryForumRecord]
    private let cells: [CellRecord]
    private let obligations: [ObligationRecord]
    private let divergences: [DivergenceRecord]

    /// Tells a country.
    ///
    /// - Parameters:
    ///   - targets: the measures and lines whose cells are told.
    ///   - assessments: what the commitments of a forum that are told of say of the country.
    ///   - owed: what it owes and has not given.
    package init(
        _ source: RecordSource, _ country: CountryRecord, of index: CountryIndex, targets: [TargetIndex],
        assessments: (ForumSnapshot) -> [(CommitmentIndex, Assessment)], owed: some Sequence<DueItem>,
        differing: [DifferingCell]
    ) {
        self.country = country
        forums = source.snapshot.forums.map { CountryForumRecord(source, $0, index, assessments($0)) }
        cells = source.cells(targets, index)
        obligations = owed.map { ObligationRecord(source, $0) }
        divergences = differing.map { DivergenceRecord(source, $0) }
    }

    package static let schema = RecordSchema<CountryDocument>("country-document", "One country across all forums.") {
        CountryRecord.schema.fields { $0.country }
        Field("forums", "What it is to each forum of the picture, and what the commitments that ask it say.") {
            $0.forums
        }
        Field("cells", "Its cells of all measures and lines that a commitment is aligned to.") { $0.cells }
        Field("obligations", "What it owes and has not given, the earliest first.") { $0.obligations }
        Field("divergences", "Where forums or voices differ about it, the widest first.") { $0.divergences }
    }
}

/// One forum with its members, words and rules.
package struct ForumDocument: Record {
    private let forum: ForumRecord
    private let members: [MemberRecord]
    private let words: [StatusWordRecord]
    private let rules: [ForumRule]

    /// Tells a forum of a picture.
    package init(_ source: RecordSource, _ forum: ForumRecord, of loaded: LoadedForum) {
        self.forum = forum
        members = MemberRecord.all(of: loaded.definition, on: source.snapshot.asOf)
        words = StatusWordRecord.all(of: loaded, in: source)
        rules = loaded.definition.rules
    }

    package static let schema = RecordSchema<ForumDocument>(
        "forum-document", "One forum with its members, words and rules."
    ) {
        ForumRecord.schema.fields { $0.forum }
        Field("countries", "Every country that is anything to it.") { $0.members }
        Field("status-words", "Its own words, and how they are read.") { $0.words }
        Field("rules", "Its own rules.") { $0.rules }
    }
}

/// One measure with its lines, and what is aligned to each.
package struct MeasureDocument: Record {
    private let source: RecordSource
    package let record: MeasureRecord
    private let measure: Framework.Measure
    private let countries: [CountryIndex]

    /// Tells a measure by the cells of some countries.
    package init(_ source: RecordSource, _ target: TargetIndex, _ coverage: Coverage, _ countries: [CountryIndex]) {
        self.source = source
        record = MeasureRecord(source, target, coverage, countries)
        measure = source.framework.measure(of: target)
        self.countries = countries
    }

    private func line(_ id: String) -> LineRecord? {
        source.framework.target(id).map { target in
            LineRecord(source, target, countries.map { source.snapshot[target, $0] })
        }
    }

    package static let schema = RecordSchema<MeasureDocument>(
        "measure-document", "One measure with its lines, and what is aligned to each."
    ) {
        MeasureRecord.schema.fields { $0.record }
        Field("whole", "The measure as a whole, with all that its lines say.") { row in row.line(row.measure.id) }
        Field("lines", "Its lines of action.") { row in row.measure.lines.compactMap { row.line($0.id) } }
        Field("targets", "Its targets.") { $0.measure.targets }
        Field("related", "Measures that it has to do with.") { $0.measure.relatedMeasures }
    }
}

extension Framework.RelatedMeasure: Record {
    package static let schema = RecordSchema<Framework.RelatedMeasure>(
        "related-measure", "A measure that another has to do with."
    ) {
        Field("measure", "The other measure.") { $0.to }
        Field("relation", "What they have to do with each other.") { $0.relation }
    }
}

/// The field that says how much is known of a whole, in a sentence or two; empty where no picture was made.
func summaryField<Row: Sendable>(
    _ source: @escaping @Sendable (Row) -> RecordSource?, _ summary: @escaping @Sendable (Row) -> WholeSummary?
) -> Field<Row> {
    Field("summary", "How much is known of it, in a sentence or two.", isInTables: false) { row -> LocalizedText? in
        guard let source = source(row), let summary = summary(row) else { return nil }
        return source.inAllLanguages(summary.text)
    }
}
