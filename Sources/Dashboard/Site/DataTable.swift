package import Diagnostics
package import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// A table of the picture's data to take away, in no language.
package enum DataTable: String, Hashable, Sendable, CaseIterable {
    /// Every cell of measures and lines that a commitment is aligned to.
    case cells
    /// What each module says of each commitment and party.
    case assessments
    /// Every report.
    case reports
    /// What every party owes, and what it has submitted.
    case obligations
    /// Every commitment.
    case commitments
    /// What each commitment is aligned to.
    case crosswalk

    /// The names of the columns.
    package var columns: [String] {
        switch self {
        case .cells:
            [
                "country", "target", "progress", "nothing", "lowest", "highest", "divergent", "contradicted", "stale",
                "overdue", "newest", "contributions", "addressed",
            ]
        case .assessments:
            [
                "forum", "commitment", "party", "standing", "standing-rule", "progress", "nothing", "progress-rule",
                "report-date", "overdue",
            ]
        case .reports:
            [
                "forum", "id", "commitment", "party", "status", "read-as", "date", "date-kind", "voice", "given-by",
                "confidence", "wording", "scope", "evidence", "note", "sources",
            ]
        case .obligations:
            [
                "forum", "commitment", "party", "kind", "state", "due-earliest", "due-latest", "submitted", "rule",
            ]
        case .commitments:
            [
                "forum", "id", "number", "title-en", "title-es", "title-pt", "title-fr", "legal-force", "adopted",
                "deadline", "every-months", "followed-up", "confidence", "sources",
            ]
        case .crosswalk: ["forum", "commitment", "target", "relation", "confidence", "note"]
        }
    }

    /// All rows, in stable order.
    package func rows(of picture: Picture) -> [[JSONValue]] {
        (0..<pieceCount(in: picture)).flatMap { rows(of: picture, piece: $0) }
    }

    /// In how many pieces the rows are made: the cells by measure and line, all else by forum.
    private func pieceCount(in picture: Picture) -> Int {
        self == .cells ? picture.targets.count : picture.snapshot.forums.count
    }

    private func rows(of picture: Picture, piece: Int) -> [[JSONValue]] {
        let workspace = picture.snapshot.workspace
        var forum: ForumSnapshot { picture.snapshot.forums[piece] }
        return switch self {
        case .cells: cells(picture, picture.targets[piece])
        case .assessments: assessments(forum, workspace.settings.scale)
        case .reports: reports(forum.forum, workspace.settings.scale)
        case .obligations: picture.owing.items(ofForumAt: piece).map { row($0, forum.forum) }
        case .commitments: forum.forum.commitments.map { row($0, forum.forum) }
        case .crosswalk: crosswalk(forum.forum, workspace.framework)
        }
    }

    private func cells(_ picture: Picture, _ target: TargetIndex) -> [[JSONValue]] {
        let snapshot = picture.snapshot
        let scale = snapshot.workspace.settings.scale
        return zip(snapshot.countries, snapshot.row(target)).map { country, cell in
            [
                .string(snapshot.workspace.countries[country].code),
                .string(snapshot.workspace.framework[target].id), .text(scale.code(of: cell.progress)),
                .text(cell.progress.nothing?.rawValue), .text(cell.spread.map { scale.code(rank: $0.lowerBound) }),
                .text(cell.spread.map { scale.code(rank: $0.upperBound) }), .bool(cell.isDivergent),
                .bool(cell.isContradicted), .bool(cell.isStale), .bool(cell.isOverdue),
                .text(cell.newest?.description), .integer(cell.contributions), .integer(cell.addressed),
            ]
        }
    }

    private func row(_ item: DueItem, _ forum: LoadedForum) -> [JSONValue] {
        let obligation = item.obligation
        return [
            .string(forum.definition.id), .string(forum[item.commitment].id),
            .string(forum.definition.parties[obligation.party].id), .string(obligation.kind.rawValue),
            .string(obligation.state.rawValue), .text(obligation.due?.earliest.description),
            .text(obligation.due?.latest.description), .text(obligation.submitted?.description),
            .string(obligation.rule),
        ]
    }

    private func assessments(_ forum: ForumSnapshot, _ scale: ProgressScale) -> [[JSONValue]] {
        let definition = forum.forum.definition
        return forum.forum.commitments.indices.flatMap { place in
            forum.assessments(of: CommitmentIndex(place)).map { assessment in
                [
                    .string(definition.id), .string(forum.forum.commitments[place].id),
                    .string(definition.parties[assessment.party].id), .string(assessment.standing.rawValue),
                    .string(assessment.basis.standingRule), .text(scale.code(of: assessment.progress)),
                    .text(assessment.progress.nothing?.rawValue), .string(assessment.basis.progressRule),
                    .text(assessment.basis.report.map { forum.forum.reports.dates[Int($0.rawValue)].description }),
                    .bool(assessment.isOverdue),
                ]
            }
        }
    }

    private func reports(_ forum: LoadedForum, _ scale: ProgressScale) -> [[JSONValue]] {
        let words = forum.definition.statusWords
        return (0..<forum.reports.count).map { number in
            let index = ReportIndex(number)
            let row = forum.reports[index]
            let texts = forum.texts(of: index)
            let word = words[Int(row.status.rawValue)]
            return [
                .string(forum.definition.id), .text(texts[.id]), .string(forum[row.commitment].id),
                .string(forum.definition.parties[row.party].id), .string(word.word),
                .text(word.progress.map { scale.code(of: $0) ?? $0.nothing?.rawValue ?? "" }),
                .string(row.date.description), .string(row.dateKind.rawValue), .string(row.voice.rawValue),
                .string(row.wordGiver.rawValue), .string(row.confidence.rawValue), .text(texts[.wording]),
                .text(texts[.scope]), .text(forum.reports.evidenceName(of: index)), .text(texts[.note]),
                .text(texts[.sources]),
            ]
        }
    }

    private func row(_ commitment: Commitment, _ forum: LoadedForum) -> [JSONValue] {
        var (date, months): (PartialDate?, Int?) = (nil, nil)
        switch commitment.deadline?.reading {
        case .date(let day), .horizon(let day): date = day
        case .recurring(let recurrence): (date, months) = (recurrence.anchor, recurrence.months)
        case .unread, nil: break
        }
        return [.string(forum.definition.id), .string(commitment.id), .text(commitment.number)]
            + ModelWords.languages.map { .text(commitment.title[$0]) }
            + [
                .string(commitment.legalForce.rawValue), .text(commitment.adopted?.description),
                .text(date?.description ?? commitment.deadline?.phrase), .count(months), .bool(commitment.isTracked),
                .text(commitment.confidence?.rawValue),
                .text(commitment.sources.isEmpty ? nil : commitment.sources.joined(separator: " | ")),
            ]
    }

    private func crosswalk(_ forum: LoadedForum, _ framework: Framework) -> [[JSONValue]] {
        forum.commitments.flatMap { commitment in
            commitment.alignments.map { alignment in
                [
                    .string(forum.definition.id), .string(commitment.id), .string(framework[alignment.target].id),
                    .string(alignment.relation.rawValue), .string(alignment.confidence.rawValue),
                    .text(alignment.note),
                ]
            }
        }
    }
}

