/// A cell as plain values, to be compared as a text.
struct PlainCell: CustomStringConvertible {
    /// A level, `contrary` or a kind of nothing.
    var word: String
    var spread: [Int] = []
    var isDivergent = false
    var isContradicted = false
    var isStale = false
    var isOverdue = false
    var newest: String?
    var contributions = 0
    var addressed = 0

    var description: String {
        let marks = [
            isDivergent ? "divergent" : "", isContradicted ? "contradicted" : "", isStale ? "stale" : "",
            isOverdue ? "overdue" : "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        let ranks = spread.isEmpty ? "-" : "\(spread.min() ?? 0)...\(spread.max() ?? 0)"
        return "\(word) | \(ranks) | \(marks) | \(newest ?? "-") | \(contributions) of \(addressed)"
    }
}

/// One commitment's part in a cell of the reference.
struct PlainContribution {
    var forum: String
    var weight: Int
    var rank: Int?
    var assessment: PlainAssessment
}

/// The reference implementation of the whole picture.
struct PlainPicture {
    let workspace: PlainWorkspace
    /// The as-of day, in full.
    let day: String
    var minConfidence = "unknown"
    var forums: Set<String>?
    var rule: String?

    /// The kinds of nothing, the one that says most first.
    static let kinds = [
        "withheld", "unmapped", "reported-without-status", "no-report", "not-yet-due", "dormant", "not-addressed",
    ]

    /// The words of all cells by target and country; a measure with lines is made of its own cell and its lines'.
    func cells() -> [String: [String: PlainCell]] {
        var own: [String: [String: PlainCell]] = [:]
        for country in workspace.countries {
            let all = contributions(of: country)
            for target in workspace.targets { own[target, default: [:]][country] = cell(of: all[target] ?? []) }
        }
        var result = own
        for measure in workspace.measures where !measure.lines.isEmpty {
            for country in workspace.countries {
                result[measure.id]?[country] = whole(
                    ([measure.id] + measure.lines).compactMap { own[$0]?[country] })
            }
        }
        return result
    }

    /// What every aligned commitment says about a country, by target.
    private func contributions(of country: String) -> [String: [PlainContribution]] {
        var result: [String: [PlainContribution]] = [:]
        for forum in workspace.forums where forums?.contains(forum.id) ?? true {
            let reader = PlainReader(workspace: workspace, forum: forum, day: day, minConfidence: minConfidence)
            for commitment in forum.commitments {
                guard let assessment = reader.assess(country, commitment) else { continue }
                for alignment in commitment.crosswalk {
                    let weight =
                        (workspace.relations[alignment.relation] ?? 1) * (workspace.standings[assessment.standing] ?? 1)
                    result[alignment.to, default: []].append(
                        PlainContribution(
                            forum: forum.id, weight: weight, rank: assessment.progress.map(reader.rank),
                            assessment: assessment))
                }
            }
        }
        return result
    }

    // MARK: One cell

    private func cell(of contributions: [PlainContribution]) -> PlainCell {
        let asked = contributions.filter(\.assessment.counts)
        let speaking = asked.filter { $0.rank != nil }
        let counted = evidenceOnce(speaking)
        var cell = PlainCell(word: Self.leastNothing(asked.compactMap(\.assessment.missing)))
        cell.addressed = asked.count
        cell.isOverdue = asked.contains(where: \.assessment.isOverdue)
        cell.contributions = counted.count
        guard let rank = winner(counted.map(vote)) else { return cell }
        cell.word = word(rank)
        cell.spread = speaking.flatMap(\.assessment.voices)
        cell.isContradicted = speaking.contains { width($0.assessment.voices) >= workspace.divergentFrom }
        let names = Set(speaking.map(\.forum))
        let byForum = names.compactMap { name in
            winner(evidenceOnce(speaking.filter { $0.forum == name }).map(vote))
        }
        cell.isDivergent = names.count > 1 && width(byForum) >= workspace.divergentFrom
        cell.newest = counted.compactMap { $0.assessment.report?.date }.max()
        let isDone = counted.allSatisfy {
            $0.assessment.progress == workspace.levels.last
                && ["event", "since", ""].contains($0.assessment.report?.dateKind)
        }
        if let newest = cell.newest, !isDone {
            cell.isStale = PlainDates.adding(workspace.staleAfterMonths, to: PlainDates.last(newest)) < day
        }
        return cell
    }

