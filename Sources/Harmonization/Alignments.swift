import FollowUpModel
import ForumKit
import ForumWorkspace

/// One commitment's alignment to one target.
struct AlignedCommitment: Sendable, Hashable {
    var forum: Int
    var commitment: CommitmentIndex
    var relation: Relation
    /// The number of the declared cover of the target that it is a part of, from 0.
    var cover: Int?

    /// The tracked commitments aligned to each target itself.
    static func byTarget(
        forums: [LoadedForum], framework: Framework, covers: [Cover]
    ) -> [[AlignedCommitment]] {
        var result = [[AlignedCommitment]](repeating: [], count: framework.targets.count)
        for (forumPlace, forum) in forums.enumerated() {
            for (place, commitment) in forum.commitments.enumerated() where commitment.isTracked {
                for alignment in commitment.alignments {
                    let target = framework[alignment.target].id
                    let cover =
                        covers.isEmpty
                        ? nil
                        : covers.firstIndex {
                            $0.target == target && $0.commitments.contains("\(forum.definition.id)/\(commitment.id)")
                        }
                    result[Int(alignment.target.rawValue)].append(
                        AlignedCommitment(
                            forum: forumPlace, commitment: CommitmentIndex(place), relation: alignment.relation,
                            cover: cover))
                }
            }
        }
        return result
    }
}

/// What the commitments aligned to one target say, country by country.
///
/// The assessments of a commitment lie one after the other and are dealt out to the countries of their parties: nothing
/// is searched for, and the memory is used again for target after target.
struct ContributionLists {
    /// The number of countries of the picture.
    let countryCount: Int
    /// The lists of all countries one after the other, each with room for as many as are aligned.
    private var all: [Contribution] = []
    /// How long each list may get, and how long it is.
    private var room = 0
    private var counts: [Int]
    private let forums: [ForumSnapshot]
    private let evidence: EvidenceNumbers
    private let terms: [Relation: RelationTerms]
    /// How many commitments each declared cover names.
    private let coverSizes: [Int]
    /// The rank of the scale's highest level.
    private let top: Int

    init(of forums: [ForumSnapshot], countryCount: Int, evidence: EvidenceNumbers, settings: Consolidation, top: Int) {
        self.forums = forums
        self.evidence = evidence
        self.countryCount = countryCount
        counts = [Int](repeating: 0, count: countryCount)
        terms = Dictionary(
            uniqueKeysWithValues: Relation.allCases.map { ($0, RelationTerms(of: $0, settings, top: top)) })
        coverSizes = settings.covers.map(\.commitments.count)
        self.top = top
    }

    /// The contributions of the country at a place of the picture, forum by forum.
    subscript(place: Int) -> ArraySlice<Contribution> { all[place * room..<place * room + counts[place]] }

    /// Fills the lists with what the commitments aligned to a target say.
    mutating func fill(with aligned: [AlignedCommitment]) {
        // Each commitment speaks at most once of a country.
        room = aligned.count
        for place in counts.indices { counts[place] = 0 }
        if all.count < room * countryCount {
            all += repeatElement(Contribution.missing, count: room * countryCount - all.count)
        }
        for aligned in aligned {
            let forum = forums[aligned.forum]
            let terms = terms(of: aligned)
            let list = forum.assessments(of: aligned.commitment)
            for assessment in list.packed {
                guard let country = forum.place(of: assessment.party) else { continue }
                precondition(counts[country] < room, "one party of a forum stands for a country")
                all[country * room + counts[country]] = contribution(aligned, list, assessment, terms)
                counts[country] += 1
            }
        }
        let covers = Set(aligned.compactMap(\.cover))
        guard !covers.isEmpty else { return }
        for place in counts.indices {
            lift(&all[place * room..<place * room + counts[place]], where: aligned, covers)
        }
    }

    /// Lets commitments that together cover the target carry their level, where the country has met all of them; what
    /// gives indications alone covers nothing.
    private func lift(
        _ contributions: inout ArraySlice<Contribution>, where aligned: [AlignedCommitment], _ covers: Set<Int>
    ) {
        for cover in covers {
            let members = aligned.filter { $0.cover == cover }
            let places = contributions.indices.filter { place in
                let contribution = contributions[place]
                return contribution.standing.counts && contribution.progress.rank == top
                    && contribution.ceiling != .indication
                    && members.contains {
                        $0.forum == contribution.forum && $0.commitment == contribution.commitment
                    }
            }
            guard places.count == coverSizes[cover] else { continue }
            for place in places { contributions[place].ceiling = .full }
        }
    }

