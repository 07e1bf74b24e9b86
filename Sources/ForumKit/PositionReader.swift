public import FollowUpModel

/// The acts by which a State takes its place in a text that holds by taking part in it, and leaves it.
private let positionActs: Set<LegalAct> = [
    .adoption, .endorsement, .consent, .dissociation, .withdrawal, .return, .denunciation,
]

extension WordReader {
    /// How a party stands towards a text that holds by taking part: membership and exceptions first; where they leave
    /// the party free, or only say that it once dissociated itself, the newest word on its place.
    ///
    /// A word that a party objected or withdrew also says more than that it takes no part.
    ///
    /// - Parameter wholes: other commitments of the forum whose words on a party's place hold for this one too, such
    ///   as the text of which it is a part.
    public func position(
        of party: PartyIndex, in evidence: CommitmentEvidence, toldOf wholes: [String] = []
    ) -> StandingReading {
        let byMembership = evidence.roll.standing(of: party, in: evidence.commitment)
        let isOpen = byMembership.standing.counts
        guard isOpen || [.dissociation, .absence].contains(byMembership.ground) else { return byMembership }
        var newest: Report? = evidence.reports(on: party).last(where: tellsPlace)
        for whole in wholes {
            guard let told = evidence.reports(on: party, of: whole)?.last(where: tellsPlace) else { continue }
            if newest.map({ ($0.date, $0.index) < (told.date, told.index) }) ?? true { newest = told }
        }
        guard let newest else { return byMembership }
        let told = reading(of: newest, otherwise: byMembership, evidence)
        if isOpen { return told }
        if byMembership.ground != .dissociation { return told.standing == .dissociated ? told : byMembership }
        return comesBack(newest, for: evidence.forum.parties[party].id, evidence) ? told : byMembership
    }

    /// Whether a word undoes a dissociation that the commitment declares: what was said before it or with it doesn't.
    private func comesBack(_ report: Report, for party: String, _ evidence: CommitmentEvidence) -> Bool {
        let declared = evidence.commitment.exceptions.filter { $0.party == party && $0.kind == .dissociation }
            .compactMap { $0.interval.since?.latest }
        guard let act = act(of: report), [.return, .endorsement, .consent].contains(act),
            let since = declared.max() ?? evidence.commitment.adopted?.latest
        else { return false }
        return report.date.earliest > since
    }

    private func tellsPlace(_ report: Report) -> Bool {
        !report.isPartial && (standing(of: report) != nil || act(of: report).map(positionActs.contains) ?? false)
    }

    private func reading(
        of report: Report, otherwise byMembership: StandingReading, _ evidence: CommitmentEvidence
    ) -> StandingReading {
        let told = standing(of: report)
        guard let act = act(of: report) else {
            return told.map { StandingReading($0, by: .wordOfReport, on: .word) } ?? byMembership
        }
        switch act {
        case .adoption: return StandingReading(told ?? .bound, by: .tookPartInAdoption, on: .act(act))
        case .endorsement: return StandingReading(told ?? .bound, by: .endorsed, on: .act(act))
        case .consent: return StandingReading(told ?? .bound, by: .consented, on: .act(act))
        case .return: return StandingReading(told ?? .bound, by: .cameBack, on: .act(act))
        case .dissociation: return StandingReading(told ?? .dissociated, by: .objected, on: .act(act))
        case .withdrawal: return StandingReading(told ?? .dissociated, by: .withdrew, on: .act(act))
        case .denunciation:
            let notice = LegalDate(report.date)
            let effect = evidence.commitment.entryIntoForce?.withdrawalEffect(ofNotice: notice) ?? notice
            return effect.hasCome(by: evidence.asOf) == .certain
                ? StandingReading(.notAddressed, by: .denunciationEffective, on: .act(act))
                : StandingReading(.bound, by: .denunciationAhead, on: .act(act))
        default: return told.map { StandingReading($0, by: .wordOfReport, on: .act(act)) } ?? byMembership
        }
    }
}

extension RuleID {
    /// The country took part when the text was adopted.
    public static let tookPartInAdoption: RuleID = "took-part-in-adoption"
    /// The country joined the text; it holds for it from that day.
    public static let endorsed: RuleID = "endorsed"
    /// The country consented to be bound.
    public static let consented: RuleID = "consented"
    /// The country came back to the text.
    public static let cameBack: RuleID = "came-back"
    /// The country spoke against the text; it is not counted for it.
    public static let objected: RuleID = "objected"
    /// The country withdrew from the text and has not come back.
    public static let withdrew: RuleID = "withdrew"
    /// The country denounced the text; until the denunciation takes effect it still holds.
    public static let denunciationAhead: RuleID = "denunciation-ahead"
    /// The country's denunciation has taken effect.
    public static let denunciationEffective: RuleID = "denunciation-effective"
}

/// The rules that ``WordReader/position(of:in:toldOf:)`` names; modules that ask for it list them in their metadata.
public enum PositionRules {
    /// The rules.
    public static let all = ModuleRule.all([
        .tookPartInAdoption, .endorsed, .consented, .cameBack, .objected, .withdrew, .denunciationAhead,
        .denunciationEffective,
    ])
}
