package import FollowUpModel
import ForumWorkspace
package import Harmonization

/// What all forums together, or one of them, say of a country, or of a forum as a whole, and a measure or line.
package struct CellRecord: Record {
    let source: RecordSource
    package let target: TargetIndex
    package let subject: CellSubject
    package let cell: Cell
    let witnesses: Witnesses

    /// Tells a cell.
    package init(
        _ source: RecordSource, _ target: TargetIndex, _ subject: CellSubject, _ cell: Cell, _ witnesses: Witnesses
    ) {
        (self.source, self.target, self.subject, self.cell) = (source, target, subject, cell)
        self.witnesses = witnesses
    }

    package static let schema = RecordSchema<CellRecord>(
        "cell",
        "What all forums together, or one of them, say of a country, or of a forum as a whole, and a measure or line."
    ) {
        Field("country", "Whom it is about: an ISO 3166-1 alpha-3 code; null for a forum as a whole.") { row in
            row.subject.country.map(row.source.code)
        }
        Field("target", "The measure or line.") { $0.source.id($0.target) }
        Field("measure", "The measure that it is or belongs to.") { $0.source.framework.measure(of: $0.target).id }
        progressFields({ $0.source.scale }) { $0.cell.progress }
        Field("lowest", "The lowest level that any forum or voice gives.", .code(.levels)) { row in
            row.cell.spread.map { row.source.scale.id(ofRank: $0.lowerBound) }
        }
        Field("highest", "The highest level that any forum or voice gives.", .code(.levels)) { row in
            row.cell.spread.map { row.source.scale.id(ofRank: $0.upperBound) }
        }
        markFields { $0.cell }
        Field("newest", "The date of the newest report that counts.") { $0.cell.newest }
        Field(
            "contributions", "How many commitments speak of progress, the same evidence counted once.",
            unit: "commitments"
        ) {
            $0.cell.contributions
        }
        Field(
            "addressed", "How many commitments ask the country, whether or not anybody reported.", unit: "commitments"
        ) {
            $0.cell.addressed
        }
        Field("voices", "Whose words count, in the order of the alphabet.", .list(.code(Voice.codes))) {
            $0.witnesses.voices
        }
        Field("confidence", "How sure the surest of the reports is that count.") { $0.witnesses.confidence }
        Field("data-until", "Until when the data of the picture reach.") { $0.source.snapshot.dataUntil }
        Field("parts", "Of a measure with lines: how many of the parts that ask the country have a level.") { row in
            row.source.snapshot.partCounts(row.target, row.subject).map { PartsRecord(counts: $0) }
        }
        Field("joint-forum", "The forum whose members owe it as one, where it is about none of them.") { row in
            row.source.forum(row.subject)
        }
    }
}

/// The fields that tell what makes a cell worth a second look.
func markFields<Row: Sendable>(_ cell: @escaping @Sendable (Row) -> Cell) -> [Field<Row>] {
    [
        Field("divergent", "Whether forums differ by as many levels as the workspace sets.") { cell($0).isDivergent },
        Field("contradicted", "Whether the voices within one commitment differ by as much.") {
            cell($0).isContradicted
        },
        Field("stale", "Whether the newest report is older than the workspace's limit.") { cell($0).isStale },
        Field("overdue", "Whether somebody reports that a deadline of a commitment was missed.") { cell($0).isOverdue },
    ]
}

/// How many parts of a measure that ask the country have a level.
struct PartsRecord: Record {
    let counts: PartCounts

    static let schema = RecordSchema<PartsRecord>(
        "parts", "How many parts of a measure that ask the country have a level."
    ) {
        Field("known", "How many have a level.", unit: "parts") { $0.counts.known }
        Field(
            "count", "How many ask the country: lines, and the measure itself where a commitment is aligned to it.",
            unit: "parts"
        ) {
            $0.counts.asked
        }
    }
}

extension RecordSource {
    /// The cells of a target and some countries.
    package func cells(_ target: TargetIndex, _ countries: [CountryIndex]) -> [CellRecord] {
        let witnesses = snapshot.witnesses(target)
        return countries.map { country in
            let place = snapshot.countries.firstIndex(of: country) ?? 0
            return CellRecord(self, target, .country(country), snapshot[target, country], witnesses[place])
        }
    }

    /// The cells of a target and the forums whose members owe something as one.
    package func jointCells(_ target: TargetIndex) -> [CellRecord] {
        snapshot.jointCells(target).map { CellRecord(self, target, .forum($0.forum), $0.cell, $0.witnesses) }
    }

    /// The id of a forum that a cell is about; nil for a country.
    func forum(_ subject: CellSubject) -> String? {
        if case .forum(let place) = subject { snapshot.forums[place].forum.definition.id } else { nil }
    }

    /// The cells of a country and some targets.
    package func cells(_ targets: [TargetIndex], _ country: CountryIndex) -> [CellRecord] {
        targets.map { target in
            CellRecord(
                self, target, .country(country), snapshot[target, country], Witnesses(in: snapshot, target, country))
        }
    }
}