    /// What the commitments aligned to a target say of one country, which is looked for in each.
    func contributions(of aligned: [AlignedCommitment], to country: CountryIndex) -> [Contribution] {
        var found = aligned.compactMap { aligned in
            let forum = forums[aligned.forum]
            let list = forum.assessments(of: aligned.commitment)
            return forum.party(of: country).flatMap(list.place).map {
                contribution(aligned, list, list.packed[$0], terms(of: aligned))
            }
        }
        lift(&found[...], where: aligned, Set(aligned.compactMap(\.cover)))
        return found
    }

    /// What the jointly owed commitments of a forum say of the forum as a whole.
    func jointContributions(of aligned: [AlignedCommitment], _ place: Int) -> [Contribution] {
        aligned.filter { $0.forum == place && forums[place].forum[$0.commitment].owed == .jointly }.flatMap { aligned in
            let (list, terms) = (forums[place].assessments(of: aligned.commitment), terms(of: aligned))
            return list.packed.map { contribution(aligned, list, $0, terms) }
        }
    }

    private func terms(of aligned: AlignedCommitment) -> RelationTerms {
        guard let terms = terms[aligned.relation] else { preconditionFailure("every relation has its terms") }
        return terms
    }

    @inline(__always)
    private func contribution(
        _ aligned: AlignedCommitment, _ list: AssessmentList, _ assessment: PackedAssessment, _ terms: RelationTerms
    ) -> Contribution {
        Contribution(
            forum: aligned.forum, commitment: aligned.commitment, relation: aligned.relation,
            ceiling: terms.ceiling, standing: assessment.standing, progress: assessment.progress,
            voices: assessment.voices, weight: terms.weight(of: assessment.standing), date: assessment.date,
            evidence: assessment.citesEvidence ? number(of: list.report(of: assessment), aligned.forum) : 0,
            isDurable: assessment.isDurable, isContradicted: assessment.isContradicted, isOverdue: assessment.isOverdue,
            witness: assessment.witness)
    }

    /// The number, the same in all forums, of the evidence that a report cites.
    private func number(of report: ReportIndex?, _ forum: Int) -> Int {
        report.map { evidence.number(of: $0, in: forums[forum].forum.reports, ofForum: forum) } ?? 0
    }
}

/// What one relation lets a commitment say, looked up once for many assessments.
private struct RelationTerms {
    let ceiling: Ceiling
    private let bound: Int
    private let invited: Int
    private let pending: Int

    init(of relation: Relation, _ settings: Consolidation, top: Int) {
        ceiling = settings.ceiling(of: relation, top: top)
        bound = settings.weight(relation: relation, standing: .bound)
        invited = settings.weight(relation: relation, standing: .invited)
        pending = settings.weight(relation: relation, standing: .pending)
    }

    @inline(__always)
    func weight(of standing: Standing) -> Int {
        switch standing {
        case .bound: bound
        case .invited: invited
        case .pending: pending
        case .exempt, .suspended, .dissociated, .notAddressed: 0
        }
    }
}

extension Consolidation {
    /// How far the level of a commitment carries by a relation on a scale with this highest rank; where the scale has one
    /// level, a part proves nothing.
    func ceiling(of relation: Relation, top: Int) -> Ceiling {
        let ceiling = ceiling(of: relation)
        return ceiling == .partial && top == 0 ? .indication : ceiling
    }
}

/// Numbers for evidence names that are the same in all forums.
struct EvidenceNumbers: Sendable {
    private let numbers: [[Int]]

    init(_ tables: [ReportTable]) {
        var known: [String: Int] = [:]
        numbers = tables.map { table in
            table.evidenceNames.map { name in
                let number = known[name] ?? known.count + 1
                known[name] = number
                return number
            }
        }
    }

    /// The number of the evidence that a report of a forum cites; 0 for none.
    func number(of report: ReportIndex, in reports: ReportTable, ofForum forum: Int) -> Int {
        guard !numbers[forum].isEmpty else { return 0 }
        let own = Int(reports.evidenceNumber(of: report))
        return own == 0 ? 0 : numbers[forum][own - 1]
    }
}
