/// How long after an act something takes effect, by the calendar.
public enum CalendarRule: Hashable, Sendable {
    /// So many days after the day of the act: "30 days after", "on the 30th day after".
    case days(Int)
    /// The same day of the month so many months later; the last day of a shorter month.
    case months(Int)
    /// The first day of the month after so many months have passed (ICRMW art. 87).
    case firstOfMonthAfterMonths(Int)
    /// The first day of the so-manieth month after the month of the act (CARICOM social security agreement art. 59.2).
    case firstOfNthMonth(Int)
}

/// How a text enters into force; declared for each commitment, since one forum holds texts of many kinds.
public struct EntryIntoForce: Hashable, Sendable {
    /// The clauses that exist.
    public enum Clause: String, Hashable, Sendable, CaseIterable {
        /// On the day it is signed or adopted.
        case onSignature = "on-signature"
        /// On publication in the forum's official gazette, or on a later date that the text names.
        case onPublication = "on-publication"
        /// For all at once, after all have incorporated it and the secretariat has told them.
        case allIncorporated = "all-incorporated"
        /// Once so many States have deposited their consent.
        case deposits
        /// For each State after its own deposit, not before it is in force at all.
        case perState = "per-state"
        /// Never: it is not meant to enter into force.
        case none
    }

    /// The clause.
    public var clause: Clause
    /// How many deposits are needed, for ``Clause/deposits``.
    public var deposits: Int?
    /// How long after the act it takes effect; at once where none is given.
    public var rule: CalendarRule?
    /// The rule for States that join once it is in force.
    public var later: CalendarRule?
    /// Whether each State has to bring it into its own law.
    public var requiresIncorporation: Bool
    /// When it was published.
    public var published: PartialDate?
    /// The later date that the text names.
    public var deferredTo: PartialDate?
    /// When the secretariat told the States that all had incorporated it.
    public var notice: PartialDate?
    /// How long after its notice a denunciation takes effect.
    public var withdrawal: CalendarRule?
    /// The article.
    public var article: String?

    /// Makes a clause; the rest is set afterwards.
    ///
    /// What applies on publication needs no incorporation unless it says so; everything else does.
    public init(clause: Clause) {
        self.clause = clause
        requiresIncorporation = clause != .onPublication
    }
}

/// A meeting of a forum: a summit, a conference, a review.
public struct ForumSession: Hashable, Sendable {
    /// The kinds of meeting.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A regular meeting.
        case ordinary
        /// An extraordinary meeting.
        case special
        /// A meeting that reviews what was done.
        case review
        /// A review in the region.
        case regionalReview = "regional-review"
        /// The meeting that adopted the text.
        case adoption
    }

    /// The id, where it has one.
    public var id: String?
    /// What it is called, such as its ordinal.
    public var label: String?
    /// Its first day.
    public var date: PartialDate
    /// Its last day.
    public var until: PartialDate?
    /// The place.
    public var place: String?
    /// What kind it is.
    public var kind: Kind

    /// Makes a meeting.
    public init(id: String?, label: String?, date: PartialDate, until: PartialDate?, place: String?, kind: Kind) {
        self.id = id
        self.label = label
        self.date = date
        self.until = until
        self.place = place
        self.kind = kind
    }
}
