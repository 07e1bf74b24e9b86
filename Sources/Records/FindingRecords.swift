package import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization

/// A cell in which forums or voices differ, with the words that do.
package struct DivergenceRecord: Record {
    private let cell: CellRecord
    private let item: DifferingCell

    /// Tells a cell in which forums or voices differ.
    package init(_ source: RecordSource, _ item: DifferingCell) {
        cell = CellRecord(source, item.target, .country(item.country), item.cell, item.witnesses)
        self.item = item
    }

    package static let schema = RecordSchema<DivergenceRecord>(
        "divergence", "A cell in which forums or voices differ, with the words that do."
    ) {
        CellRecord.schema.fields { $0.cell }
        Field("width", "The number of levels between the lowest and the highest.", unit: "levels") { $0.item.width }
        Field("words", "The words that count, each followed by those of other voices that stand against it.") { row in
            row.item.words.map { DifferingWordRecord(source: row.cell.source, word: $0) }
        }
        Field("omitted", "How many more commitments count than those whose words are given.", unit: "commitments") {
            $0.item.omitted
        }
    }
}

/// One word that counts in a cell, or stands against one that does.
struct DifferingWordRecord: Record {
    let source: RecordSource
    let word: DifferingCell.Word

    static let schema = RecordSchema<DifferingWordRecord>(
        "differing-word", "One word that counts in a cell, or stands against one that does."
    ) {
        Field("forum", "The forum's id.") { $0.word.forum.forum.definition.id }
        Field("commitment", "The commitment's id.") { $0.word.commitment.id }
        Field("status", "The forum's own word; null where the module worked the level out.") {
            $0.word.report?.word.word
        }
        Field("level", "The level.", .code(.levels)) { $0.source.scale.code(of: $0.word.progress) }
        Field("date", "The date of the report.") { $0.word.report?.row.date }
        Field("voice", "Whose word it is.") { $0.word.report?.row.voice }
        Field("use", "Whether it speaks.", .code(.reportUses)) { $0.word.report?.use.code }
    }
}

/// A country without a level on a measure or line, or a measure or line that nobody speaks of.
package struct GapRecord: Record {
    private let source: RecordSource
    package let target: TargetIndex
    package let country: CountryIndex?
    package let missing: MissingReason?

    /// The gaps among some targets, target by target.
    package static func all(_ gaps: Gaps, of source: RecordSource) -> [GapRecord] {
        let uncovered = gaps.uncovered.map {
            GapRecord(source: source, target: $0, country: nil, missing: nil)
        }
        let silences = gaps.silences.map {
            GapRecord(source: source, target: $0.target, country: $0.country, missing: $0.kind)
        }
        return (uncovered + silences).sorted { $0.target < $1.target }
    }

    package static let schema = RecordSchema<GapRecord>(
        "gap", "A country without a level on a measure or line, or a measure or line that nobody speaks of."
    ) {
        Field("target", "The measure or line.") { $0.source.id($0.target) }
        Field("country", "The country; null where no commitment is aligned to the measure or line.") { row in
            row.country.map(row.source.code)
        }
        Field("missing", "Why there is no level; null where no commitment is aligned.") { $0.missing }
    }
}

/// What people see of a cell.
package struct LookRecord: Record {
    private let cell: Cell
    private let scale: ProgressScale

    /// Tells what people see of a cell.
    package init(_ cell: Cell, _ scale: ProgressScale) { (self.cell, self.scale) = (cell, scale) }

    package static let schema = RecordSchema<LookRecord>("look", "What people see of a cell.") {
        progressFields({ $0.scale }) { $0.cell.progress }
        markFields { $0.cell }
    }
}

/// Where a cell moved between two pictures.
package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// It has a level where there was none.
    case firstWord = "first-word"
    /// It has a higher level.
    case up
    /// A commitment that it rests on fell, by a word that says so, such as "repealed" or "denounced".
    case stepBack = "step-back"
    /// What it rested on is no longer there, or a newer word says less.
    case withdrawn = "evidence-withdrawn"
    /// It has a lower level though no commitment fell: more of them ask or speak now.
    case moreAsked = "more-asked"
    /// Only its marks, or why there is no level, changed.
    case marks

    /// Whether it has a level where there was none, or a higher one.
    package var isRise: Bool { self == .firstWord || self == .up }

    /// Compares two cells, of which one picture may have none; `fall` says why a level fell or went.
    package init(from old: Cell?, to new: Cell?, fall: () -> Direction) {
        switch (old?.progress.rank, new?.progress.rank) {
        case (nil, nil): self = .marks
        case (nil, _): self = .firstWord
        case (_, nil): self = fall()
        case (let old?, let new?): self = new > old ? .up : new < old ? fall() : .marks
        }
    }
}

