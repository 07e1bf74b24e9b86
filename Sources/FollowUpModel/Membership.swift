public import Diagnostics

/// What a country is to a forum on a date.
public enum MembershipStanding: String, Hashable, Sendable, CaseIterable {
    /// A full member.
    case member
    /// An associate.
    case associate
    /// An observer.
    case observer
    /// A State on its way to becoming a member.
    case acceding
    /// A member whose membership is suspended.
    case suspended
    /// A member that takes no part by its own decision.
    case notParticipating = "not-participating"
    /// A former member.
    case withdrawn
}

/// A stretch of a membership in which something special holds, such as a suspension.
public struct MembershipSpell: Hashable, Sendable, Sourced {
    /// When it holds.
    public var interval: DatedInterval
    /// How sure it is, where it is read, and why it holds, in a few words.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a spell.
    public init(interval: DatedInterval, provenance: Provenance = Provenance(), origin: SourceRange) {
        self.interval = interval
        self.provenance = provenance
        self.origin = origin
    }
}

/// One country's membership of a forum, with its dates; a country may have several one after the other.
public struct Membership: Hashable, Sendable, Sourced {
    /// The country's alpha-3 code.
    public var country: String
    /// What it is to the forum.
    public var standing: MembershipStanding
    /// When it holds.
    public var interval: DatedInterval
    /// Spells of suspension.
    public var suspensions: [MembershipSpell]
    /// Spells in which the member took no part by its own decision.
    public var absences: [MembershipSpell]
    /// The time a new member has to adopt what the forum decided before.
    public var adoptionPeriod: MembershipSpell?
    /// How sure it is, where it is read, and a remark.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a membership.
    public init(
        country: String, standing: MembershipStanding, interval: DatedInterval, suspensions: [MembershipSpell] = [],
        absences: [MembershipSpell] = [], adoptionPeriod: MembershipSpell? = nil,
        provenance: Provenance = Provenance(), origin: SourceRange
    ) {
        self.country = country
        self.standing = standing
        self.interval = interval
        self.suspensions = suspensions
        self.absences = absences
        self.adoptionPeriod = adoptionPeriod
        self.provenance = provenance
        self.origin = origin
    }

    /// What the country is on a day by this membership alone; nil before it began.
    public func standing(on day: CalendarDay) -> MembershipStanding? {
        guard interval.covers(day) else {
            let hasEnded = interval.until.map { $0.earliest <= day } ?? false
            return hasEnded ? .withdrawn : nil
        }
        if suspensions.contains(where: { $0.interval.covers(day) }) { return .suspended }
        if absences.contains(where: { $0.interval.covers(day) }) { return .notParticipating }
        return standing
    }
}

extension Sequence<Membership> {
    /// What one country is to the forum on a day: the membership in force that was declared last; else withdrawn when
    /// one has ended; nil when it never was anything to the forum by then.
    public func standing(of country: String, on day: CalendarDay) -> MembershipStanding? {
        var result: MembershipStanding?
        for membership in self where membership.country == country {
            guard let standing = membership.standing(on: day) else { continue }
            if standing != .withdrawn || result == nil { result = standing }
        }
        return result
    }

    /// What one country is to the forum on a day, whether or not its membership is suspended or it takes no part; nil
    /// when it is nothing to it.
    public func rank(of country: String, on day: CalendarDay) -> MembershipStanding? {
        var result: MembershipStanding?
        for membership in self where membership.country == country && membership.interval.covers(day) {
            result = membership.standing
        }
        return result
    }
}

/// An organ of a forum that can be asked to do something or be reported on, such as its presidency.
public struct Organ: Hashable, Sendable {
    /// What kind of organ it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The forum itself.
        case forum
        /// Its presidency.
        case presidency
        /// Its secretariat.
        case secretariat
        /// Any other body.
        case body
    }

    /// The id used in files.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// What kind of organ it is.
    public var kind: Kind
    /// Where it is declared; nil for the forum itself, which always exists.
    public var origin: SourceRange?

    /// Makes an organ.
    public init(id: String, name: LocalizedText, kind: Kind, origin: SourceRange?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.origin = origin
    }
}

/// A named set of members, such as those of a single market.
public struct MemberGroup: Hashable, Sendable {
    /// The id used in files.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// The countries' alpha-3 codes.
    public var members: [String]
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a group.
    public init(id: String, name: LocalizedText, members: [String], origin: SourceRange) {
        self.id = id
        self.name = name
        self.members = members
        self.origin = origin
    }
}

/// A party's place in the ``PartyTable`` of its forum.
///
/// They are ordered countries first, by code, then organs in file order.
public typealias PartyIndex = PlaceIndex<Party, UInt16>

/// Who can be bound by a commitment or be reported on.
public enum Party: Hashable, Sendable {
    /// A country.
    case country(CountryIndex, code: String)
    /// An organ of the forum.
    case organ(id: String)

    /// The code or id that names the party in files.
    public var id: String {
        switch self {
        case .country(_, let code): code
        case .organ(let id): id
        }
    }

    /// The country, if the party is one.
    public var country: CountryIndex? {
        if case .country(let index, _) = self { index } else { nil }
    }
}

/// All parties of one forum: every country that ever had a standing in it, by code, then its organs.
public struct PartyTable: Sendable {
    /// The parties.
    public let parties: [Party]
    private let indexById: [String: PartyIndex]

    /// Makes a table from its parties, whose ids are unique.
    public init(_ parties: [Party]) {
        self.parties = parties
        indexById = PartyIndex.places(of: parties.map(\.id))
    }

    /// The place of a party by its code or id, or nil.
    public func index(of id: String) -> PartyIndex? { indexById[id] }

    /// The party at a place of this table.
    public subscript(index: PartyIndex) -> Party { parties[Int(index.rawValue)] }

    /// The places of all parties.
    public var indices: [PartyIndex] { parties.indices.map(PartyIndex.init) }
}
