import FollowUpModel
import ForumKit
import ForumWorkspace
package import Harmonization
package import Localization

extension Explanation {
    /// What is known of the cell and why, in one or two plain sentences.
    package func summary(of snapshot: Snapshot, in texts: Texts) -> String {
        parts.isEmpty ? lineSummary(snapshot, texts) : wholeSummary(snapshot, texts)
    }

    // MARK: A line, or a measure without lines

    private func lineSummary(_ snapshot: Snapshot, _ texts: Texts) -> String {
        let asking = contributions.filter { $0.contribution.ceiling != .indication && $0.use != .outside }
        let silent = asking.count { $0.use == .silent }
        guard case .missing(let reason) = cell.progress else {
            var sentences = [levelSentence(snapshot, texts)]
            sentences += counted.filter(isFailedPart).map { texts[.summaryPartFailed, ["word": said($0, texts)]] }
            if cell.isDivergent || cell.isContradicted { sentences.append(differenceSentence(snapshot, texts)) }
            if cell.isOverdue { sentences.append(texts[.summaryMissed]) }
            if silent > 0 { sentences.append(texts[.summarySilent, count: silent]) }
            return sentences.joined(separator: " ")
        }
        if reason == .indicationOnly, let hint = contributions.first(where: { $0.use == .indication }) {
            return texts[.summaryIndication, ["word": said(hint, texts)]]
        }
        if reason == .forumNotRead { return texts[.summaryNotRead] }
        if asking.isEmpty { return texts[.summaryNotAsked] }
        let sentence = texts[.summaryNothing, count: asking.count, ["reason": texts[reason]]]
        return cell.isOverdue ? sentence + " " + texts[.summaryMissed] : sentence
    }

    /// The level and the word that it rests on most.
    private func levelSentence(_ snapshot: Snapshot, _ texts: Texts) -> String {
        let level = snapshot.workspace.settings.scale.name(of: cell.progress, in: texts.language)
        guard let best = strongest else { return texts[.summaryLevel, ["level": level]] }
        let values: KeyValuePairs = ["level": level, "word": said(best, texts)]
        return best.contribution.ceiling == .partial ? texts[.summaryPart, values] : texts[.summaryWord, values]
    }

    /// Of the contributions that count, one that says the level itself before others and a failed part last, then the
    /// heaviest and newest.
    private var strongest: ExplainedContribution? {
        counted.max { key($0).lexicographicallyPrecedes(key($1)) }
    }

    private var counted: [ExplainedContribution] {
        contributions.filter { if case .counted = $0.use { true } else { false } }
    }

    /// Whether it covers a part that failed, while the cell says more.
    private func isFailedPart(_ item: ExplainedContribution) -> Bool {
        guard item.contribution.ceiling == .partial, let rank = item.contribution.progress.rank else { return false }
        return rank <= 0 && rank < cell.progress.rank ?? rank
    }

    private func key(_ item: ExplainedContribution) -> [Int] {
        let contribution = item.contribution
        return [
            contribution.progress == cell.progress ? 1 : 0, isFailedPart(item) ? 0 : 1,
            contribution.ceiling == .full ? 1 : 0, contribution.weight,
            Int(contribution.date?.latest.number ?? 0),
        ]
    }

    /// What the forum itself said of a commitment, when, and whose word it is.
    private func said(_ item: ExplainedContribution, _ texts: Texts) -> String {
        let language = texts.language
        let definition = item.forum.forum.definition
        // A title in another language would stand unmarked in the sentence.
        let title = item.commitment.title[language] ?? item.commitment.id
        guard let report = item.reports.first(where: { $0.use == .spoke }) else {
            return ruled(item, title, texts)
        }
        return texts[
            .summarySaid,
            [
                "word": report.word.text(for: language), "title": title,
                "forum": definition.shortName(for: language), "date": DateWords(texts).long(report.row.date),
                "voice": report.row.voice == .unstated ? texts[.summaryVoiceUnknown] : texts[report.row.voice],
            ]]
    }

    /// What follows by a rule, and from whose list where somebody keeps one.
    private func ruled(_ item: ExplainedContribution, _ title: String, _ texts: Texts) -> String {
        let (definition, language) = (item.forum.forum.definition, texts.language)
        let text = item.progressRule?.text.text(for: language) ?? ""
        let rule = text.hasSuffix(".") ? String(text.dropLast()) : text
        let forum = definition.shortName(for: language)
        guard let record = definition.record(of: item.commitment.id) else {
            return texts[.summaryRule, ["forum": forum, "title": title, "rule": rule]]
        }
        return texts[
            .summaryRecord,
            [
                "forum": forum, "title": title, "rule": rule, "keeper": record.keptBy.text(for: language),
                "date": DateWords(texts).long(record.completeUntil),
            ]]
    }

    private func differenceSentence(_ snapshot: Snapshot, _ texts: Texts) -> String {
        guard let spread = cell.spread else { return "" }
        let scale = snapshot.workspace.settings.scale
        return texts[
            cell.isDivergent ? .summaryForumsDiffer : .summaryVoicesDiffer,
            [
                "lowest": scale.name(ofRank: spread.lowerBound, in: texts.language),
                "highest": scale.name(ofRank: spread.upperBound, in: texts.language),
            ]]
    }

    // MARK: A measure with lines

    private func wholeSummary(_ snapshot: Snapshot, _ texts: Texts) -> String {
        let asked = parts.filter { $0.cell.addressed > 0 }
        let known = asked.filter { $0.cell.progress.rank != nil }
        guard !asked.isEmpty else {
            return texts[cell.progress == .missing(.forumNotRead) ? .summaryNotRead : .summaryNotAsked]
        }
        let values: KeyValuePairs = [
            "known": known.count.written(in: texts), "asked": asked.count.written(in: texts),
            "level": snapshot.workspace.settings.scale.name(of: cell.progress, in: texts.language),
        ]
        var sentences = [
            cell.progress.rank != nil
                ? texts[.summaryWhole, values]
                : known.isEmpty
                    ? texts[.summaryWholeNothing, ["reason": cell.progress.missing.map { texts[$0] } ?? ""]]
                    : texts[.summaryWholeTooLittle, values]
        ]
        if !known.isEmpty { sentences.append(texts[.summaryWholeParts, ["parts": counted(known, snapshot, texts)]]) }
        if cell.isOverdue { sentences.append(texts[.summaryMissed]) }
        return sentences.joined(separator: " ")
    }

    /// How many parts have each level, the highest first.
    private func counted(
        _ parts: [(target: TargetIndex, cell: Cell)], _ snapshot: Snapshot, _ texts: Texts
    ) -> String {
        let ranks = Dictionary(grouping: parts.compactMap(\.cell.progress.rank)) { $0 }.sorted { $0.key > $1.key }
        return snapshot.workspace.settings.scale.counted(ranks.map { ($0.key, $0.value.count) }, in: texts)
    }
}

extension ProgressScale {
    /// The name of what is known about progress; empty where no level is.
    fileprivate func name(of progress: Progress, in language: Language) -> String {
        progress.rank.map { name(ofRank: $0, in: language) } ?? ""
    }
}
