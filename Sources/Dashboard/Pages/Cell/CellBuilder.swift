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
        let (code, id) = (code(of: country), framework[target].id)
        let mark = mark(explanation.cell.progress)
        let measure = framework.measure(of: target)
        var (used, unused): ([CellPage.Contribution], [CellPage.Contribution]) = ([], [])
        for item in facts.contributions {
            let contribution = contribution(item)
            if item.isUsed { used.append(contribution) } else { unused.append(contribution) }
        }
        let neighbours = picture.targets.firstIndex(of: target)
        let title = texts[
            .explainTitle,
            [
                "country": name(of: country), "progress": mark.name, "line": id,
            ]]
        return CellPage(
            page: frame(
                title,
                trail: [
                    Link(label: texts[.matrix], href: links.page(.matrix())),
                    Link(label: measure.code, href: links.page(.matrix(measure: measure.id))),
                    Link(label: name(of: country), href: links.page(.country(code))),
                ]), country: Link(label: name(of: country), href: links.page(.country(code))), code: code, target: id,
            measure: Link(
                label: "\(measure.code) \(measure.title.text(for: language))", href: links.page(.measure(measure.id))),
            title: self.title(of: target), mark: mark, flags: flags(explanation.cell),
            consolidation: consolidation(of: explanation), newest: shortDate(explanation.cell.newest),
            parts: explanation.parts.map { part($0.target, $0.cell, of: target, code) },
            hasParts: !explanation.parts.isEmpty, used: used, hasUsed: !used.isEmpty, unused: unused,
            more: notShown(explanation.omitted),
            notAsked: explanation.notAsked.prefix(PageLimits.notAsked).map { silent in
                let (definition, id) = (silent.forum.forum.definition, silent.commitment.id)
                return Link(
                    label: "\(definition.shortName(for: language)) · \(id)",
                    href: links.commitment(id, of: definition.id))
            }, notAskedTitle: texts[.notAsked, ["country": name(of: country)]],
            moreNotAsked: notShown(explanation.notAsked.count - PageLimits.notAsked),
            hasUnused: !unused.isEmpty, hasNotAsked: !explanation.notAsked.isEmpty,
            before: neighbours.flatMap { $0 > 0 ? neighbour(picture.targets[$0 - 1], code) : nil },
            after: neighbours.flatMap {
                $0 + 1 < picture.targets.count ? neighbour(picture.targets[$0 + 1], code) : nil
            }, matrix: Link(label: texts[.matrix], href: links.page(.matrix(measure: measure.id))))
    }

    private func neighbour(_ target: TargetIndex, _ code: String) -> Link {
        Link(label: framework[target].id, href: cellLink(code, framework[target].id))
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

    private func part(_ part: TargetIndex, _ cell: Cell, of target: TargetIndex, _ code: String) -> CellPage.Part {
        let isOwn = part == target
        return CellPage.Part(
            id: framework[part].id, title: isOwn ? texts[.ownAlignments] : title(of: part), mark: mark(cell.progress),
            flags: flags(cell), newest: shortDate(cell.newest), contributions: cell.contributions,
            href: isOwn ? nil : cellLink(code, framework[part].id))
    }

    private func contribution(_ facts: CellFacts.Contribution) -> CellPage.Contribution {
        let item = facts.explained
        let definition = item.forum.forum.definition
        let title = title(of: item.commitment)
        var weight: Int?
        if case .counted(let counted) = item.use { weight = counted }
        return CellPage.Contribution(
            forum: link(to: definition),
            id: item.commitment.id, number: item.commitment.number,
            title: title.text, titleLanguage: title.language,
            legalForce: texts[item.commitment.legalForce],
            href: links.commitment(item.commitment.id, of: definition.id),
            alignments: zip(item.alignments, facts.places).map { alignment, place in
                CellPage.Alignment(
                    relation: texts[alignment.relation],
                    confidence: texts[alignment.confidence], place: place, note: alignment.note)
            }, standing: texts[item.assessment.standing],
            standingRule: rule(item.standingRule, item.assessment.basis.standingRule.rawValue),
            mark: mark(item.assessment.progress),
            progressRule: rule(item.progressRule, item.assessment.basis.progressRule.rawValue),
            effect: shortDate(item.assessment.basis.effect), isOverdue: item.assessment.isOverdue,
            use: use(of: item), weight: weight, reports: facts.reports.map(report),
            hasReports: !facts.reports.isEmpty)
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

    private func rule(_ rule: ModuleRule?, _ id: String) -> CellPage.Rule {
        CellPage.Rule(id: id, text: rule?.text.text(for: language) ?? id, source: rule?.source)
    }

    private func report(_ facts: CellFacts.Report) -> CellPage.Report {
        let (report, row) = (facts.explained, facts.explained.row)
        let reads = report.use == .spoke || report.use == .otherVoice
        let reason = reads ? report.word.reason.map(wording) : nil
        return CellPage.Report(
            id: facts.id, date: DateText(iso: facts.date, text: dates.short(row.date)),
            dateKind: texts[row.dateKind], word: report.word.word,
            translation: report.word.translation(for: language), wording: facts.wording,
            reading: reads ? report.word.progress.map { mark($0) } : nil,
            fit: reads ? report.word.fit.map { texts[$0] } : nil,
            reason: reason?.text, reasonLanguage: reason?.language, voice: texts[row.voice],
            confidence: texts[row.confidence], isCompilersWord: row.wordGiver == .compiler,
            use: use(of: facts), useCode: report.use.code, spoke: report.use == .spoke,
            isPast: report.use == .older, note: facts.note, place: facts.place, sources: facts.sources,
            hasSources: !facts.sources.isEmpty)
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

    /// One report, as far as it is not translated.
    struct Report: Sendable {
        var explained: ExplainedReport
        var id: String?
        var date: String
        var wording: String?
        var scope: String?
        var note: String?
        var place: String
        var sources: [CellPage.Source]
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
                    let wording = report.texts[.wording]
                    return Report(
                        explained: report, id: report.texts[.id], date: report.row.date.description,
                        wording: wording == report.word.word ? nil : wording, scope: report.texts[.scope],
                        note: report.texts[.note], place: place(report.texts.range),
                        sources: report.texts.sources.map(CellPage.Source.init))
                })
        }
    }
}

extension CellPage.Source {
    /// A source with its address; only addresses of the web are links.
    init(_ text: String) {
        self.text = text
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return }
        href = String(text.unicodeScalars.prefix { $0.isASCII ? $0.value > 0x20 : !$0.properties.isWhitespace })
    }
}
