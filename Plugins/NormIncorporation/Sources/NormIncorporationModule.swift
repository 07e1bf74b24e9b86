public import Diagnostics
public import FollowUpModel
public import ForumKit

/// Norms of an organisation that take effect once its States have brought them into their own law, or directly.
///
/// With `effect: simultaneous` (MERCOSUR) a norm is in force for all at once, so many days after the secretariat told
/// the States that all of them had incorporated it. With `effect: direct` (Andean Community, SICA) it binds from its
/// approval and applies from its publication. Agreements annexed to a norm enter into force by their own clause.
public struct NormIncorporationModule: ForumModule {
    /// Name, summary, options and rules.
    public static let metadata = ModuleMetadata(
        name: "norm-incorporation",
        summary: LocalizedText(
            en: "Norms that take effect once all States have incorporated them, or directly on publication.",
            es: "Normas que rigen cuando todos los Estados las incorporaron, o directamente al publicarse.",
            pt: "Normas que vigoram quando todos os Estados as incorporaram, ou diretamente ao serem publicadas.",
            fr: "Normes en vigueur quand tous les États les ont incorporées, ou directement dès leur publication."),
        options: [effect.declaration, daysAfterNotice.declaration],
        rules: NormRules.all + TreatyRules.all)

    /// How a norm takes effect.
    enum Effect: String, CaseIterable {
        /// For all at once, when all have incorporated it.
        case simultaneous
        /// At once, on publication.
        case direct
    }

    /// How a norm takes effect where it declares no clause of its own.
    static let effect = ModuleOption(
        "effect", default: Effect.simultaneous, example: .direct,
        "How a norm takes effect where it declares no clause of its own.")
    /// Days from the secretariat's notice to the entry into force.
    static let daysAfterNotice = ModuleOption(
        "days-after-notice", in: 0...3_660, default: 30, example: 30,
        "Days from the secretariat's notice to the entry into force for all.")

    private let isDirect: Bool
    private let daysAfterNotice: Int
    private let levelInForce: Progress?

    /// Makes the module for one forum.
    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
        isDirect = options[Self.effect] == .direct
        daysAfterNotice = options[Self.daysAfterNotice]
        levelInForce = forum.statusWords.first { $0.act == .entryIntoForce && ($0.progress?.rank ?? -1) >= 0 }?.progress
    }

    /// Reads one commitment: standing by membership, adoption period and clause; progress by words, held below
    /// complete while a norm that all must incorporate is not in force, and lifted by its entry into force.
    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
        let norm = reading(of: evidence)
        let hold = norm.hold
        let isRepealed = evidence.words.first([.repeal], in: evidence.reportsOnForum) != nil
        return evidence.addressed.map { party in
            var standing = norm.standing(of: party)
            if isRepealed, standing.standing.counts { standing = StandingReading(.exempt, by: .repealed) }
            var assessment = evidence.words.assess(party, standing: standing, evidence)
            if let hold, evidence.forum.parties[party].country != nil,
                norm.date(of: [.entryIntoForce], by: party) == nil
            {
                assessment.hold(below: evidence.scaleTop, by: hold.rule, hold.figure)
            } else if assessment.standing == .bound, let effect = norm.effect(for: party),
                effect.hasCome(by: evidence.asOf) == .certain
            {
                assessment.lift(to: levelInForce, from: effect, evidence)
            }
            let isMet = assessment.progress.rank == evidence.scaleTop
            assessment.isOverdue =
                !isMet && standing.standing.counts
                && (evidence.isOverdue(standing.standing) || norm.isAdoptionLate(by: party) == true)
            return assessment
        }
    }

    /// When the norm or agreement enters into force for all; it may lie ahead of the as-of day.
    public func inForce(_ evidence: CommitmentEvidence) -> LegalDate? { reading(of: evidence).general }

    /// What the commitment's deadline says, and the adoption of earlier norms by a State that joined later.
    public func obligations(_ evidence: CommitmentEvidence, _ assessments: [Assessment]) -> [Obligation] {
        let norm = reading(of: evidence)
        // The deadline of an older norm was not set for a State that joined later.
        let held = assessments.filter { norm.newcomer($0.party) == nil }
        return evidence.deadlineObligations(held) + assessments.compactMap { norm.adoption(by: $0) }
    }

    private func reading(of evidence: CommitmentEvidence) -> NormReading {
        NormReading(evidence, isDirect: isDirect, daysAfterNotice: daysAfterNotice)
    }

    /// By when a draft comes back from internal consultation (CMC DEC 20/02, articles 1 and 2): 60 days.
    public static func consultationDeadline(draftAgreed: LegalDate) -> LegalDate {
        CalendarRule.days(60).date(after: draftAgreed)
    }
}

extension Assessment {
    /// Keeps progress and voices below the top while the norm is not in force.
    fileprivate mutating func hold(below top: Int, by rule: RuleID, _ figure: Figure?) {
        guard let rank = progress.rank, rank >= top, top > 0 else { return }
        progress = .level(.init(rank: top - 1))
        voices = voices.map { min($0.lowerBound, top - 1)...min($0.upperBound, top - 1) }
        basis.progressRule = rule
        basis.figure = figure
    }

    /// Gives the level of the forum's own word for "in force" where the State's last word is older than that.
    ///
    /// A State of which nothing is reported stays so: that a norm applies to it says nothing of what it did.
    fileprivate mutating func lift(to level: Progress?, from effect: LegalDate, _ evidence: CommitmentEvidence) {
        guard let level, let target = level.rank, let rank = progress.rank, rank >= 0, rank < target,
            let report = evidence.reports(on: party).first(where: { $0.index == basis.report }),
            report.date.latest <= effect.latest
        else { return }
        progress = level
        voices = voices.map { min($0.lowerBound, target)...max($0.upperBound, target) }
        basis.progressRule = .inForceHere
    }
}
