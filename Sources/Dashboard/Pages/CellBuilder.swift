import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

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
        let title = texts.explainTitle.filled(with: [
            "country": name(of: country), "progress": mark.name, "line": id,
        ])
        return CellPage(
            page: frame(
                title,
                trail: [
                    Link(label: texts.matrix, href: links.page(.matrix())),
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
            }, notAskedTitle: texts.notAsked.filled(with: ["country": name(of: country)]),
            moreNotAsked: notShown(explanation.notAsked.count - PageLimits.notAsked),
            hasUnused: !unused.isEmpty, hasNotAsked: !explanation.notAsked.isEmpty,
            before: neighbours.flatMap { $0 > 0 ? neighbour(picture.targets[$0 - 1], code) : nil },
            after: neighbours.flatMap {
                $0 + 1 < picture.targets.count ? neighbour(picture.targets[$0 + 1], code) : nil
            }, matrix: Link(label: texts.matrix, href: links.page(.matrix(measure: measure.id))))
    }

    private func neighbour(_ target: TargetIndex, _ code: String) -> Link {
        Link(label: framework[target].id, href: cellLink(code, framework[target].id))
    }

    private func consolidation(of explanation: Explanation) -> String {
        let rule = words.rules[explanation.rule]
        let speaking = explanation.parts.count { $0.cell.progress.rank != nil }
        if speaking > 0 { return counted(texts.madeOfParts, speaking, ["rule": rule]) }
        switch explanation.cell.contributions {
        case 0:
            return texts.noneCounts.filled(with: ["kind": mark(explanation.cell.progress).name])
        case 1: return texts.onlyOne
        default: return counted(texts.consolidatedBy, explanation.cell.contributions, ["rule": rule])
        }
    }

    private func part(_ part: TargetIndex, _ cell: Cell, of target: TargetIndex, _ code: String) -> CellPage.Part {
        let isOwn = part == target
        return CellPage.Part(
            id: framework[part].id, title: isOwn ? texts.ownAlignments : title(of: part), mark: mark(cell.progress),
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
            legalForce: words.legalForces[item.commitment.legalForce],
            href: links.commitment(item.commitment.id, of: definition.id),
            alignments: zip(item.alignments, facts.places).map { alignment, place in
                CellPage.Alignment(
                    relation: words.relations[alignment.relation],
                    confidence: words.confidences[alignment.confidence], place: place, note: alignment.note)
            }, standing: words.standings[item.assessment.standing],
            standingRule: rule(item.standingRule, item.assessment.basis.standingRule),
            mark: mark(item.assessment.progress),
            progressRule: rule(item.progressRule, item.assessment.basis.progressRule),
            effect: shortDate(item.assessment.basis.effect), isOverdue: item.assessment.isOverdue,
            use: use(of: item), weight: weight, reports: facts.reports.map(report),
            hasReports: !facts.reports.isEmpty)
    }

    private func use(of item: ExplainedContribution) -> String {
        switch item.use {
        case .counted(let weight): texts.countedWithWeight.filled(with: ["weight": String(weight)])
        case .sameEvidence: texts.sameEvidenceAs.filled(with: ["commitment": item.twin?.id ?? ""])
        case .silent: texts.silentContribution.filled(with: ["kind": mark(item.assessment.progress).name])
        case .outside:
            texts.outsideContribution.filled(with: ["standing": words.standings[item.assessment.standing]])
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
            dateKind: words.dateKinds[row.dateKind], word: report.word.word,
            translation: report.word.translation(for: language), wording: facts.wording,
            reading: reads ? report.word.progress.map { mark($0) } : nil,
            fit: reads ? report.word.fit.map { words.fits[$0] } : nil,
            reason: reason?.text, reasonLanguage: reason?.language, voice: words.voices[row.voice],
            confidence: words.confidences[row.confidence], isCompilersWord: row.wordGiver == .compiler,
            use: use(of: facts), useCode: report.use.code, spoke: report.use == .spoke,
            isPast: report.use == .older, note: facts.note, place: facts.place, sources: facts.sources,
            hasSources: !facts.sources.isEmpty)
    }

    private func use(of report: CellFacts.Report) -> String {
        switch report.explained.use {
        case .spoke: texts.spoke
        case .otherVoice: texts.otherVoice
        case .older: texts.older
        case .partial: texts.partial.filled(with: ["scope": report.scope ?? "–"])
        case .afterAsOf: texts.afterAsOf
        case .belowConfidence: texts.belowConfidence
        }
    }
}
