import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import SystemIO
import Testing

/// Whether everything that an explanation says is consistent with the cell, in random workspaces.
@Suite("Explanations")
struct ExplanationTests {
    @Test(arguments: 0..<24)
    func everyCellIsExplained(seed: Int) throws {
        var generator = Generator(seed: 5000 + seed)
        let plain = generator.workspace()
        let workspace = try plain.load {
            PlainWriter(
                workspace: $0, hasMark: seed % 2 == 0, lineEnd: seed % 3 == 0 ? "\r\n" : "\n",
                delimiter: seed % 4 == 0 ? ";" : ",")
        }
        let asOf = generator.day()
        let options = SnapshotOptions(asOf: try date(asOf), minConfidence: seed % 2 == 0 ? .unknown : .low)
        let snapshot = Snapshot(of: workspace, options: options)
        for place in workspace.framework.targets.indices {
            let dealt = snapshot.contributions(TargetIndex(place))
            for (number, country) in snapshot.countries.enumerated() {
                let explanation = snapshot.explain(TargetIndex(place), country)
                #expect(dealt[number].map(\.contribution) == explanation.contributions.map(\.contribution))
                #expect(dealt[number].map(\.use) == explanation.contributions.map(\.use))
                #expect(explanation.target == TargetIndex(place))
                #expect(explanation.subject.country == country)
                #expect(explanation.cell == snapshot[TargetIndex(place), country])
                #expect(explanation.rule.rawValue == plain.rule)
                if explanation.parts.isEmpty {
                    checkCell(explanation, plain)
                } else {
                    checkParts(explanation, plain)
                }
                for contribution in explanation.contributions {
                    checkContribution(contribution, explanation)
                    checkReports(contribution, options)
                    for report in contribution.reports { try checkPlace(report, contribution, workspace) }
                }
                checkNotAsked(explanation, plain)
            }
        }
    }

    // MARK: The cell

