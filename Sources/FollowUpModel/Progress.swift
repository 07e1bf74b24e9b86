/// One rung of the shared progress scale.
public struct ProgressLevel: Hashable, Sendable {
    /// The name used in files, such as `substantial`.
    public var id: String
    /// The name for people.
    public var name: LocalizedText
    /// One letter that stands for it where there is no colour.
    public var letter: String
    /// One sign that stands for it, such as ◕.
    public var sign: String

    /// Makes a level.
    public init(id: String, name: LocalizedText, letter: String, sign: String) {
        self.id = id
        self.name = name
        self.letter = letter
        self.sign = sign
    }
}

/// The ordered levels that all forums share, least first; it is data of the workspace.
public struct ProgressScale: Hashable, Sendable {
    /// A place on the scale; 0 is the least.
    public struct Level: Hashable, Comparable, Sendable {
        /// The place, from 0.
        public var rank: UInt8

        /// Makes a place.
        public init(rank: Int) { self.rank = UInt8(rank) }

        /// Orders from least to most.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// The most levels that a scale can have.
    public static let mostLevels = 200

    /// The levels, least first; at most ``mostLevels``.
    public var levels: [ProgressLevel]
    /// A step back, which is off the scale.
    public var contrary: ProgressLevel

    /// Makes a scale from its levels, least first.
    public init(ordered levels: [ProgressLevel], contrary: ProgressLevel) {
        precondition(!levels.isEmpty && levels.count <= Self.mostLevels, "a progress scale has 1 to 200 levels")
        self.levels = levels
        self.contrary = contrary
    }

    /// The level with this name, or nil.
    public func level(named id: String) -> Level? {
        levels.firstIndex { $0.id == id }.map(Level.init(rank:))
    }

    /// The highest level: the commitment is met.
    public var top: Level { Level(rank: levels.count - 1) }

    /// The definition of a level of this scale.
    public subscript(level: Level) -> ProgressLevel { levels[Int(level.rank)] }
}

/// Why there is no word on progress; these are different things and never zero, blank or averaged in.
public enum MissingReason: String, Hashable, Sendable, CaseIterable {
    /// The country is not one of those that the commitment asks.
    case notAddressed = "not-addressed"
    /// The deadline lies ahead and nobody reported yet.
    case notYetDue = "not-yet-due"
    /// A report could be expected and there is none.
    case noReport = "no-report"
    /// There is a report, and its word says nothing about progress.
    case reportedWithoutStatus = "reported-without-status"
    /// There is a report, and the forum's word has no place on the scale.
    case unmapped
    /// There is a report that is not public.
    case withheld
    /// The forum does not work any more, and nobody reported.
    case dormant
    /// Only commitments that don't prove a level have a word.
    case indicationOnly = "indication-only"
    /// Too few parts of a whole have a word.
    case tooLittleKnown = "too-little-known"
    /// A forum that may speak here could not be read.
    case forumNotRead = "forum-not-read"

    /// Whether it says that a commitment asks the country; where a forum can't be read, nobody knows.
    public var asks: Bool { self != .notAddressed && self != .forumNotRead }
}

/// What is known about progress on one commitment or line: a level, a step back, or which kind of nothing.
public enum Progress: Hashable, Sendable {
    /// A level of the scale.
    case level(ProgressScale.Level)
    /// A step back.
    case contrary
    /// No word on progress, and why.
    case missing(MissingReason)

    /// The level, if there is one.
    public var level: ProgressScale.Level? {
        if case .level(let level) = self { level } else { nil }
    }

    /// The kind of nothing, if that is what it is.
    public var missing: MissingReason? {
        if case .missing(let kind) = self { kind } else { nil }
    }

    /// The rank used to sort and consolidate: -1 for a step back, nil for nothing.
    public var rank: Int? {
        switch self {
        case .level(let level): Int(level.rank)
        case .contrary: -1
        case .missing: nil
        }
    }
}

/// How a party stands towards a commitment on a date.
public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// The commitment holds for it.
    case bound
    /// It may join and has not.
    case invited
    /// It has begun to join and is not bound yet.
    case pending
    /// It has been let off, by opt-out, derogation, deferral or because it takes no part.
    case exempt
    /// Its membership is suspended.
    case suspended
    /// It did not give its consent to the text.
    case dissociated
    /// It is not asked.
    case notAddressed = "not-addressed"

    /// Whether its progress counts in the harmonised picture.
    public var counts: Bool {
        switch self {
        case .bound, .invited, .pending: true
        case .exempt, .suspended, .dissociated, .notAddressed: false
        }
    }
}
