public import FollowUpModel
public import ForumKit
public import ForumWorkspace

/// Why a report does or doesn't speak.
public enum ReportUse: Hashable, Sendable {
    /// It gave the progress.
    case spoke
    /// It is the newest of another voice.
    case otherVoice
    /// A newer report of the same voice stands before it.
    case older
    /// It is newer, but about an earlier stage or something else, and undoes nothing.
    case undoesNothing
    /// The same voice says something else on the same day.
    case contradicts
    /// It speaks only of a part of the commitment.
    case partial
    /// Its date lies after the as-of day, or may do so.
    case afterAsOf
    /// It is not sure enough.
    case belowConfidence
}

/// One report in an explanation.
public struct ExplainedReport: Sendable {
    /// The report.
    public var index: ReportIndex
    /// What it says.
    public var row: ReportRow
    /// The forum's own word.
    public var word: StatusWord
    /// Whether and why it speaks.
    public var use: ReportUse
    /// Its texts and its place.
    public var texts: ReportTexts
}

/// One commitment in an explanation.
public struct ExplainedContribution: Sendable {
    /// What it contributes.
    public var contribution: Contribution
    /// How it is used.
    public var use: ContributionUse
    /// The commitment that cites the same evidence and counts instead; nil where none does.
    public var twin: Commitment?
    /// The forum.
    public var forum: ForumSnapshot
    /// The commitment.
    public var commitment: Commitment
    /// How it is aligned to the target.
    public var alignments: [Alignment]
    /// The module's reading.
    public var assessment: Assessment
    /// The rule behind the standing.
    public var standingRule: ModuleRule?
    /// The rule behind the progress.
    public var progressRule: ModuleRule?
    /// All reports on the country and commitment, newest first, but for those that only set a due date.
    public var reports: [ExplainedReport]
}

/// The whole chain behind one cell: what counts, what was considered and not used, down to file and line.
public struct Explanation: Sendable {
    /// The measure or line.
    public var target: TargetIndex
    /// Whom the cell is about.
    public var subject: CellSubject
    /// The cell.
    public var cell: Cell
    /// The rule by which it is consolidated.
    public var rule: ConsolidationRule
    /// For a measure with lines: its own alignments and each of its lines, whose cells make up this one.
    public var parts: [(target: TargetIndex, cell: Cell)]
    /// What every commitment aligned to the target itself that addresses the country says.
    public var contributions: [ExplainedContribution]
    /// How many more there are, where only the weightiest were asked for.
    public var omitted: Int
    /// Aligned commitments that don't address the country at all.
    public var notAsked: [NotAsked]

    /// A commitment that doesn't address a country.
    public struct NotAsked: Sendable {
        /// The forum.
        public var forum: ForumSnapshot
        /// The commitment's place in it.
        public var index: CommitmentIndex
        /// The commitment.
        public var commitment: Commitment { forum.forum[index] }
    }
}

extension Snapshot {
    /// Explains a cell.
    ///
    /// - Parameter most: how many contributions are explained; where there are more, those that weigh most, of these the
    ///   newest. Nil for all.
    public func explain(_ target: TargetIndex, _ country: CountryIndex, most: Int? = nil) -> Explanation {
        explain(target, country, among: contributions(target, country), most: most)
    }

    /// Explains a cell whose contributions are known.
    package func explain(
        _ target: TargetIndex, _ country: CountryIndex,
        among all: [(contribution: Contribution, use: ContributionUse)], most: Int?
    ) -> Explanation {
        let chosen = most.map { all.weightiest($0) } ?? Array(all.indices)
        return Explanation(
            target: target, subject: .country(country), cell: self[target, country], rule: rule,
            parts: parts(target, country), contributions: chosen.map { explain($0, among: all, target, country) },
            omitted: all.count - chosen.count, notAsked: notAsked(target, all.map(\.contribution)))
    }

    /// Explains the contribution at a place among all of a cell.
    func explain(
        _ place: Int, among all: [(contribution: Contribution, use: ContributionUse)], _ target: TargetIndex,
        _ country: CountryIndex
    ) -> ExplainedContribution {
        let contribution = all[place].contribution
        guard let assessment = forums[contribution.forum].assessment(of: country, in: contribution.commitment) else {
            preconditionFailure("a contribution is made from an assessment")
        }
        return explain(place, among: all, target, assessment)
    }

