public import FollowUpModel

/// How a party stands, by which rule, and what that rests on.
public struct StandingReading: Hashable, Sendable {
    /// What a standing rests on, as far as a module may go on from it.
    public enum Ground: Hashable, Sendable {
        /// Nothing but that the text addresses the party: nobody has said anything of its place.
        case addressed
        /// The party takes no part, or took none when the text was adopted; it may have spoken against it besides.
        case absence
        /// The commitment declares that the party dissociated itself; it may have come back since.
        case dissociation
        /// The word of a report that tells of no act.
        case word
        /// The act that a report tells of.
        case act(LegalAct)
        /// Something that nobody's word changes, such as membership.
        case law
    }

    /// The standing.
    public var standing: Standing
    /// The rule behind it.
    public var rule: RuleID
    /// What it rests on.
    public var ground: Ground

    /// Makes a reading.
    public init(_ standing: Standing, by rule: RuleID, on ground: Ground = .law) {
        self.standing = standing
        self.rule = rule
        self.ground = ground
    }
}

extension RollCall {
    /// How a party stands towards a commitment by membership and exceptions alone, before any report is read.
    ///
    /// The first rule that applies decides: not adopted yet; an exception of the party; its membership on the day;
    /// its absence when the text was adopted; consent to be bound still missing; else it is bound.
    public func standing(of party: PartyIndex, in commitment: Commitment) -> StandingReading {
        if let adopted = commitment.adopted, adopted.earliest > day {
            return StandingReading(.notAddressed, by: .notAdoptedYet)
        }
        let id = forum.parties[party].id
        if let exception = exception(of: id, in: commitment) { return exception }
        guard forum.parties[party].country != nil else { return StandingReading(.bound, by: .askedByName) }
        switch standing(of: party) {
        case .suspended: return StandingReading(.suspended, by: .membershipSuspended)
        case .notParticipating: return StandingReading(.exempt, by: .takesNoPart, on: .absence)
        case .withdrawn: return StandingReading(.notAddressed, by: .noLongerAMember)
        case .acceding: return StandingReading(.pending, by: .acceding)
        case .member, .associate, .observer, nil: break
        }
        if let adopted = commitment.adopted, wasAbsent(party, on: adopted) {
            return StandingReading(.notAddressed, by: .absentAtAdoption, on: .absence)
        }
        return commitment.binding == .consenting
            ? StandingReading(.invited, by: .consentNeeded)
            : StandingReading(.bound, by: .addressed, on: .addressed)
    }

    /// The exception that holds for a party on the day; reservations and declarations leave it bound.
    private func exception(of party: String, in commitment: Commitment) -> StandingReading? {
        for exception in commitment.exceptions where exception.party == party && exception.interval.covers(day) {
            switch exception.kind {
            case .dissociation: return StandingReading(.dissociated, by: .dissociated, on: .dissociation)
            case .optOut: return StandingReading(.exempt, by: .optOut)
            case .derogation: return StandingReading(.exempt, by: .derogation)
            case .deferral: return StandingReading(.exempt, by: .deferral)
            case .reservation, .declaration: continue
            }
        }
        return nil
    }
}

extension RuleID {
    /// The text had not been adopted by this date.
    public static let notAdoptedYet: RuleID = "not-adopted-yet"
    /// The country did not give its consent to the text.
    public static let dissociated: RuleID = "dissociated"
    /// The country has opted out.
    public static let optOut: RuleID = "opt-out"
    /// The country has a derogation.
    public static let derogation: RuleID = "derogation"
    /// The country has a deferral.
    public static let deferral: RuleID = "deferral"
    /// The text asks this organ by name.
    public static let askedByName: RuleID = "asked-by-name"
    /// The country's membership is suspended.
    public static let membershipSuspended: RuleID = "membership-suspended"
    /// The member takes no part, by its own decision.
    public static let takesNoPart: RuleID = "takes-no-part"
    /// The country is no longer a member.
    public static let noLongerAMember: RuleID = "no-longer-a-member"
    /// The country is still becoming a member.
    public static let acceding: RuleID = "acceding"
    /// The member took no part when the text was adopted.
    public static let absentAtAdoption: RuleID = "absent-at-adoption"
    /// The text binds only who consents to it; no consent is reported.
    public static let consentNeeded: RuleID = "consent-needed"
    /// The text addresses this country.
    public static let addressed: RuleID = "addressed"
}

/// The rules that ``RollCall/standing(of:in:)`` names.
public enum StandingRules {
    /// The rules, in the order in which they are tried.
    public static let all = ModuleRule.all([
        .notAdoptedYet, .dissociated, .optOut, .derogation, .deferral, .askedByName, .membershipSuspended, .takesNoPart,
        .noLongerAMember, .acceding, .absentAtAdoption, .consentNeeded, .addressed,
    ])
}
