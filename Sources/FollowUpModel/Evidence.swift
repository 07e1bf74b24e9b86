/// How far a statement can be relied on.
public enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing is known about it.
    case unknown
    /// A proposal of ours, not yet confirmed by anyone.
    case proposed
    /// Doubtful.
    case low
    /// Known, derived or computed; the source is the nearest support.
    case medium
    /// The statement itself was read in the source.
    case high

    /// The place in the order, 0 for unknown.
    @inlinable
    public var rank: Int {
        switch self {
        case .unknown: 0
        case .proposed: 1
        case .low: 2
        case .medium: 3
        case .high: 4
        }
    }

    /// The confidence at a place in the order; `high` for 4 and more.
    @inlinable
    public init(rank: Int) {
        switch rank {
        case 0: self = .unknown
        case 1: self = .proposed
        case 2: self = .low
        case 3: self = .medium
        default: self = .high
        }
    }

    /// Orders from unknown to high.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Whose word a report is.
public enum Voice: String, Hashable, Sendable, CaseIterable {
    /// A body that reviews, such as a treaty body or a court.
    case reviewBody = "review-body"
    /// A secretariat or a depositary.
    case secretariat
    /// The government itself.
    case government
    /// Civil society.
    case civilSociety = "civil-society"
    /// Worked out from data by a program.
    case computed
    /// The source doesn't say.
    case unstated
    /// Whoever compiled the data, from own knowledge.
    case compiler

    /// The order used where a forum declares none: the most trusted first.
    public static let defaultOrder: [Voice] = [
        .reviewBody, .secretariat, .government, .civilSociety, .computed, .unstated, .compiler,
    ]

    /// The place in the declaration, a small number for tables.
    @inlinable
    public var code: UInt8 {
        switch self {
        case .reviewBody: 0
        case .secretariat: 1
        case .government: 2
        case .civilSociety: 3
        case .computed: 4
        case .unstated: 5
        case .compiler: 6
        }
    }

    /// The voice with a code; `unstated` for 5 and more.
    @inlinable
    public init(code: UInt8) {
        switch code {
        case 0: self = .reviewBody
        case 1: self = .secretariat
        case 2: self = .government
        case 3: self = .civilSociety
        case 6: self = .compiler
        case 4: self = .computed
        default: self = .unstated
        }
    }
}

/// Who chose the word of a report.
public enum WordGiver: String, Hashable, Sendable, CaseIterable {
    /// The word, or one that means the same, stands in the source.
    case source
    /// The act stands in the source; the word is the compiler's reading.
    case compiler
}

/// What the date of a report says.
public enum DateKind: String, Hashable, Sendable, CaseIterable {
    /// It happened on that date.
    case event
    /// It was true on that date; since when is not known.
    case asOf = "as-of"
    /// It has been true from that date.
    case since
    /// It is due on that date.
    case deadline

    /// The place in the declaration, a small number for tables.
    @inlinable
    public var code: UInt8 {
        switch self {
        case .event: 0
        case .asOf: 1
        case .since: 2
        case .deadline: 3
        }
    }

    /// The kind with a code; `deadline` for 3 and more.
    @inlinable
    public init(code: UInt8) {
        switch code {
        case 0: self = .event
        case 1: self = .asOf
        case 2: self = .since
        default: self = .deadline
        }
    }
}
