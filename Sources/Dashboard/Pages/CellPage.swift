import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// Why a country has its word on a measure or line: the whole chain, to the sources' links.
struct CellPage: PageView {
    /// A rule, with the article it comes from.
    struct Rule: Codable, Sendable {
        var text: String
        var source: String?
    }

    /// How a commitment is aligned to the line.
    struct Alignment: Codable, Sendable {
        var relation: String
        var confidence: String
        var place: String
        /// Why they are related so.
        var why: Wording?
        var note: String?
    }

    /// One report.
    struct Report: Codable, Sendable {
        var date: DateText
        var dateKind: String
        /// The forum's own word.
        var word: String
        var wording: String?
        var note: String?
        var place: String
        var sources: [Link]
        /// The word in this language, where the forum has one.
        var translation: String?
        /// What the word is read as.
        var reading: Mark?
        var fit: String?
        var reason: Wording?
        var voice: String
        var confidence: String
        var isCompilersWord: Bool
        var use: String
        var useCode: String
    }

    /// One commitment's part in the cell.
    struct Contribution: Codable, Sendable {
        var commitment: CommitmentView
        var number: String?
        var legalForce: String
        var alignments: [Alignment]
        var standing: String
        var standingRule: Rule
        var mark: Mark
        var progressRule: Rule
        var effect: DateText?
        var isOverdue: Bool
        var use: String
        var reports: [Report]
    }

    var page: Frame
    var country: Link
    var cell: CellView
    /// What is known and why, in one or two sentences.
    var summary: String
    /// How contributions, or parts, become one.
    var consolidation: String
    /// The lines of a measure, and what is aligned to the measure itself.
    var parts: [CellView]
    var used: [Contribution]
    var unused: [Contribution]
    /// How many contributions are left out, with the way to all.
    var more: Link?
    var notAsked: [Link]
    var notAskedTitle: String
    var moreNotAsked: Link?
    /// The neighbouring lines of the same country.
    var before: Link?
    var after: Link?
    var matrix: Link
}

extension PageBuilder {
    /// Why a cell says what it says.
    func cell(_ explanation: Explanation) -> CellPage {
        let (subject, target) = (explanation.subject, explanation.target)
        let link = link(to: subject)
        let cell = view(of: target, subject, explanation.cell)
        let measure = framework.measure(of: target)
        func contributions(isUsed: Bool) -> [CellPage.Contribution] {
            explanation.contributions.filter { $0.use.counts == isUsed }.map(contribution)
        }
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
            country: link, cell: cell, summary: explanation.summary(of: snapshot, in: texts),
            consolidation: consolidation(of: explanation),
            parts: explanation.parts.map { part($0.target, $0.cell, of: explanation) },
            used: contributions(isUsed: true), unused: contributions(isUsed: false),
            more: notShown(explanation.omitted),
            notAsked: explanation.notAsked.prefix(PageLimits.notAsked).map { silent in
                let (definition, id) = (silent.forum.forum.definition, silent.commitment.id)
                return Link(
                    label: "\(definition.shortName(for: language)) · \(id)",
                    href: links.commitment(id, of: definition.id))
            }, notAskedTitle: texts[.notAsked, ["country": link.label]],
            moreNotAsked: notShown(explanation.notAsked.count - PageLimits.notAsked),
            before: neighbour(of: target, -1, subject), after: neighbour(of: target, 1, subject),
            matrix: Link(label: texts[.matrix], href: matrix))
    }

    /// The measure or line that stands so many places after another.
    private func neighbour(of target: TargetIndex, _ distance: Int, _ subject: CellSubject) -> Link? {
        guard let country = subject.country,
            let place = picture.targets.firstIndex(of: target).map({ $0 + distance }),
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
        var view = view(of: part, explanation.subject, cell)
        if part == explanation.target { (view.title, view.href) = (texts[.ownAlignments], nil) }
        return view
    }

    private func contribution(_ item: ExplainedContribution) -> CellPage.Contribution {
        let basis = item.assessment.basis
        return CellPage.Contribution(
            commitment: view(of: item.commitment, in: item.forum.forum.definition), number: item.commitment.number,
            legalForce: texts[item.commitment.legalForce],
            alignments: item.alignments.map { alignment in
                CellPage.Alignment(
                    relation: texts[alignment.relation], confidence: texts[alignment.confidence],
                    place: place(alignment.origin), why: alignment.why.map(wording), note: alignment.note)
            }, standing: texts[item.assessment.standing], standingRule: rule(item.standingRule, basis.standingRule),
            mark: mark(item.assessment.progress), progressRule: rule(item.progressRule, basis.progressRule),
            effect: shortDate(basis.effect), isOverdue: item.assessment.isOverdue, use: item.use(in: texts),
            reports: item.reports.map(report))
    }

    /// File and line.
    private func place(_ range: SourceRange) -> String {
        let files = snapshot.workspace.sources
        return "\(files.pathBelowFolder(of: files[range.file])):\(range.start.line)"
    }

    private func rule(_ rule: ModuleRule?, _ id: RuleID) -> CellPage.Rule {
        CellPage.Rule(text: rule?.text.text(for: language) ?? id.rawValue, source: rule?.source)
    }

    private func report(_ report: ExplainedReport) -> CellPage.Report {
        let (row, word, own) = (report.row, report.word, report.texts)
        let reads = report.use == .spoke || report.use == .otherVoice
        return CellPage.Report(
            date: shortDate(row.date), dateKind: texts[row.dateKind], word: word.word,
            wording: own[.wording] == word.word ? nil : own[.wording], note: own[.note], place: place(own.range),
            sources: own.sources.map(Link.init(source:)), translation: word.translation(for: language),
            reading: reads ? word.progress.map { mark($0) } : nil, fit: reads ? word.fit.map { texts[$0] } : nil,
            reason: reads ? word.reason.map(wording) : nil, voice: texts[row.voice],
            confidence: texts[row.confidence], isCompilersWord: row.wordGiver == .compiler, use: report.use(in: texts),
            useCode: report.use.code)
    }
}

extension ContributionUse {
    /// Whether it gives the cell its level.
    fileprivate var counts: Bool { if case .counted = self { true } else { false } }
}