    /// Makes the cell again from what the explanation says is counted.
    private func checkCell(_ explanation: Explanation, _ plain: PlainWorkspace) {
        let cell = explanation.cell
        let asking = explanation.contributions.filter { $0.use != .outside && $0.contribution.ceiling != .indication }
        let whole = asking.filter { $0.contribution.ceiling == .full }
        let limits = PlainLimits(
            lowest: min(1, plain.levels.count - 2),
            highest: max(plain.levels.count - 2, whole.compactMap(\.contribution.progress.rank).max() ?? -1))
        func capped(_ rank: Int, _ item: ExplainedContribution) -> Int {
            item.contribution.ceiling == .full ? rank : limits.within(rank)
        }
        let votes = asking.compactMap { item -> PlainVote? in
            guard case .counted(let weight) = item.use, let rank = item.contribution.progress.rank else { return nil }
            return PlainVote(
                rank: capped(rank, item), weight: weight, date: item.contribution.date?.description ?? "")
        }
        #expect(cell.progress.rank == PlainRules.winner(votes, rule: explanation.rule.rawValue))
        #expect(cell.contributions == votes.count)
        #expect(cell.newest?.description == votes.map(\.date).max())
        #expect(cell.addressed == asking.count)
        #expect(cell.isOverdue == asking.contains(where: \.contribution.isOverdue))
        let holders = whole.contains { $0.contribution.voices != nil } ? whole : asking.filter { $0.use != .indication }
        let speaking = holders.flatMap { item in
            item.contribution.voices.map { [capped($0.lowerBound, item), capped($0.upperBound, item)] } ?? []
        }
        #expect(cell.spread?.lowerBound == speaking.min())
        #expect(cell.spread?.upperBound == speaking.max())
        #expect(
            cell.isContradicted
                == asking.contains { item in
                    item.contribution.isContradicted
                        || item.contribution.voices.map { $0.upperBound - $0.lowerBound >= plain.divergentFrom } == true
                })
        if let kind = cell.progress.missing {
            let kinds = asking.compactMap(\.contribution.progress.missing)
            let isHinted = explanation.contributions.contains { $0.use == .indication }
            #expect(
                isHinted ? kind == .indicationOnly : kinds.contains(kind) || kind == .notAddressed && asking.isEmpty)
        }
    }

    /// Makes a measure's cell again from its parts.
    private func checkParts(_ explanation: Explanation, _ plain: PlainWorkspace) {
        let cell = explanation.cell
        let votes = explanation.parts.compactMap { part in
            part.cell.progress.rank.map {
                PlainVote(rank: $0, weight: 1, date: part.cell.newest?.description ?? "")
            }
        }
        let asked = explanation.parts.count { $0.cell.addressed > 0 }
        let isEnough = votes.count * 100 >= plain.quorum * asked
        #expect(
            cell.progress.rank == (isEnough ? PlainRules.winner(votes, rule: explanation.rule.rawValue) : nil))
        #expect((cell.progress.missing == .tooLittleKnown) == (!votes.isEmpty && !isEnough))
        #expect(cell.contributions == explanation.parts.map(\.cell.contributions).reduce(0, +))
        #expect(cell.addressed == explanation.parts.map(\.cell.addressed).reduce(0, +))
        #expect(cell.isDivergent == explanation.parts.contains(where: \.cell.isDivergent))
        #expect(cell.isStale == explanation.parts.contains(where: \.cell.isStale))
    }

    // MARK: Contributions

    private func checkContribution(_ item: ExplainedContribution, _ explanation: Explanation) {
        #expect(item.alignments.map(\.target) == [explanation.target])
        #expect(item.alignments.map(\.relation) == [item.contribution.relation])
        #expect(item.commitment.isTracked)
        #expect(item.forum.forum[item.contribution.commitment].id == item.commitment.id)
        #expect(item.assessment.progress == item.contribution.progress)
        #expect(item.assessment.standing == item.contribution.standing)
        let (report, reports) = (item.assessment.basis.report, item.forum.forum.reports)
        #expect(item.contribution.witness?.voice == report.map { reports.voice(of: $0) })
        #expect(item.contribution.witness?.confidence == report.map { reports.confidence(of: $0) })
        #expect(item.contribution.voices == item.assessment.voices)
        #expect(item.contribution.date == report.map { reports.dates[Int($0.rawValue)] })
        #expect(item.standingRule?.id == item.assessment.basis.standingRule)
        #expect(item.progressRule?.id == item.assessment.basis.progressRule)
        switch item.use {
        case .outside: #expect(!item.contribution.standing.counts)
        case .silent: #expect(item.contribution.progress.missing != nil)
        case .indication:
            #expect(item.contribution.ceiling != .full && item.contribution.progress.rank != nil)
        case .counted: #expect(item.contribution.progress.rank != nil && item.contribution.ceiling != .indication)
        case .sameEvidence(let place):
            let other = explanation.contributions[place]
            #expect(other.contribution.evidence == item.contribution.evidence)
            #expect(item.contribution.evidence != 0)
            if case .counted = other.use {} else { Issue.record("what counts instead doesn't count") }
        }
    }

    private func checkReports(_ item: ExplainedContribution, _ options: SnapshotOptions) {
        let spoke = item.reports.filter { $0.use == .spoke }
        #expect(spoke.map(\.index) == [item.assessment.basis.report].compactMap(\.self))
        if item.contribution.progress.rank != nil {
            #expect(spoke.map(\.word.progress) == [item.contribution.progress])
            #expect(spoke.map(\.row.date) == [item.contribution.date])
        }
        #expect(item.reports.map(\.row.date) == item.reports.map(\.row.date).sorted(by: >))
        var heard: Set<Voice> = []
        for report in item.reports {
            let isAfter = PlainDates.last(report.row.date.description) > options.asOf.description
            #expect((report.use == .afterAsOf) == isAfter)
            guard !isAfter else { continue }
            #expect((report.use == .belowConfidence) == (report.row.confidence < options.minConfidence))
            guard report.use != .belowConfidence else { continue }
            #expect((report.use == .partial) == (report.texts[.scope] != nil))
            guard report.use != .partial else { continue }
            let isRepeated = !heard.insert(report.row.voice).inserted
            let isSpeakers = report.row.voice == spoke.first?.row.voice
            switch report.use {
            case .otherVoice: #expect(!isRepeated && !isSpeakers)
            case .older: #expect(isRepeated || isSpeakers)
            case .undoesNothing: #expect(isSpeakers && spoke.contains { $0.row.date < report.row.date })
            case .contradicts:
                #expect(isSpeakers && item.assessment.isContradicted && spoke[0].row.date == report.row.date)
            case .spoke, .partial, .afterAsOf, .belowConfidence: break
            }
        }
    }

    // MARK: Places

    /// Looks into the file at the place that a report names.
    private func checkPlace(
        _ report: ExplainedReport, _ item: ExplainedContribution, _ workspace: Workspace
    ) throws {
        let file = workspace.sources[report.texts.range.file]
        #expect(file.path.contains("/\(item.forum.forum.definition.id)/reports/"))
        let text = file.bytes.text(in: 0..<file.bytes.count)
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        func read(_ column: ReportColumn) -> String {
            let range = report.texts.range(of: column)
            guard range.start.line == range.end.line else { return "several lines" }
            let scalars = Array(lines[Int(range.start.line) - 1].unicodeScalars)
            let part = scalars[Int(range.start.column) - 1..<Int(range.end.column) - 1]
            return part.reduce(into: "") { $0.unicodeScalars.append($1) }
        }
        #expect(report.texts.range.start.column == 1)
        #expect(read(.commitment) == item.commitment.id)
        #expect(read(.status) == report.word.word)
        #expect(read(.date) == report.row.date.description)
        #expect(read(.id) == report.texts[.id])
        #expect(read(.party) == item.forum.forum.definition.parties[item.assessment.party].id)
        #expect(read(.wording) == "several lines")
        #expect(report.texts[.wording] == "made up, twice\nover")
        #expect(report.texts.sources == ["https://example.org/a", "https://example.org/b"])
    }

    /// Aligned commitments either contribute or don't ask.
    private func checkNotAsked(_ explanation: Explanation, _ plain: PlainWorkspace) {
        let target = plain.targets[Int(explanation.target.rawValue)]
        let aligned = plain.forums.flatMap { forum in
            forum.commitments.filter { commitment in
                commitment.isTracked && commitment.crosswalk.contains { $0.to == target }
            }.map { "\(forum.id)/\($0.id)" }
        }
        let named =
            explanation.contributions.map { "\($0.forum.forum.definition.id)/\($0.commitment.id)" }
            + explanation.notAsked.map { "\($0.forum.forum.definition.id)/\($0.commitment.id)" }
        #expect(named.sorted() == aligned.sorted())
    }
}
