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
    /// `full`, `partial` or `indication`.
    var ceiling: String
    /// The commitment as `forum/commitment`.
    var name: String
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
        "too-little-known", "indication-only", "withheld", "unmapped", "reported-without-status", "no-report",
        "not-yet-due", "dormant", "not-addressed",
    ]

    /// The words of all cells by target and country; a measure with lines is made of its own cell and its lines'.
    func cells() -> [String: [String: PlainCell]] {
        var own: [String: [String: PlainCell]] = [:]
        for country in workspace.countries {
            let all = contributions(of: country)
            for target in workspace.targets { own[target, default: [:]][country] = cell(of: all[target] ?? [], target) }
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
                    let proves = workspace.ceilings[alignment.relation] ?? Self.ceilings[alignment.relation]
                    let weight =
                        (workspace.relations[alignment.relation] ?? 1) * (workspace.standings[assessment.standing] ?? 1)
                    result[alignment.to, default: []].append(
                        PlainContribution(
                            forum: forum.id, weight: weight, rank: assessment.progress.map(reader.rank),
                            ceiling: proves == "partial" && workspace.levels.count == 1 ? "indication" : proves ?? "",
                            name: "\(forum.id)/\(commitment.id)", assessment: assessment))
                }
            }
        }
        return result
    }

    // MARK: One cell

    private static let ceilings = [
        "exact": "full", "close": "full", "broad": "full", "narrow": "partial", "intersects": "partial",
        "related": "indication",
    ]

    private func cell(of all: [PlainContribution], _ target: String) -> PlainCell {
        let contributions = lifted(all, target).filter(\.assessment.counts)
        let asked = contributions.filter { $0.ceiling != "indication" }
        let hinting = contributions.contains { $0.ceiling == "indication" && $0.rank != nil }
        let whole = asked.filter { $0.ceiling == "full" }
        let isBegun = evidenceOnce(asked.filter { $0.rank != nil }).contains { ($0.rank ?? -1) > 0 }
        let failed = asked.filter { $0.ceiling == "partial" && $0.rank.map { $0 <= 0 } ?? false && !isBegun }
        let speaking = asked.filter { item in item.rank != nil && !failed.contains { $0.name == item.name } }
        let counted = evidenceOnce(asked.filter { $0.rank != nil }).filter { item in
            speaking.contains { $0.name == item.name }
        }
        let limits = PlainLimits(
            lowest: min(1, workspace.levels.count - 2),
            highest: max(workspace.levels.count - 2, whole.compactMap(\.rank).max() ?? -1))
        let silence =
            asked.compactMap(\.assessment.missing) + (hinting || !failed.isEmpty ? ["indication-only"] : [])
        var cell = PlainCell(word: Self.leastNothing(silence))
        cell.addressed = asked.count
        cell.isOverdue = asked.contains(where: \.assessment.isOverdue)
        cell.contributions = counted.count
        guard let rank = winner(counted.map { vote($0, limits) }) else { return cell }
        cell.word = word(rank)
        let holders = counted.filter { $0.ceiling == "full" }
        cell.spread =
            holders.isEmpty
            ? counted.flatMap { $0.assessment.voices.map(limits.within) } : holders.flatMap(\.assessment.voices)
        cell.isContradicted = speaking.contains {
            $0.assessment.isContradicted || width($0.assessment.voices) >= workspace.divergentFrom
        }
        let names = Set(speaking.map(\.forum))
        let byForum = names.compactMap { name in
            winner(holders.filter { $0.forum == name }.map { vote($0, limits) })
        }
        cell.isDivergent = width(byForum) >= workspace.divergentFrom
        cell.newest = counted.compactMap { $0.assessment.report?.date }.max()
        let isDone = counted.allSatisfy {
            vote($0, limits).rank == workspace.levels.count - 1
                && ["event", "since", ""].contains($0.assessment.report?.dateKind)
        }
        if let newest = cell.newest, !isDone {
            cell.isStale = PlainDates.adding(workspace.staleAfterMonths, to: PlainDates.last(newest)) < day
        }
        return cell
    }

    /// The commitments of a declared cover prove the whole, where every one of them has reached the highest level.
    private func lifted(_ all: [PlainContribution], _ target: String) -> [PlainContribution] {
        var result = all
        var taken: Set<String> = []
        for cover in workspace.covers where cover.target == target {
            let own = Set(cover.commitments).subtracting(taken)
            taken.formUnion(own)
            let met = all.filter {
                own.contains($0.name) && $0.assessment.counts && $0.rank == workspace.levels.count - 1
                    && $0.ceiling != "indication"
            }
            guard met.count == cover.commitments.count else { continue }
            for place in result.indices where met.contains(where: { $0.name == result[place].name }) {
                result[place].ceiling = "full"
            }
        }
        return result
    }

    /// Of those that cite the same evidence one that proves the whole counts before a part, then the heaviest, then the
    /// first.
    private func evidenceOnce(_ contributions: [PlainContribution]) -> [PlainContribution] {
        contributions.enumerated().filter { place, contribution in
            guard let name = contribution.assessment.report?.evidence, !name.isEmpty else { return true }
            return !contributions.enumerated().contains { other, rival in
                let (mine, theirs) = (contribution.ceiling == "full" ? 1 : 0, rival.ceiling == "full" ? 1 : 0)
                return rival.assessment.report?.evidence == name
                    && (theirs, rival.weight, -other) > (mine, contribution.weight, -place)
            }
        }.map(\.element)
    }

    /// Each part of a measure that has a word is one voice.
    private func whole(_ parts: [PlainCell]) -> PlainCell {
        let votes = parts.compactMap { part in
            rank(part.word).map { PlainVote(rank: $0, weight: 1, date: part.newest ?? "") }
        }
        let asked = parts.filter { $0.addressed > 0 }.count
        let isEnough = votes.count * 100 >= workspace.quorum * asked
        let level = winner(votes).map { isEnough ? word($0) : "too-little-known" }
        return PlainCell(
            word: level ?? Self.leastNothing(parts.map(\.word)), spread: parts.flatMap(\.spread),
            isDivergent: parts.contains(where: \.isDivergent), isContradicted: parts.contains(where: \.isContradicted),
            isStale: parts.contains(where: \.isStale), isOverdue: parts.contains(where: \.isOverdue),
            newest: parts.compactMap(\.newest).max(), contributions: parts.map(\.contributions).reduce(0, +),
            addressed: parts.map(\.addressed).reduce(0, +))
    }

    // MARK: Rules

    private func vote(_ contribution: PlainContribution, _ limits: PlainLimits) -> PlainVote {
        let rank = contribution.rank ?? -99
        return PlainVote(
            rank: contribution.ceiling == "full" ? rank : limits.within(rank), weight: contribution.weight,
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

/// How little and how much a part of a target can say of it.
struct PlainLimits {
    var lowest: Int
    var highest: Int

    func within(_ rank: Int) -> Int { rank < lowest ? lowest : rank > highest ? highest : rank }
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
