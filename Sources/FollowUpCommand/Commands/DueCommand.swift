import ArgumentParser
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup due`: who owes what by when.
struct DueCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Who owes what by when, and what is known of it.",
        usage: "followup due [<option> ...]",
        discussion: """
            Due dates are worked out by each forum's own rules, and replaced by the dates that a body has set itself. \
            Overdue is only what a body, another voice or a complete list reports as missed; of other dates that have passed \
            nothing is known. Without --all, what has been met or waived is left out.
            """)

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments
    @OptionGroup var countryArguments: CountryArguments

    @Option(
        help: ArgumentHelp(
            "Of what is to come, only the next days or months, such as 90d, 6m or 2y.", valueName: "time"))
    var within: String?

    @Flag(help: "Show also what has been met or waived.")
    var all = false

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> DueView {
        let isLimited = !countryArguments.country.isEmpty || countryArguments.subregion != nil
        let items = snapshot.obligations(
            of: isLimited ? Set(try countryArguments.countries(of: snapshot, texts)) : nil,
            until: try within.map { try Self.horizon($0, from: snapshot.asOf) })
        return DueView(
            snapshot: snapshot, items: all ? items : items.filter(\.obligation.state.isOpen), all: items, texts: texts)
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
        throw UsageError("--within has no value '\(text)'", help: "write a number and d, w, m or y, such as 6m")
    }
}

extension Obligation.State {
    /// How it looks in a table.
    fileprivate var style: Cell.Style {
        switch self {
        case .missed: .bad
        case .passed: .limited
        case .met: .good
        case .notYetDue, .waived, .notYetKnown: .plain
        }
    }
}

/// What `due` shows.
struct DueView: PictureView {
    let snapshot: Snapshot
    let items: [DueItem]
    /// All obligations, for the counts below the table.
    let all: [DueItem]
    let texts: Texts

    func presentation(limits: [String]) -> Presentation {
        let counts = Obligation.State.allCases.compactMap { state in
            let count = all.count { $0.obligation.state == state }
            return count == 0 ? nil : "\(count) \(texts[state, count: count])"
        }
        let source = snapshot.records
        return Presentation(
            title: texts[.dueTitle], lines: limits,
            sections: [
                items.isEmpty
                    ? Presentation.Section(lines: [texts[.terminalNothingDue]]) : Presentation.Section(table: table)
            ],
            footer: [counts.joined(separator: " · "), rejectedRows].filter { !$0.isEmpty },
            document: document(items.map { ObligationRecord(source, $0) }, coverage: nil))
    }

    private func forum(_ item: DueItem) -> LoadedForum { snapshot.forums[item.forum].forum }

    /// What several parties owe alike: one row, whoever owes it.
    private struct Row {
        var item: DueItem
        var parties: [String]
    }

    /// What is owed alike by the same date, in the order in which it comes.
    private var rows: [Row] {
        var (rows, places): ([Row], [DueItem: Int]) = ([], [:])
        for item in items {
            let party = forum(item).definition.parties[item.obligation.party].id
            var key = item
            (key.obligation.party, key.obligation.report, key.obligation.submitted) = (PartyIndex(0), nil, nil)
            if let place = places[key] {
                rows[place].parties.append(party)
            } else {
                places[key] = rows.count
                rows.append(Row(item: item, parties: [party]))
            }
        }
        return rows
    }

    /// What is owed alike, one row each.
    var table: Table {
        Table(rows) {
            Column(texts[.deadline]) { $0.item.obligation.due?.description ?? "–" }
            Column(texts[.status], .wrappable(minimum: 12)) {
                Cell(texts[$0.item.obligation.state], $0.item.obligation.state.style)
            }
            Column(texts[.country], .wrappable(minimum: 11)) { Cell($0.parties.joined(separator: " "), .bold) }
            Column(texts[.forum], .shrinkable(minimum: 6)) { forum($0.item).definition.shortName(for: language) }
            Column(texts[.commitment], .shrinkable(minimum: 10)) { forum($0.item)[$0.item.commitment].id }
            Column(texts[.terminalKind], .wrappable(minimum: 12)) { texts[$0.item.obligation.kind] }
        }
    }
}