extension DataTable {
    /// In which form a table is taken away.
    package enum Form: String, CaseIterable, Sendable {
        /// By RFC 4180, with a header.
        case csv
        /// A list of objects with the columns as members.
        case json
    }

    /// The table in some forms, in their order.
    ///
    /// Pieces are made and written side by side: a table may have millions of rows.
    package func files(of picture: Picture, in forms: [Form]) -> [[UInt8]] {
        let pieces = parallelMap(pieceCount(in: picture)) { piece in
            let rows = rows(of: picture, piece: piece)
            return forms.map { $0 == .csv ? CSVText.lines(rows) : lines(rows) }
        }
        return forms.indices.map { place in
            let pieces = pieces.map { $0[place] }.filter { !$0.isEmpty }
            switch forms[place] {
            case .csv: return CSVText.lines([columns.map(JSONValue.string)]) + pieces.joined()
            case .json: return [UInt8(ascii: "[")] + pieces.joined(separator: [UInt8(ascii: ",")]) + Array("]\n".utf8)
            }
        }
    }

    /// Rows as objects, with commas between them.
    private func lines(_ rows: [[JSONValue]]) -> [UInt8] {
        let names = columns.map { Array("\"\($0)\":".utf8) }
        var out: [UInt8] = []
        for row in rows {
            if !out.isEmpty { out.append(UInt8(ascii: ",")) }
            out.append(UInt8(ascii: "{"))
            for (place, value) in row.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                out += names[place]
                value.append(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
        return out
    }
}

extension ProgressScale {
    /// The level's id, or that of a step back; nil where nothing is known.
    package func code(of progress: Progress) -> String? { progress.rank.map(code) }

    /// The id of a rank, -1 being a step back.
    package func code(rank: Int) -> String { rank < 0 ? contrary.id : levels[rank].id }
}
