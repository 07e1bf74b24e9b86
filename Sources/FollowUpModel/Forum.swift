public import Diagnostics

/// What kind of body a forum is.
public enum ForumKind: String, Hashable, Sendable, CaseIterable {
    /// An organisation founded by treaty.
    case treatyOrganisation = "treaty-organisation"
    /// A forum that decides by consensus, without a founding treaty.
    case consensusForum = "consensus-forum"
    /// A voluntary consultative process.
    case consultativeProcess = "consultative-process"
    /// A committee that watches over a treaty.
    case treatyBody = "treaty-body"
    /// A set of treaties with one depositary's records.
    case treatyCollection = "treaty-collection"
    /// A worldwide framework.
    case globalFramework = "global-framework"
    /// An intergovernmental conference.
    case conference
}

/// A field that a forum adds to its commitments or reports.
public struct FieldDefinition: Hashable, Sendable {
    /// What a value may be.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Any text.
        case text
        /// `true` or `false`.
        case boolean
        /// A whole number.
        case integer
        /// A number with a fraction.
        case decimal
        /// A partial date.
        case date
        /// A country's alpha-3 code.
        case country
        /// An address on the web.
        case link
    }

    /// The name: a key in commitments.yaml, a column in reports.
    public var name: String
    /// What a value may be.
    public var kind: Kind
    /// The only texts allowed, if any are listed.
    public var values: [String]
    /// Whether it must be given.
    public var isRequired: Bool
    /// What it means.
    public var description: String?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a field.
    public init(
        name: String, kind: Kind, values: [String] = [], isRequired: Bool = false, description: String? = nil,
        origin: SourceRange
    ) {
        self.name = name
        self.kind = kind
        self.values = values
        self.isRequired = isRequired
        self.description = description
        self.origin = origin
    }
}

/// A plan or cycle with its own words.
public struct Round: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// When it runs.
    public var interval: DatedInterval
    /// Its own status words; nil when it uses the forum's.
    public var vocabulary: Vocabulary?
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a round.
    public init(
        id: String, name: LocalizedText, interval: DatedInterval, vocabulary: Vocabulary?, origin: SourceRange
    ) {
        self.id = id
        self.name = name
        self.interval = interval
        self.vocabulary = vocabulary
        self.origin = origin
    }
}

/// A rule of a forum: how it decides, when a text enters into force, who reports when.
public struct ForumRule: Hashable, Sendable, Sourced {
    /// The id, such as `MER-R3`.
    public var id: String
    /// The matter, in a few words.
    public var topic: LocalizedText
    /// The article it stands in.
    public var article: String?
    /// What it says.
    public var statement: LocalizedText
    /// How sure it is, where it is read, and a remark.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a rule.
    public init(
        id: String, topic: LocalizedText, article: String?, statement: LocalizedText, provenance: Provenance,
        origin: SourceRange
    ) {
        self.id = id
        self.topic = topic
        self.article = article
        self.statement = statement
        self.provenance = provenance
        self.origin = origin
    }
}

/// A list that somebody keeps complete, so that what isn't on it has not happened.
///
/// Outside a record silence proves nothing.
public struct ClosedRecord: Hashable, Sendable, Sourced {
    /// The ids of the commitments that it covers.
    public var commitments: [String]
    /// Until when it is complete.
    public var completeUntil: PartialDate
    /// Who keeps it, for people.
    public var keptBy: LocalizedText
    /// How sure it is, where it is read, and a remark.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a record.
    public init(
        commitments: [String], completeUntil: PartialDate, keptBy: LocalizedText,
        provenance: Provenance = Provenance(), origin: SourceRange
    ) {
        self.commitments = commitments
        self.completeUntil = completeUntil
        self.keptBy = keptBy
        self.provenance = provenance
        self.origin = origin
    }
}

/// A forum as its forum.yaml describes it: members, organs, words, rules.
public struct ForumDefinition: Sendable {
    /// The id, which is its folder's name.
    public var id: String
    /// The name of its module.
    public var module: String
    /// The name for people.
    public var name: LocalizedText
    /// The short name for people.
    public var acronym: LocalizedText?
    /// What kind of body it is.
    public var kind: ForumKind
    /// Since when it no longer works, if so.
    public var dormantSince: PartialDate?
    /// Until when its data reach, where that is declared; else its newest report tells.
    public var dataUntil: PartialDate?
    /// Where that is declared.
    public var dataUntilRange: SourceRange?
    /// The lists that somebody keeps complete.
    public var records: [ClosedRecord] = []
    /// Its languages.
    public var languages: [Language] = []
    /// Its organs.
    public var organs: [Organ] = []
    /// Its memberships, in file order.
    public var memberships: [Membership] = []
    /// Named sets of members.
    public var groups: [MemberGroup] = []
    /// Whose word counts most, the most trusted first.
    public var voices = Voice.defaultOrder
    /// Its own status words.
    public var vocabulary: Vocabulary
    /// Where its status words are declared.
    public var statusesRange: SourceRange?
    /// Its plans and cycles.
    public var rounds: [Round] = []
    /// Its meetings, in time order.
    public var sessions: [ForumSession] = []
    /// Fields it adds to commitments.
    public var commitmentFields: [FieldDefinition] = []
    /// Fields it adds to reports.
    public var reportFields: [FieldDefinition] = []
    /// Its rules.
    public var rules: [ForumRule] = []
    /// What is known about it, in prose.
    public var background: [BackgroundItem] = []
    /// All who can be addressed or reported on.
    public var parties = PartyTable([])
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a forum with the least it needs; the rest is set afterwards.
    public init(
        id: String, module: String, name: LocalizedText, kind: ForumKind, vocabulary: Vocabulary, origin: SourceRange
    ) {
        self.id = id
        self.module = module
        self.name = name
        self.kind = kind
        self.vocabulary = vocabulary
        self.origin = origin
    }

    /// The short name for a reader of `language`.
    public func shortName(for language: Language) -> String {
        (acronym ?? name).text(for: language)
    }

    /// The words that reports on a commitment of this round use: the round's own, else the forum's.
    public func vocabulary(ofRound round: String?) -> Vocabulary {
        rounds.first { $0.id == round }?.vocabulary ?? vocabulary
    }

    /// All status words, the forum's and those of its rounds; a ``StatusIndex`` is a place in it.
    public var statusWords: [StatusWord] {
        vocabulary.words + rounds.flatMap { $0.vocabulary?.words ?? [] }
    }

    /// What a country is to the forum on a day, or nil.
    public func membership(of country: String, on day: CalendarDay) -> MembershipStanding? {
        memberships.standing(of: country, on: day)
    }
}

extension ForumDefinition {
    /// The list that somebody keeps complete for a commitment; nil where nobody does.
    public func record(of commitment: String) -> ClosedRecord? {
        records.first { $0.commitments.contains(commitment) }
    }
}
