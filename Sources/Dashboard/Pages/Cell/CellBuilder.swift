import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

extension PageBuilder {
    /// Why a cell says what it says.
    func cell(_ facts: CellFacts) -> CellPage {
        let explanation = facts.explanation
        let (country, target) = (explanation.country, explanation.target)
        let link = link(to: country)
        let cell = view(of: target, country, explanation.cell)
        let measure = framework.measure(of: target)
        let contributions = facts.contributions.map { (isUsed: $0.isUsed, view: contribution($0)) }
        let matrix = links.page(.matrix(measure: measure.id))
        let title = texts[
            .explainTitle, ["country": link.label, "progress": cell.mark.name, "line": cell.id],
        ]
        return CellPage(
            page: frame(
                title,
                trail: [
                    Link(label: texts[.matrix], href: links.page(.matrix())), Link(label: measure.code, href: matrix),
                    link,
                ]),
            country: link, cell: cell, consolidation: consolidation(of: explanation),
            parts: explanation.parts.map { part($0.target, $0.cell, of: explanation) },
            used: contributions.filter(\.isUsed).map(\.view), unused: contributions.filter { !$0.isUsed }.map(\.view),
            more: notShown(explanation.omitted),
            notAsked: explanation.notAsked.prefix(PageLimits.notAsked).map { silent in
                let (definition, id) = (silent.forum.forum.definition, silent.commitment.id)
                return Link(
                    label: "\(definition.shortName(for: language)) · \(id)",
                    href: links.commitment(id, of: definition.id))
            }, notAskedTitle: texts[.notAsked, ["country": link.label]],
            moreNotAsked: notShown(explanation.notAsked.count - PageLimits.notAsked),
            before: neighbour(of: target, -1, country), after: neighbour(of: target, 1, country),
            matrix: Link(label: texts[.matrix], href: matrix))
    }

    /// The measure or line that stands so many places after another.
    private func neighbour(of target: TargetIndex, _ distance: Int, _ country: CountryIndex) -> Link? {
        guard let place = picture.targets.firstIndex(of: target).map({ $0 + distance }),
            picture.targets.indices.contains(place)
        else { return nil }
        let id = framework[picture.targets[place]].id
        return Link(label: id, href: cellLink(code(of: country), id))
    }

    private func consolidation(of explanation: Explanation) -> String {
        let rule = texts[explanation.rule]
        let speaking = explanation.parts.count { $0.cell.progress.rank != nil }
        if speaking > 0 { return texts[.madeOfParts, count: speaking, ["rule": rule]] }
        switch explanation.cell.contributions {
        case 0:
            return texts[.noneCounts, ["kind": mark(explanation.cell.progress).name]]
        case 1: return texts[.onlyOne]
        default: return texts[.consolidatedBy, count: explanation.cell.contributions, ["rule": rule]]
        }
    }

    private func part(_ part: TargetIndex, _ cell: Cell, of explanation: Explanation) -> CellView {
        var view = view(of: part, explanation.country, cell)
        if part == explanation.target { (view.title, view.href) = (texts[.ownAlignments], nil) }
        return view
    }

    private func contribution(_ facts: CellFacts.Contribution) -> CellPage.Contribution {
        let item = facts.explained
        let basis = item.assessment.basis
        return CellPage.Contribution(
            commitment: view(of: item.commitment, in: item.forum.forum.definition), number: item.commitment.number,
            legalForce: texts[item.commitment.legalForce],
            alignments: zip(item.alignments, facts.places).map { alignment, place in
                CellPage.Alignment(
                    relation: texts[alignment.relation], confidence: texts[alignment.confidence], place: place,
                    note: alignment.note)
            }, standing: texts[item.assessment.standing], standingRule: rule(item.standingRule, basis.standingRule),
            mark: mark(item.assessment.progress), progressRule: rule(item.progressRule, basis.progressRule),
            effect: shortDate(basis.effect), isOverdue: item.assessment.isOverdue, use: use(of: item),
            reports: facts.reports.map(report))
    }

    private func use(of item: ExplainedContribution) -> String {
        switch item.use {
        case .counted(let weight): texts[.countedWithWeight, ["weight": String(weight)]]
        case .sameEvidence: texts[.sameEvidenceAs, ["commitment": item.twin?.id ?? ""]]
        case .silent: texts[.silentContribution, ["kind": mark(item.assessment.progress).name]]
        case .outside:
            texts[.outsideContribution, ["standing": texts[item.assessment.standing]]]
        }
    }

    private func rule(_ rule: ModuleRule?, _ id: RuleID) -> CellPage.Rule {
        CellPage.Rule(text: rule?.text.text(for: language) ?? id.rawValue, source: rule?.source)
    }

    private func report(_ facts: CellFacts.Report) -> CellPage.Report {
        let (report, row) = (facts.explained, facts.explained.row)
        let reads = report.use == .spoke || report.use == .otherVoice
        return CellPage.Report(
            own: facts.own, date: dates.short(row.date), dateKind: texts[row.dateKind],
            translation: report.word.translation(for: language),
            reading: reads ? report.word.progress.map { mark($0) } : nil,
            fit: reads ? report.word.fit.map { texts[$0] } : nil,
            reason: reads ? report.word.reason.map(wording) : nil, voice: texts[row.voice],
            confidence: texts[row.confidence], isCompilersWord: row.wordGiver == .compiler, use: use(of: facts),
            useCode: report.use.code)
    }

    private func use(of report: CellFacts.Report) -> String {
        switch report.explained.use {
        case .spoke: texts[.spoke]
        case .otherVoice: texts[.otherVoice]
        case .older: texts[.older]
        case .partial: texts[.partial, ["scope": report.scope ?? "–"]]
        case .afterAsOf: texts[.afterAsOf]
        case .belowConfidence: texts[.belowConfidence]
        }
    }
}

/// Why a cell says what it says, with the texts that read the same in all languages.
struct CellFacts: Sendable {
    /// One commitment's part.
    struct Contribution: Sendable {
        var explained: ExplainedContribution
        /// Where each alignment stands.
        var places: [String]
        /// Its reports.
        var reports: [Report]

        /// Whether it counts in the cell.
        var isUsed: Bool {
            if case .counted = explained.use { true } else { false }
        }
    }

    /// One report.
    struct Report: Sendable {
        var explained: ExplainedReport
        var own: OwnWords
        var scope: String?
    }

    /// What a report says itself.
    struct OwnWords: Codable, Sendable {
        var date: String
        /// The forum's own word.
        var word: String
        var wording: String?
        var note: String?
        var place: String
        var sources: [SourceText]
    }

    let explanation: Explanation
    let contributions: [Contribution]

    init(_ explanation: Explanation, in snapshot: Snapshot) {
        let files = snapshot.workspace.sources
        func place(_ range: SourceRange) -> String {
            "\(files.pathBelowFolder(of: files[range.file])):\(range.start.line)"
        }
        self.explanation = explanation
        contributions = explanation.contributions.map { item in
            Contribution(
                explained: item, places: item.alignments.map { place($0.origin) },
                reports: item.reports.map { report in
                    let (word, wording) = (report.word.word, report.texts[.wording])
                    let own = OwnWords(
                        date: report.row.date.description, word: word, wording: wording == word ? nil : wording,
                        note: report.texts[.note], place: place(report.texts.range),
                        sources: report.texts.sources.map(SourceText.init))
                    return Report(explained: report, own: own, scope: report.texts[.scope])
                })
        }
    }
}
