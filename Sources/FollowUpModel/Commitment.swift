public import Diagnostics

/// A commitment's place in its forum's list.
public typealias CommitmentIndex = PlaceIndex<Commitment, UInt32>

/// How strongly a commitment binds.
public enum LegalForce: String, Hashable, Sendable, CaseIterable {
    /// It binds in law.
    case binding
    /// It binds politically.
    case political
    /// Each party is free to follow it.
    case voluntary
}

/// By when a commitment is to be met.
public struct Deadline: Hashable, Sendable {
    /// The dated reading of a deadline.
    public enum Reading: Hashable, Sendable {
        /// By this date.
        case date(PartialDate)
        /// Again and again.
        case recurring(Recurrence)
        /// Within a plan that ends on this date.
        case horizon(PartialDate)
        /// The forum gave only words.
        case unread
    }

    /// The dated reading.
    public var reading: Reading
    /// The forum's own words.
    public var phrase: String?

    /// Makes a deadline.
    public init(_ reading: Reading, phrase: String? = nil) {
        self.reading = reading
        self.phrase = phrase
    }

    /// Whether it comes again and again.
    public var isRecurring: Bool { if case .recurring = reading { true } else { false } }

    /// The date that is due next after `day`, or the last one if none comes any more; nil when only words are known.
    public func due(after day: CalendarDay) -> PartialDate? {
        switch reading {
        case .date(let date), .horizon(let date): date
        case .recurring(let recurrence): recurrence.next(after: day)
        case .unread: nil
        }
    }

    /// Whether a one-off date or a horizon has wholly passed by `day`; a recurrence never passes.
    public func hasPassed(by day: CalendarDay) -> Bool {
        switch reading {
        case .date(let date), .horizon(let date): date.latest < day
        case .recurring, .unread: false
        }
    }

    /// Whether the first due date still lies ahead of `day`.
    public func liesAhead(of day: CalendarDay) -> Bool {
        switch reading {
        case .date(let date), .horizon(let date): date.latest >= day
        case .recurring(let recurrence): recurrence.anchor.latest >= day
        case .unread: false
        }
    }
}

/// Why a commitment, or part of it, doesn't hold for one party.
public struct CommitmentException: Hashable, Sendable, Sourced {
    /// The kinds of exception.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The party was let out of it.
        case optOut = "opt-out"
        /// It doesn't apply for a time.
        case derogation
        /// It begins later.
        case deferral
        /// The party excludes or alters some articles.
        case reservation
        /// The party declares how it reads some articles.
        case declaration
        /// The party did not give its consent to the text.
        case dissociation
    }

    /// The party's code or id.
    public var party: String
    /// The kind.
    public var kind: Kind
    /// When it holds.
    public var interval: DatedInterval
    /// The articles concerned.
    public var articles: [String]
    /// How sure it is, where it is read, and a remark.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes an exception.
    public init(
        party: String, kind: Kind, interval: DatedInterval, articles: [String] = [],
        provenance: Provenance = Provenance(), origin: SourceRange
    ) {
        self.party = party
        self.kind = kind
        self.interval = interval
        self.articles = articles
        self.provenance = provenance
        self.origin = origin
    }
}

/// A tie from one commitment to another.
public struct CommitmentLink: Hashable, Sendable {
    /// The kinds of tie.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It replaces the other.
        case supersedes
        /// It says the same again.
        case reiterates
        /// It is a part of the other.
        case partOf = "part-of"
        /// They have to do with each other.
        case related
    }

    /// The other commitment: an id of the same forum, or `forum/id`.
    public var to: String
    /// The kind of tie.
    public var kind: Kind
    /// A remark.
    public var note: String?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a tie.
    public init(to: String, kind: Kind, note: String?, origin: SourceRange) {
        self.to = to
        self.kind = kind
        self.note = note
        self.origin = origin
    }
}

/// One undertaking of an instrument.
public struct Commitment: Sendable, Sourced {
    /// Whom a commitment binds without their doing anything more.
    public enum Binding: String, Hashable, Sendable, CaseIterable {
        /// Everybody whom it addresses.
        case addressees
        /// Only who consents to be bound, as by ratifying a treaty; the others are invited.
        case consenting
    }

    /// Who owes what a commitment asks.
    public enum Owed: String, Hashable, Sendable, CaseIterable {
        /// Each of those whom it addresses.
        case each
        /// All of them as one: it is reported once, for the forum.
        case jointly
    }

    /// The stable id.
    public var id: String
    /// The forum's own numbering.
    public var number: String?
    /// The instrument it stands in.
    public var instrument: String?
    /// What it asks, for people.
    public var title: LocalizedText
    /// When it was adopted.
    public var adopted: PartialDate?
    /// How strongly it binds.
    public var legalForce: LegalForce
    /// The forum's own word for the kind of text, such as `treaty`.
    public var form: String?
    /// Whom it binds.
    public var binding = Binding.addressees
    /// Whom it addresses: `members`, `associates`, …, group ids, country codes, organ ids.
    public var addressees = ["members"]
    /// Whether each of them owes it or all as one; organs always owe as one.
    public var owed = Owed.each
    /// By when.
    public var deadline: Deadline?
    /// For whom it doesn't hold.
    public var exceptions: [CommitmentException] = []
    /// Ties to other commitments.
    public var links: [CommitmentLink] = []
    /// What it is aligned to.
    public var alignments: [Alignment] = []
    /// Targets of the Sustainable Development Goals it serves.
    public var sdgTargets: [String] = []
    /// Objectives of the Global Compact it serves.
    public var compactObjectives: [String] = []
    /// When the instrument as a whole entered into force, where a source tells it.
    public var inForce: PartialDate?
    /// How it enters into force, where that is declared.
    public var entryIntoForce: EntryIntoForce?
    /// The round it belongs to.
    public var round: String?
    /// Whether it is followed up; false for a document kept only for its adoption.
    public var isTracked = true
    /// The forum's own fields, by name.
    public var fields: [(name: String, value: String)] = []
    /// How sure it is, where it is read, and a remark.
    public var provenance = Provenance()
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a commitment with the least it needs; the rest is set afterwards.
    public init(id: String, title: LocalizedText, legalForce: LegalForce, origin: SourceRange) {
        self.id = id
        self.title = title
        self.legalForce = legalForce
        self.origin = origin
    }

    /// Whether it binds in law.
    public var isBinding: Bool { legalForce == .binding }
}