extension Snapshot {
    /// Why a cell has a lower level than on an earlier day, or none.
    package func fall(_ target: TargetIndex, _ country: CountryIndex, since day: CalendarDay) -> Direction {
        let parts = parts(target, country).map(\.target)
        var isWithdrawn = false
        for contribution in (parts.isEmpty ? [target] : parts).flatMap({ contributions($0, country) }).map(
            \.contribution)
        {
            let forum = forums[contribution.forum]
            guard let assessment = forum.assessment(of: country, in: contribution.commitment) else { continue }
            let rows = forum.forum.grouping.rows(of: contribution.commitment, party: assessment.party)
            let dates = forum.forum.reports.dates
            let hadWord = rows.contains { row in
                dates[Int(row.rawValue)].hasPassed(by: day) && forum.word(of: row).progress?.rank != nil
            }
            let newer = assessment.basis.report.flatMap { report in
                dates[Int(report.rawValue)].hasPassed(by: day) ? nil : forum.word(of: report)
            }
            if newer?.saysLess == true { return .stepBack }
            let speaksStill = assessment.basis.report != nil && newer == nil && assessment.progress.rank != nil
            if hadWord, !speaksStill { isWithdrawn = true }
        }
        return isWithdrawn ? .withdrawn : .moreAsked
    }
}

extension ForumSnapshot {
    fileprivate func word(of row: ReportIndex) -> StatusWord {
        forum.definition.statusWords[Int(forum.reports.statuses[Int(row.rawValue)].rawValue)]
    }
}

extension StatusWord {
    /// Whether it says that what was reached no longer holds.
    package var saysLess: Bool { claim.stage?.lowers == true || progress == .contrary }
}

/// A cell that two pictures of the same workspace show differently.
package struct MovedCell: Hashable, Sendable {
    /// The measure or line.
    package var target: TargetIndex
    /// The country.
    package var country: CountryIndex
    /// The cell in the older picture.
    package var old: Cell
    /// The cell in the newer picture.
    package var new: Cell

    /// Where it moved.
    package var direction: Direction

    /// Names a cell with both of its states.
    package init(target: TargetIndex, country: CountryIndex, old: Cell, new: Cell, direction: Direction) {
        (self.target, self.country, self.old, self.new) = (target, country, old, new)
        self.direction = direction
    }
}

/// A report of the forum at a place of the picture.
package struct PlacedReport: Hashable, Sendable {
    /// The forum's place.
    package var forum: Int
    /// The report.
    package var report: ReportIndex

    /// Names a report.
    package init(forum: Int, report: ReportIndex) { (self.forum, self.report) = (forum, report) }
}

/// A cell that two pictures of the same workspace show differently, with the reports of the newer one that moved it.
package struct ChangeRecord: Record {
    private let source: RecordSource
    package let moved: MovedCell
    private let reports: [PlacedReport]

    /// Tells a change.
    package init(_ source: RecordSource, _ moved: MovedCell, by reports: [PlacedReport]) {
        (self.source, self.moved, self.reports) = (source, moved, reports)
    }

    package static let schema = RecordSchema<ChangeRecord>(
        "change", "A cell that two pictures of the same workspace show differently."
    ) {
        Field("country", "The country's code.") { $0.source.code($0.moved.country) }
        Field("target", "The measure or line.") { $0.source.id($0.moved.target) }
        Field("direction", "Where it moved.") { $0.moved.direction }
        Field("before", "The cell before.") { LookRecord($0.moved.old, $0.source.scale) }
        Field("after", "The cell after.") { LookRecord($0.moved.new, $0.source.scale) }
        Field("reports", "The reports that moved it.", isInTables: false) { row in
            row.reports.map { ReportRecord(row.source, row.source.snapshot.forums[$0.forum], $0.report) }
        }
    }
}
