import ArgumentParser
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// `followup explain`: why a cell says what it says.
struct ExplainCommand: FollowUpSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a country has this word on a line: the whole chain, down to file and line.",
        usage: "followup explain <country> <line> [<option> ...]",
        discussion: """
            For example: followup explain CRI 67.2. From the cell to the rule that consolidates it, each commitment with \
            its standing and rule, the forum's own word and how it is read, the report and its source; then what was \
            considered and not used.
            """)

    @Argument(help: ArgumentHelp("The country, by its alpha-3 code.", valueName: "country"), completion: .countries)
    var country: String

    @Argument(help: ArgumentHelp("The measure or line, as 67 or 67.2.", valueName: "line"), completion: .lines)
    var line: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var arguments: SnapshotArguments

    func run(in environment: CommandEnvironment) throws -> ExitStatus {
        let texts = try workspaceOptions.texts(in: environment)
        let workspace = try workspaceOptions.load(in: environment)
        let snapshot = try arguments.snapshot(of: workspace, in: environment, texts)
        let view = ExplanationView(
            explanation: snapshot.explain(
                try Self.target(line, in: workspace.framework, texts),
                try CountryArguments.country(country, in: snapshot, texts)),
            snapshot: snapshot, texts: texts)
        let presentation = view.presentation(limits: arguments.description(snapshot, texts))
        return workspaceOptions.show(presentation, of: snapshot, in: environment, texts)
    }

    /// The measure or line that a person names, with or without the chapter's letter.
    static func target(_ name: String, in framework: Framework, _ texts: Texts) throws -> TargetIndex {
        let plain =
            name.split(separator: ".", maxSplits: 1).first.flatMap {
                framework.chapters.map(\.id).contains($0.uppercased()) ? String(name.dropFirst($0.count + 1)) : nil
            } ?? name
        if let target = framework.target(plain) { return target }
        throw UsageError.unknown(
            texts[.unknownTarget, ["name": name]], plain, in: framework.targets.map(\.id), texts)
    }
}

/// What `explain` shows.
struct ExplanationView {
    let explanation: Explanation
    let snapshot: Snapshot
    let texts: Texts
    var language: Language { texts.language }
    var signs: Signs { Signs(scale: snapshot.workspace.settings.scale, texts: texts) }
    var country: Country { snapshot.workspace.countries[explanation.country] }
    var target: Framework.Target { snapshot.workspace.framework[explanation.target] }

    /// The presentation, in every format.
    func presentation(limits: [String]) -> Presentation {
        let title = texts[
            .terminalExplainTitle,
            [
                "country": country.name.text(for: language), "progress": signs.name(explanation.cell.progress),
                "line": target.id,
                "title": snapshot.workspace.framework.title(of: explanation.target).text(for: language),
            ]]
        var presentation = Presentation(title: title, document: document)
        presentation.lines = limits + [consolidation]
        let (used, unused) = (
            explanation.contributions.filter(\.isUsed), explanation.contributions.filter { !$0.isUsed }
        )
        presentation.sections = explanation.parts.isEmpty ? [] : [Presentation.Section(table: partsTable)]
        if !explanation.contributions.isEmpty {
            presentation.sections.append(Presentation.Section(table: table))
        }
        presentation.sections += used.map(section)
        if !unused.isEmpty || !explanation.notAsked.isEmpty {
            presentation.sections.append(Presentation.Section(heading: texts[.consideredNotUsed]))
            presentation.sections += unused.map(section)
        }
        if !explanation.notAsked.isEmpty { presentation.sections.append(notAsked) }
        presentation.footer = [
            snapshot.rejected == 0
                ? texts[.noRejectedRows] : texts[.terminalRejectedRows, ["count": String(snapshot.rejected)]]
        ]
        return presentation
    }

    private var document: Document {
        let source = snapshot.records
        let contributions = explanation.contributions
        return Document(
            ExplainDocument(source: source, explanation: ExplanationRecord(source, explanation)),
            rows: { contributions.map { ContributionRecord(source, $0) } }, in: snapshot.layout(language))
    }

    /// How the contributions, or the parts of a measure, become one.
    private var consolidation: String {
        let speaking = explanation.parts.filter { $0.cell.progress.rank != nil }.count
        if speaking > 0 {
            return texts[
                .terminalMadeOfParts,
                ["count": String(speaking), "rule": texts[explanation.rule]]]
        }
        return contributionsBecomeOne
    }

    /// The lines of a measure, and its own alignments, each with its word.
    private var partsTable: Table {
        var table = Table([
            Table.Column(texts[.line]), Table.Column(texts[.progress]),
            Table.Column(texts[.terminalNewest]),
            Table.Column(texts[.contributions], alignment: .right),
            Table.Column(texts[.title], .wrappable(minimum: 20)),
        ])
        let framework = snapshot.workspace.framework
        for (part, cell) in explanation.parts {
            let isOwn = part == explanation.target
            table.add([
                Cell(framework[part].id, .bold),
                Cell(
                    "\(signs.mark(cell.progress))\(signs.flags(cell)) \(signs.name(cell.progress))",
                    signs.style(cell.progress)),
                Cell(cell.newest?.description ?? "–"),
                Cell(count: cell.contributions),
                Cell(isOwn ? texts[.ownAlignments] : framework.title(of: part).text(for: language)),
            ])
        }
        return table
    }

