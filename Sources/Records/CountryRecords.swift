package import FollowUpModel
package import ForumKit
import ForumWorkspace
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
        self.assessments = assessments.map { CountryAssessmentRecord(source, forum, $0, $1) }
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
    private let record: AssessmentRecord
    private let forum: ForumSnapshot
    private let commitment: CommitmentIndex

    init(_ source: RecordSource, _ forum: ForumSnapshot, _ commitment: CommitmentIndex, _ assessment: Assessment) {
        record = AssessmentRecord(source, forum, commitment, assessment)
        (self.forum, self.commitment) = (forum, commitment)
    }

    static let schema = RecordSchema<CountryAssessmentRecord>(
        "country-assessment", "A module's reading of a country's place in a commitment, with what the commitment is."
    ) {
        AssessmentRecord.schema.fields { $0.record }
        Field("number", "The forum's own number of the commitment.") { $0.forum.forum[$0.commitment].number }
        Field("title", "What the commitment undertakes.") { $0.forum.forum[$0.commitment].title }
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