    /// Explains the contribution at a place among all of a cell, which is made of an assessment.
    func explain(
        _ place: Int, among all: [(contribution: Contribution, use: ContributionUse)], _ target: TargetIndex,
        _ assessment: Assessment
    ) -> ExplainedContribution {
        let (contribution, use) = all[place]
        let forum = forums[contribution.forum]
        let commitment = forum.forum[contribution.commitment]
        let metadata = forum.forum.metadata
        var twin: Commitment?
        if case .sameEvidence(let other) = use {
            let other = all[other].contribution
            twin = forums[other.forum].forum[other.commitment]
        }
        return ExplainedContribution(
            contribution: contribution, use: use, twin: twin, forum: forum, commitment: commitment,
            alignments: commitment.alignments.filter { $0.target == target }, assessment: assessment,
            standingRule: metadata.rule(assessment.basis.standingRule),
            progressRule: metadata.rule(assessment.basis.progressRule),
            reports: reports(forum.forum, contribution.commitment, assessment))
    }

    /// The reports on a party and commitment, newest first, each with its use.
    ///
    /// A report that only sets a due date says nothing about what has been done and takes no voice's place.
    private func reports(
        _ forum: LoadedForum, _ commitment: CommitmentIndex, _ assessment: Assessment
    ) -> [ExplainedReport] {
        let words = forum.definition.statusWords
        var heard: Set<Voice> = []
        let speaker = assessment.basis.report.map { forum.reports[$0] }
        let rows = forum.grouping.rows(of: commitment, party: assessment.party).map { ($0, forum.reports[$0]) }
        return rows.filter { $0.1.dateKind != .deadline }.sorted { left, right in
            left.1.date == right.1.date ? left.0 > right.0 : left.1.date > right.1.date
        }.map { index, row in
            let use: ReportUse
            if !row.date.hasPassed(by: asOf) {
                use = .afterAsOf
            } else if row.confidence < options.minConfidence {
                use = .belowConfidence
            } else if row.isPartial {
                use = .partial
            } else {
                // A module may let an older report of a voice speak, such as the deposit itself.
                let isNewest = heard.insert(row.voice).inserted
                if assessment.basis.reports.contains(index) {
                    use = .spoke
                } else if let speaker, speaker.voice == row.voice {
                    let isOther = words[Int(row.status.rawValue)].progress?.rank != assessment.progress.rank
                    use =
                        row.date == speaker.date && isOther && assessment.isContradicted
                        ? .contradicts : row.date > speaker.date ? .undoesNothing : .older
                } else {
                    use = isNewest ? .otherVoice : .older
                }
            }
            return ExplainedReport(
                index: index, row: row, word: words[Int(row.status.rawValue)], use: use, texts: forum.texts(of: index))
        }
    }

    /// Commitments aligned to a target of which none of a country's contributions comes: they don't address it; whom those
    /// of a forum that failed address isn't known.
    private func notAsked(_ target: TargetIndex, _ contributions: [Contribution]) -> [Explanation.NotAsked] {
        // Both are in the order of the alignments.
        var rest = contributions[...]
        return alignments[Int(target.rawValue)].compactMap { aligned in
            if let next = rest.first, next.forum == aligned.forum, next.commitment == aligned.commitment {
                rest.removeFirst()
                return nil
            }
            let forum = forums[aligned.forum]
            return forum.failure == nil ? Explanation.NotAsked(forum: forum, index: aligned.commitment) : nil
        }
    }
}

extension [(contribution: Contribution, use: ContributionUse)] {
    /// The places of so many that weigh most, of these the newest, in their order.
    fileprivate func weightiest(_ most: Int) -> [Int] {
        guard count > most else { return Array<Int>(indices) }
        func weight(_ place: Int) -> Int {
            if case .counted(let weight) = self[place].use { weight } else { -1 }
        }
        let ranked = indices.sorted { left, right in
            let (a, b) = (weight(left), weight(right))
            guard a == b else { return a > b }
            let (first, second) = (self[left].contribution.date?.code, self[right].contribution.date?.code)
            return first == second ? left < right : (first ?? .min) > (second ?? .min)
        }
        return ranked.prefix(most).sorted()
    }
}
