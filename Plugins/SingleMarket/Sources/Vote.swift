/// A vote in an organ of the Community: one State, one vote.
///
/// Who takes no part counts as abstaining, so only the votes in favour and against decide.
///
/// - Source: Revised Treaty of Chaguaramas, articles 27 to 29.
public struct Vote: Hashable, Sendable {
    /// The majorities that a text can need.
    public enum Majority: Hashable, Sendable, CaseIterable {
        /// A decision of the Conference: nobody against and three quarters of the membership in favour (art. 28).
        case conference
        /// A decision of another organ: three quarters of the members in favour (art. 29).
        case organ
        /// A recommendation: two thirds of the members in favour (art. 27.6).
        case recommendation
        /// A matter of procedure: more than half of those who are represented (art. 27.3).
        case procedure
    }

    /// How many members the organ has.
    public var members: Int
    /// Votes in favour.
    public var inFavour: Int
    /// Votes against.
    public var against: Int
    /// Members who were represented and abstained; the rest took no part.
    public var abstentions: Int

    /// Makes a vote; there are never more votes than members.
    public init(members: Int, inFavour: Int, abstentions: Int = 0, against: Int = 0) {
        precondition(members >= 1 && inFavour >= 0 && abstentions >= 0 && against >= 0, "votes are counted from 0")
        precondition(inFavour + abstentions + against <= members, "a member has one vote")
        self.members = members
        self.inFavour = inFavour
        self.abstentions = abstentions
        self.against = against
    }

    /// How many members must be represented: more than half of them.
    ///
    /// - Source: article 27.3.
    public static func quorum(of members: Int) -> Int { members / 2 + 1 }

    /// The least whole number that is not below three quarters of the members.
    public static func threeQuarters(of members: Int) -> Int { (members * 3 + 3) / 4 }

    /// The least whole number that is not below two thirds of the members.
    public static func twoThirds(of members: Int) -> Int { (members * 2 + 2) / 3 }

    /// Whether enough members are represented.
    public var hasQuorum: Bool { represented >= Self.quorum(of: members) }

    private var represented: Int { inFavour + against + abstentions }

    /// Whether the text is adopted by this majority.
    public func isAdopted(by majority: Majority) -> Bool {
        guard hasQuorum else { return false }
        switch majority {
        case .conference: return against == 0 && inFavour >= Self.threeQuarters(of: members)
        case .organ: return inFavour >= Self.threeQuarters(of: members)
        case .recommendation: return inFavour >= Self.twoThirds(of: members)
        case .procedure: return inFavour * 2 > represented
        }
    }

    /// Whether some members may go further among themselves: at least three, with two thirds of the membership approving.
    ///
    /// - Source: Enhanced Cooperation Protocol.
    public static func allowsEnhancedCooperation(participants: Int, approvals: Int, members: Int) -> Bool {
        participants >= 3 && approvals >= twoThirds(of: members)
    }

    /// Whether a member in arrears may vote: for two years, on the single market always, or where the bar was lifted.
    ///
    /// - Source: article 27.2.
    public static func mayVote(monthsInArrears: Int, onSingleMarket: Bool = false, isLifted: Bool = false) -> Bool {
        monthsInArrears <= 24 || onSingleMarket || isLifted
    }
}
