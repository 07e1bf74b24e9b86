import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// Writes the rows of the tables of data, their fields in the order of ``DataTable/columns``.
struct TableRows: ~Copyable {
    private let picture: Picture
    private let framework: Framework
    private let scale: ProgressScale
    /// Where the fields go.
    private(set) var writer: TableWriter

    init(_ picture: Picture, _ writer: consuming TableWriter) {
        self.picture = picture
        self.writer = writer
        framework = picture.snapshot.workspace.framework
        scale = picture.snapshot.workspace.settings.scale
    }

    /// Writes the rows of one piece of a table, see ``DataTable/write(_:in:to:)``.
    mutating func write(_ table: DataTable, piece: Int) {
        var forum: ForumSnapshot { picture.snapshot.forums[piece] }
        switch table {
        case .cells: cells(picture.targets[piece])
        case .assessments: assessments(forum)
        case .reports: reports(forum.forum)
        case .obligations: obligations(picture.owing.items(ofForumAt: piece), forum.forum)
        case .commitments: commitments(forum.forum)
        case .crosswalk: crosswalk(forum.forum)
        }
    }

    private mutating func cells(_ target: TargetIndex) {
        let snapshot = picture.snapshot
        for (country, cell) in zip(snapshot.countries, snapshot.row(target)) {
            writer.add(snapshot.workspace.countries[country].code)
            writer.add(framework[target].id)
            writer.add(scale.code(of: cell.progress))
            writer.add(cell.progress.nothing?.rawValue)
            writer.add(cell.spread.map { scale.code(rank: $0.lowerBound) })
            writer.add(cell.spread.map { scale.code(rank: $0.upperBound) })
            writer.add(cell.isDivergent)
            writer.add(cell.isContradicted)
            writer.add(cell.isStale)
            writer.add(cell.isOverdue)
            writer.add(cell.newest)
            writer.add(cell.contributions)
            writer.add(cell.addressed)
            writer.endRow()
        }
    }

    private mutating func assessments(_ forum: ForumSnapshot) {
        let definition = forum.forum.definition
        let dates = forum.forum.reports.dates
        for (place, commitment) in forum.forum.commitments.enumerated() {
            for assessment in forum.assessments(of: CommitmentIndex(place)) {
                writer.add(definition.id)
                writer.add(commitment.id)
                writer.add(definition.parties[assessment.party].id)
                writer.add(assessment.standing.rawValue)
                writer.add(assessment.basis.standingRule)
                writer.add(scale.code(of: assessment.progress))
                writer.add(assessment.progress.nothing?.rawValue)
                writer.add(assessment.basis.progressRule)
                writer.add(assessment.basis.report.map { dates[Int($0.rawValue)] })
                writer.add(assessment.isOverdue)
                writer.endRow()
            }
        }
    }

    private mutating func reports(_ forum: LoadedForum) {
        let words = forum.definition.statusWords
        let commitments = forum.commitments.map(\.id)
        for index in (0..<forum.reports.count).map(ReportIndex.init) {
            let row = forum.reports[index]
            let texts = forum.values(of: index)
            let word = words[Int(row.status.rawValue)]
            writer.add(forum.definition.id)
            writer.add(texts[.id])
            writer.add(commitments[Int(row.commitment.rawValue)])
            writer.add(forum.definition.parties[row.party].id)
            writer.add(word.word)
            writer.add(word.progress.map { scale.code(of: $0) ?? $0.nothing?.rawValue ?? "" })
            writer.add(row.date)
            writer.add(row.dateKind.rawValue)
            writer.add(row.voice.rawValue)
            writer.add(row.wordGiver.rawValue)
            writer.add(row.confidence.rawValue)
            writer.add(texts[.wording])
            writer.add(texts[.scope])
            writer.add(forum.reports.evidenceName(of: index))
            writer.add(texts[.note])
            writer.add(texts[.sources])
            writer.endRow()
        }
    }

    private mutating func obligations(_ items: some Sequence<DueItem>, _ forum: LoadedForum) {
        let commitments = forum.commitments.map(\.id)
        for item in items {
            let obligation = item.obligation
            writer.add(forum.definition.id)
            writer.add(commitments[Int(item.commitment.rawValue)])
            writer.add(forum.definition.parties[obligation.party].id)
            writer.add(obligation.kind.rawValue)
            writer.add(obligation.state.rawValue)
            writer.add(obligation.due?.earliest)
            writer.add(obligation.due?.latest)
            writer.add(obligation.submitted)
            writer.add(obligation.rule)
            writer.endRow()
        }
    }

    private mutating func commitments(_ forum: LoadedForum) {
        for commitment in forum.commitments { self.commitment(commitment, of: forum.definition.id) }
    }

    private mutating func commitment(_ commitment: Commitment, of forum: String) {
        var (date, months): (PartialDate?, Int?) = (nil, nil)
        switch commitment.deadline?.reading {
        case .date(let day), .horizon(let day): date = day
        case .recurring(let recurrence): (date, months) = (recurrence.anchor, recurrence.months)
        case .unread, nil: break
        }
        writer.add(forum)
        writer.add(commitment.id)
        writer.add(commitment.number)
        for language in ModelWords.languages { writer.add(commitment.title[language]) }
        writer.add(commitment.legalForce.rawValue)
        writer.add(commitment.adopted)
        writer.add(date?.description ?? commitment.deadline?.phrase)
        writer.add(months)
        writer.add(commitment.isTracked)
        writer.add(commitment.confidence?.rawValue)
        writer.add(commitment.sources.isEmpty ? nil : commitment.sources.joined(separator: " | "))
        writer.endRow()
    }

    private mutating func crosswalk(_ forum: LoadedForum) {
        for commitment in forum.commitments {
            for alignment in commitment.alignments {
                writer.add(forum.definition.id)
                writer.add(commitment.id)
                writer.add(framework[alignment.target].id)
                writer.add(alignment.relation.rawValue)
                writer.add(alignment.confidence.rawValue)
                writer.add(alignment.note)
                writer.endRow()
            }
        }
    }
}