    private var contributionsBecomeOne: String {
        switch explanation.cell.contributions {
        case 0:
            texts[.terminalNoneCounts, ["kind": signs.name(explanation.cell.progress)]]
        case 1: texts[.terminalOnlyOne]
        default:
            texts[
                .terminalConsolidatedBy,
                [
                    "count": String(explanation.cell.contributions),
                    "rule": texts[explanation.rule],
                ]]
        }
    }

    /// All contributions, one row each: what `--format csv` gives.
    private var table: Table {
        var table = Table([
            Table.Column(texts[.forum]),
            Table.Column(texts[.commitment], .shrinkable(minimum: 14)),
            Table.Column(texts[.relation]), Table.Column(texts[.standing]),
            Table.Column(texts[.progress], .shrinkable(minimum: 10)),
            Table.Column(texts[.terminalNewest]),
            Table.Column(texts[.weight], .shrinkable(minimum: 6)),
        ])
        for item in explanation.contributions {
            let contribution = item.contribution
            table.add([
                Cell(item.forum.forum.definition.shortName(for: language)),
                Cell(item.commitment.id, .bold),
                Cell(texts[contribution.relation]),
                Cell(texts[contribution.standing]),
                Cell(
                    "\(signs.mark(contribution.progress)) \(signs.name(contribution.progress))",
                    signs.style(contribution.progress)),
                Cell(contribution.date?.description ?? "–"),
                Cell(shortUse(of: item)),
            ])
        }
        return table
    }

    /// How a contribution is used, for a narrow column: its weight, or the commitment that counts in its place.
    private func shortUse(of item: ExplainedContribution) -> String {
        switch item.use {
        case .counted(let weight): String(weight)
        case .sameEvidence: "= \(item.twin?.id ?? "")"
        case .silent, .outside: "–"
        }
    }

    /// One commitment with its chain.
    private func section(_ item: ExplainedContribution) -> Presentation.Section {
        let forum = item.forum.forum.definition
        let number = item.commitment.number.map { " (\($0))" } ?? ""
        var section = Presentation.Section(
            heading: "\(forum.shortName(for: language)) · \(item.commitment.id)\(number)")
        section.lines.append(item.commitment.title.text(for: language))
        section.lines += item.alignments.map { alignment in
            texts[
                .alignedBy,
                [
                    "target": snapshot.workspace.framework[alignment.target].id,
                    "relation": texts[alignment.relation],
                    "confidence": texts[alignment.confidence],
                    "place": place(alignment.origin),
                ]]
        }
        section.lines.append(
            texts[
                .standingBecause,
                [
                    "standing": texts[item.assessment.standing],
                    "reason": rule(item.standingRule, item.assessment.basis.standingRule.rawValue),
                ]])
        section.lines.append(
            texts[
                .progressBecause,
                [
                    "progress": signs.name(item.assessment.progress),
                    "reason": rule(item.progressRule, item.assessment.basis.progressRule.rawValue),
                ]])
        if let effect = item.assessment.basis.effect {
            section.lines.append(texts[.takesEffectOn, ["date": effect.description]])
        }
        section.lines.append(use(of: item))
        section.lines += item.reports.isEmpty ? ["- \(texts[.noReports])"] : item.reports.flatMap(lines)
        return section
    }

    private func use(of item: ExplainedContribution) -> String {
        switch item.use {
        case .counted(let weight): texts[.countedWithWeight, ["weight": String(weight)]]
        case .sameEvidence: texts[.sameEvidenceAs, ["commitment": item.twin?.id ?? ""]]
        case .silent: texts[.silentContribution, ["kind": signs.name(item.assessment.progress)]]
        case .outside:
            texts[.outsideContribution, ["standing": texts[item.assessment.standing]]]
        }
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
            + " — \(use(of: report)) · \(texts[row.voice])"
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
                "word": word.text(for: language), "level": level,
                "fit": word.fit.map { texts[$0] } ?? "–",
                "place": place(word.origin), "reason": word.reason?.text(for: language) ?? "–",
            ]]
    }

    private func use(of report: ExplainedReport) -> String {
        switch report.use {
        case .spoke: texts[.terminalSpoke]
        case .otherVoice: texts[.otherVoice]
        case .older: texts[.older]
        case .partial: texts[.partial, ["scope": report.texts[.scope] ?? "–"]]
        case .afterAsOf: texts[.afterAsOf]
        case .belowConfidence: texts[.belowConfidence]
        }
    }

    /// File, line and column, joined by colons.
    func place(_ range: SourceRange) -> String {
        "\(snapshot.workspace.sources[range.file].path):\(range.start.line):\(range.start.column)"
    }

    private var notAsked: Presentation.Section {
        var section = Presentation.Section(
            heading: texts[.terminalNotAsked, ["country": country.name.text(for: language)]])
        section.lines = explanation.notAsked.map {
            "- \($0.forum.forum.definition.shortName(for: language)) · \($0.commitment.id)"
        }
        return section
    }
}

extension ExplainedContribution {
    /// Whether it counts in the cell.
    fileprivate var isUsed: Bool {
        if case .counted = use { true } else { false }
    }
}