    /// Of those that cite the same evidence the heaviest counts, of equally heavy ones the first.
    private func evidenceOnce(_ contributions: [PlainContribution]) -> [PlainContribution] {
        contributions.enumerated().filter { place, contribution in
            guard let name = contribution.assessment.report?.evidence, !name.isEmpty else { return true }
            return !contributions.enumerated().contains { other, rival in
                rival.assessment.report?.evidence == name
                    && (rival.weight > contribution.weight || rival.weight == contribution.weight && other < place)
            }
        }.map(\.element)
    }

    /// Each part of a measure that has a word is one voice.
    private func whole(_ parts: [PlainCell]) -> PlainCell {
        let votes = parts.compactMap { part in
            rank(part.word).map { PlainVote(rank: $0, weight: 1, date: part.newest ?? "") }
        }
        return PlainCell(
            word: winner(votes).map(word) ?? Self.leastNothing(parts.map(\.word)), spread: parts.flatMap(\.spread),
            isDivergent: parts.contains(where: \.isDivergent), isContradicted: parts.contains(where: \.isContradicted),
            isStale: parts.contains(where: \.isStale), isOverdue: parts.contains(where: \.isOverdue),
            newest: parts.compactMap(\.newest).max(), contributions: parts.map(\.contributions).reduce(0, +),
            addressed: parts.map(\.addressed).reduce(0, +))
    }

    // MARK: Rules

    private func vote(_ contribution: PlainContribution) -> PlainVote {
        PlainVote(
            rank: contribution.rank ?? -99, weight: contribution.weight,
            date: contribution.assessment.report?.date ?? "")
    }

    private func winner(_ votes: [PlainVote]) -> Int? {
        PlainRules.winner(votes, rule: rule ?? workspace.rule)
    }

    private func width(_ ranks: [Int]) -> Int { (ranks.max() ?? 0) - (ranks.min() ?? 0) }

    private func word(_ rank: Int) -> String { rank == -1 ? "contrary" : workspace.levels[rank] }

    private func rank(_ word: String) -> Int? { word == "contrary" ? -1 : workspace.levels.firstIndex(of: word) }

    private static func leastNothing(_ words: [String]) -> String {
        kinds.first { words.contains($0) } ?? "not-addressed"
    }
}

/// One voice in a cell.
struct PlainVote {
    var rank: Int
    var weight: Int
    var date: String
}

/// The five consolidation rules, each written as it is said.
enum PlainRules {
    static func winner(_ votes: [PlainVote], rule: String) -> Int? {
        let ranks = votes.map(\.rank).sorted()
        switch rule {
        case "weakest": return ranks.first
        case "strongest": return ranks.last
        case "latest":
            let newest = votes.map(\.date).max()
            return votes.filter { $0.date == newest }.map(\.rank).min()
        case "majority":
            let most = ranks.map { rank in ranks.filter { $0 == rank }.count }.max()
            return ranks.first { rank in ranks.filter { $0 == rank }.count == most }
        default: return lowerMedian(votes)
        }
    }

    /// Writes every rank down as often as it weighs and takes the lower middle one.
    private static func lowerMedian(_ votes: [PlainVote]) -> Int? {
        let isWeightless = votes.allSatisfy { $0.weight == 0 }
        let copies = votes.flatMap { [Int](repeating: $0.rank, count: isWeightless ? 1 : $0.weight) }.sorted()
        return copies.isEmpty ? nil : copies[(copies.count - 1) / 2]
    }
}
