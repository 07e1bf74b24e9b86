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
    public var rank: Int {
        switch self {
        case .unknown: 0
        case .proposed: 1
        case .low: 2
        case .medium: 3
        case .high: 4
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

    /// The order used where a forum declares none: the most trusted first.
    public static let defaultOrder: [Voice] = [
        .reviewBody, .secretariat, .government, .civilSociety, .computed, .unstated,
    ]

    /// The place in the declaration, a small number for tables.
    public var code: UInt8 {
        switch self {
        case .reviewBody: 0
        case .secretariat: 1
        case .government: 2
        case .civilSociety: 3
        case .computed: 4
        case .unstated: 5
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
}
