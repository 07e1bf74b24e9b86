import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup explain`: why a cell says what it says.
struct ExplainCommand: PictureCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a country has this word on a line: the whole chain, down to file and line.",
        usage: "followup explain <country or forum> <line> [<option> ...]",
        discussion: """
            For example: followup explain CRI 67.2, or followup explain celac 67.7 for what the members of a forum owe \
            as one. From the cell to the rule that consolidates it, each commitment with \
            its standing and rule, the forum's own word and how it is read, the report and its source; then what was \
            considered and not used.
            """)

    @Argument(
        help: ArgumentHelp("The country, by its alpha-3 code, or a forum as a whole, by its id.", valueName: "country"),
        completion: .countries)
    var country: String

    @Argument(help: ArgumentHelp("The measure or line, such as 67 or 67.2.", valueName: "line"), completion: .lines)
    var line: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    func view(of snapshot: Snapshot, _ texts: Texts) throws -> ExplanationView {
        let target = try snapshot.workspace.framework.target(named: line, texts)
        if !snapshot.countries.contains(where: { isNamed(snapshot.workspace.countries[$0].code) }),
            let forum = snapshot.forums.firstIndex(where: { isNamed($0.forum.definition.id) }),
            let explanation = snapshot.explain(target, ofForum: forum)
        {
            return ExplanationView(explanation: explanation, snapshot: snapshot, texts: texts)
        }
        let country = try CountryArguments.country(country, in: snapshot, texts)
        return ExplanationView(explanation: snapshot.explain(target, country), snapshot: snapshot, texts: texts)
    }

    private func isNamed(_ name: String) -> Bool { name.lowercased() == country.lowercased() }
}

/// What `explain` shows.
struct ExplanationView: PictureView {
    let explanation: Explanation
    let snapshot: Snapshot
    let texts: Texts
    private var country: String {
        switch explanation.subject {
        case .country(let country): snapshot.workspace.countries[country].name.text(for: language)
        case .forum(let place): snapshot.forums[place].shortName(for: language)
        }
    }

    func presentation(limits: [String]) -> Presentation {
        let title = texts[
            .terminalExplainTitle,
            [
                "country": country, "progress": signs.name(explanation.cell.progress),
                "line": framework[explanation.target].id, "title": title(of: explanation.target),
            ]]
        let (used, unused) = (
            explanation.contributions.filter(\.isUsed), explanation.contributions.filter { !$0.isUsed }
        )
        var sections = explanation.parts.isEmpty ? [] : [Presentation.Section(table: partsTable)]
        if !explanation.contributions.isEmpty { sections.append(Presentation.Section(table: table)) }
        sections += used.map(section)
        if !unused.isEmpty || !explanation.notAsked.isEmpty {
            sections.append(Presentation.Section(heading: texts[.consideredNotUsed]))
            sections += unused.map(section)
        }
        if !explanation.notAsked.isEmpty { sections.append(notAsked) }
        let source = snapshot.records
        let contributions = explanation.contributions
        return Presentation(
            title: title, lines: [explanation.summary(of: snapshot, in: texts)] + limits + [consolidation],
            sections: sections, footer: [rejectedRows],
            document: document(
                PicturePage(source: source, content: ExplanationRecord(source, explanation)),
                rows: { contributions.map { ContributionRecord(source, $0) } }))
    }

    /// How the contributions, or the parts of a measure, become one.
    private var consolidation: String {
        let speaking = explanation.parts.count { $0.cell.progress.rank != nil }
        let rule = texts[explanation.rule]
        if speaking > 0 { return texts[.terminalMadeOfParts, ["count": String(speaking), "rule": rule]] }
        let count = explanation.cell.contributions
        return switch count {
        case 0: texts[.terminalNoneCounts, ["kind": signs.name(explanation.cell.progress)]]
        case 1: texts[.terminalOnlyOne]
        default: texts[.terminalConsolidatedBy, ["count": String(count), "rule": rule]]
        }
    }

    /// The lines of a measure, and its own alignments, each with its word.
    private var partsTable: Table {
        Table(explanation.parts) {
            Column(texts[.line]) { Cell(framework[$0.target].id, .bold) }
            Column(texts[.progress]) { signs.cell($0.cell.progress, flags: signs.flags($0.cell)) }
            Column(texts[.terminalNewest]) { $0.cell.newest }
            Column(texts[.contributions]) { $0.cell.contributions }
            Column(texts[.title], .wrappable(minimum: 20)) { part in
                part.target == explanation.target ? texts[.ownAlignments] : title(of: part.target)
            }
        }
    }

    /// All contributions, one row each.
    private var table: Table {
        Table(explanation.contributions) {
            Column(texts[.forum]) { $0.forum.shortName(for: language) }
            Column(texts[.commitment], .shrinkable(minimum: 14)) { Cell($0.commitment.id, .bold) }
            Column(texts[.relation]) { texts[$0.contribution.relation] }
            Column(texts[.standing]) { texts[$0.contribution.standing] }
            Column(texts[.progress], .shrinkable(minimum: 10)) { signs.cell($0.contribution.progress) }
            Column(texts[.terminalNewest]) { $0.contribution.date }
            Column(texts[.weight], .shrinkable(minimum: 6)) { shortUse(of: $0) }
        }
    }

    /// How a contribution is used, for a narrow column: its weight, or the commitment that counts in its place.
    private func shortUse(of item: ExplainedContribution) -> String {
        switch item.use {
        case .counted(let weight): String(weight)
        case .sameEvidence: "= \(item.twin?.id ?? "")"
        case .indication, .silent, .outside: "–"
        }
    }

    /// One commitment with its chain.
    private func section(_ item: ExplainedContribution) -> Presentation.Section {
        let number = item.commitment.number.map { " (\($0))" } ?? ""
        let basis = item.assessment.basis
        var section = Presentation.Section(
            heading: "\(item.forum.shortName(for: language)) · \(item.commitment.id)\(number)")
        section.lines = [item.commitment.title.text(for: language)]
        section.lines += item.alignments.flatMap { alignment in
            let aligned = texts[
                .alignedBy,
                [
                    "target": framework[alignment.target].id, "relation": texts[alignment.relation],
                    "confidence": texts[alignment.confidence], "place": place(alignment.origin),
                ]]
            return [aligned] + (alignment.why.map { ["  " + $0.text(for: language)] } ?? [])
        }
        let (standing, progress) = (texts[item.assessment.standing], signs.name(item.assessment.progress))
        section.lines += [
            texts[
                .standingBecause,
                ["standing": standing, "reason": rule(item.standingRule, basis.standingRule.rawValue)]],
            texts[
                .progressBecause,
                ["progress": progress, "reason": rule(item.progressRule, basis.progressRule.rawValue)]],
        ]
        if let effect = basis.effect { section.lines.append(texts[.takesEffectOn, ["date": effect.description]]) }
        section.lines.append(item.use(in: texts))
        section.lines += item.reports.isEmpty ? ["- \(texts[.noReports])"] : item.reports.flatMap(lines)
        return section
    }

    private func rule(_ rule: ModuleRule?, _ id: String) -> String {
        guard let rule else { return id }
        return rule.text.text(for: language) + (rule.source.map { " (\($0))" } ?? "") + " [\(id)]"
    }

    /// One report: the forum's own words, how the word is read, where it stands, its sources.
    private func lines(of report: ExplainedReport) -> [String] {
        let row = report.row
        var head =
            "- \(texts[row.dateKind]) \(row.date): «\(report.word.word)»"
            + " — \(report.use == .spoke ? texts[.terminalSpoke] : report.use(in: texts)) · \(texts[row.voice])"
            + " · \(texts[.confidence].lowercased()) \(texts[row.confidence])"
        if row.wordGiver == .compiler { head += " · \(texts[.wordChosenByCompiler])" }
        var lines = [head]
        if let wording = report.texts[.wording], wording != report.word.word { lines.append("  “\(wording)”") }
        if report.use == .spoke || report.use == .otherVoice { lines.append("  " + reading(of: report.word)) }
        lines.append("  \(place(report.texts.range))" + (report.texts[.id].map { " · \($0)" } ?? ""))
        lines += report.texts.sources.map { "  \($0)" }
        if let note = report.texts[.note] { lines.append("  (\(note))") }
        return lines
    }

    private func reading(of word: StatusWord) -> String {
        let level = word.progress.map(signs.name) ?? word.standing.map { texts[$0] } ?? "–"
        return texts[
            .terminalReadAs,
            [
                "word": word.text(for: language), "level": level, "fit": word.fit.map { texts[$0] } ?? "–",
                "place": place(word.origin), "reason": word.reason?.text(for: language) ?? "–",
            ]]
    }

    private func place(_ range: SourceRange) -> String { snapshot.workspace.sources.place(range) }

    private var notAsked: Presentation.Section {
        Presentation.Section(
            heading: texts[.terminalNotAsked, ["country": country]],
            lines: explanation.notAsked.map { "- \($0.forum.shortName(for: language)) · \($0.commitment.id)" })
    }
}

extension ExplainedContribution {
    /// Whether it counts in the cell.
    fileprivate var isUsed: Bool {
        if case .counted = use { true } else { false }
    }
}
