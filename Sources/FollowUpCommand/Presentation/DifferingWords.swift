import Diagnostics
import FollowUpModel
import ForumWorkspace
import Harmonization

/// A cell in which forums or voices differ, with the words that do.
struct DifferingCell {
    /// One word that counts in the cell, or stands against one that does.
    struct Word {
        var forum: LoadedForum
        var commitment: Commitment
        var progress: Progress
        /// The report that said it; nil where the module worked the progress out.
        var report: ExplainedReport?
    }

    var target: TargetIndex
    var country: CountryIndex
    var cell: Harmonization.Cell
    var words: [Word]

    /// The number of levels between the lowest and the highest word.
    var width: Int { cell.spread.map { $0.upperBound - $0.lowerBound } ?? 0 }
}

extension Snapshot {
    /// The cells in which forums or voices differ, the widest spread first.
    ///
    /// A measure with lines is asked only for what is aligned to the measure itself, so that no difference comes twice.
    func differingCells(among targets: [TargetIndex], countries: [CountryIndex]) -> [DifferingCell] {
        let found = targets.flatMap { target in
            countries.compactMap { country -> DifferingCell? in
                guard let cell = ownCell(target, country), cell.isDivergent || cell.isContradicted else { return nil }
                return DifferingCell(
                    target: target, country: country, cell: cell, words: differingWords(target, country))
            }
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element.width, right.element.width)
            return a == b ? left.offset < right.offset : a > b
        }.map(\.element)
    }

    /// The words that count in a cell, each followed by those of other voices.
    private func differingWords(_ target: TargetIndex, _ country: CountryIndex) -> [DifferingCell.Word] {
        explain(target, country).contributions.flatMap { item -> [DifferingCell.Word] in
            guard case .counted = item.use else { return [] }
            let spoke = item.reports.first { $0.use == .spoke }
            let others = item.reports.filter { $0.use == .otherVoice && $0.word.progress?.rank != nil }
            let main = DifferingCell.Word(
                forum: item.forum.forum, commitment: item.commitment, progress: item.contribution.progress,
                report: spoke)
            return [main]
                + others.compactMap { report in
                    report.word.progress.map {
                        DifferingCell.Word(
                            forum: item.forum.forum, commitment: item.commitment, progress: $0, report: report)
                    }
                }
        }
    }
}

/// Shows cells in which forums or voices differ.
struct DifferingWords {
    let cells: [DifferingCell]
    let snapshot: Snapshot
    let signs: Signs
    private var catalogue: Catalogue { signs.catalogue }

    /// One group for each cell, one row for each word.
    var table: Table {
        var table = Table(columns)
        for cell in cells {
            table.addGroup(heading(cell))
            for word in cell.words { table.add(row(word)) }
        }
        return table
    }

    /// One row for each word, with the country and line of its cell: what `--format csv` gives.
    var export: Table {
        var table = Table([Table.Column("country"), Table.Column("line")] + columns)
        for cell in cells {
            let place = [
                Cell(snapshot.workspace.countries[cell.country].code),
                Cell(snapshot.workspace.framework[cell.target].id),
            ]
            for word in cell.words { table.add(place + row(word)) }
        }
        return table
    }

    private var columns: [Table.Column] {
        [
            Table.Column(catalogue.forum, key: "forum"),
            Table.Column(catalogue.commitment, key: "commitment"),
            Table.Column(catalogue.word, key: "word", .wrappable(minimum: 12)),
            Table.Column(catalogue.level, key: "level", .wrappable(minimum: 10)),
            Table.Column(catalogue.date, key: "date"),
            Table.Column(catalogue.voice, key: "voice", .wrappable(minimum: 8)),
        ]
    }

    private func heading(_ cell: DifferingCell) -> String {
        let country = snapshot.workspace.countries[cell.country]
        let framework = snapshot.workspace.framework
        return "\(country.code) \(country.name.text(for: signs.language)) · \(framework[cell.target].id) "
            + "\(signs.mark(cell.cell.progress).trimmingEnd)\(signs.flags(cell.cell)) · "
            + framework.title(of: cell.target).text(for: signs.language)
    }

    private func row(_ word: DifferingCell.Word) -> [Cell] {
        [
            Cell(word.forum.definition.shortName(for: signs.language), export: word.forum.definition.id),
            Cell(word.commitment.id, .bold), Cell(word.report?.word.word ?? "–", export: word.report?.word.word ?? ""),
            Cell(
                "\(signs.mark(word.progress).trimmingEnd) \(signs.name(word.progress))", signs.style(word.progress),
                export: signs.code(word.progress)), Cell(word.report?.row.date),
            Cell(
                word.report.map { catalogue.word(\.voices, $0.row.voice) } ?? "–",
                export: word.report?.row.voice.rawValue ?? ""),
        ]
    }

    /// The list documented for `divergences` and `country --format json`.
    var json: JSONValue {
        .array(
            cells.map { cell in
                let country = snapshot.workspace.countries[cell.country].code
                guard case .object(let members) = cell.cell.json(of: country, signs) else {
                    preconditionFailure("a cell is documented as an object")
                }
                let framework = snapshot.workspace.framework
                return .object(
                    [
                        .init("line", .string(framework[cell.target].id)),
                        .init(
                            "title", .string(framework.title(of: cell.target).text(for: signs.language))),
                    ] + members + [.init("words", .array(cell.words.map(json)))])
            })
    }

    private func json(_ word: DifferingCell.Word) -> JSONValue {
        [
            "forum": .string(word.forum.definition.id), "commitment": .string(word.commitment.id),
            "word": .text(word.report?.word.word), "progress": .string(signs.code(word.progress)),
            "date": .text(word.report?.row.date.description), "voice": .text(word.report?.row.voice.rawValue),
            "use": .text(word.report?.use.code),
        ]
    }
}
