import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Localization
import Records

/// `followup due`: who owes what by when.
struct DueCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Who owes what by when: overdue first, then what comes.",
        usage: "followup due [<option> ...]",
        discussion: """
            Due dates are worked out by each forum's own rules, and replaced by the dates that a body has set itself. \
            What is voluntary is never overdue. Without --all, what has been submitted or waived is left out.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    @Option(
        name: .long,
        help: ArgumentHelp("Of what lies ahead only the next months or days, as 6m, 90d or 2y.", valueName: "time"))
    var within: String?

    @Flag(name: .long, help: "Also what has been submitted, reviewed or waived.")
    var all = false

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let isLimited = !countryArguments.country.isEmpty || countryArguments.subregion != nil
        let items = snapshot.obligations(
            of: isLimited ? Set(try countryArguments.countries(of: snapshot, texts)) : nil,
            until: try within.map { try Self.horizon($0, from: snapshot.asOf) })
        let view = DueView(
            snapshot: snapshot, items: all ? items : items.filter(\.obligation.state.isOpen), all: items,
            texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }

    /// The day so long after `day`, from a number and d, w, m or y.
    static func horizon(_ text: String, from day: CalendarDay) throws -> CalendarDay {
        if let unit = text.last, let count = Int(text.dropLast()), (0...100_000).contains(count) {
            switch unit {
            case "d": return day.adding(days: count)
            case "w": return day.adding(days: 7 * count)
            case "m" where count <= 12_000: return day.adding(months: count)
            case "y" where count <= 1_000: return day.adding(months: 12 * count)
            default: break
            }
        }
        throw UsageError("--within has no value '\(text)'", help: "write a number and d, w, m or y, as 6m")
    }
}

extension Obligation.State {
    /// How it looks in a table.
    fileprivate var style: Cell.Style {
        switch self {
        case .overdue: .bad
        case .due: .limited
        case .submitted: .good
        case .upcoming, .reviewedInAbsence, .waived, .announced: .plain
        }
    }
}

/// What `due` shows.
struct DueView {
    let snapshot: Snapshot
    let items: [DueItem]
    /// All obligations, for the counts below the table.
    let all: [DueItem]
    let texts: Texts
    private var language: Language { texts.language }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        var presentation = Presentation(title: texts[.dueTitle], document: document)
        presentation.lines = limits
        presentation.sections = [
            items.isEmpty
                ? Presentation.Section(lines: [texts[.terminalNothingDue]])
                : Presentation.Section(table: table)
        ]
        let counts = Obligation.State.allCases.compactMap { state in
            let count = all.count { $0.obligation.state == state }
            return count == 0 ? nil : "\(count) \(texts[state, count: count])"
        }
        presentation.footer = [
            counts.joined(separator: " · "),
            snapshot.rejected == 0
                ? texts[.noRejectedRows] : texts[.terminalRejectedRows, ["count": String(snapshot.rejected)]],
        ].filter { !$0.isEmpty }
        return presentation
    }

    private func definition(_ item: DueItem) -> ForumDefinition { snapshot.forums[item.forum].forum.definition }

    /// One obligation a row.
    var table: Table {
        var table = Table([
            Table.Column(texts[.deadline]), Table.Column(texts[.status]),
            Table.Column(texts[.country]),
            Table.Column(texts[.forum], .shrinkable(minimum: 6)),
            Table.Column(texts[.commitment], .shrinkable(minimum: 10)),
            Table.Column(texts[.terminalKind], .wrappable(minimum: 12)),
        ])
        for item in items {
            let obligation = item.obligation
            let date = obligation.due?.description
            table.add([
                Cell(date ?? "–"),
                Cell(
                    texts[obligation.state], obligation.state.style),
                Cell(definition(item).parties[obligation.party].id, .bold),
                Cell(definition(item).shortName(for: language)),
                Cell(snapshot.forums[item.forum].forum[item.commitment].id),
                Cell(texts[obligation.kind]),
            ])
        }
        return table
    }

    /// What `--format json` and `--format csv` give.
    private var document: Document {
        let source = snapshot.records
        let records = items.map { ObligationRecord(source, $0) }
        return Document(
            PictureList(source: source, rows: records, coverage: nil), rows: { records },
            in: snapshot.layout(language))
    }
}
