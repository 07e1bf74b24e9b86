import Diagnostics
public import FollowUpModel

/// What a test may write for a date: a text such as `2012-06`, a date, or a day.
public protocol MadeUpDate {
    /// The date.
    var partialDate: PartialDate { get }
}

extension PartialDate: MadeUpDate {
    /// This date.
    public var partialDate: PartialDate { self }
}

extension CalendarDay: MadeUpDate {
    /// This day.
    public var partialDate: PartialDate { PartialDate(self) }
}

extension String: MadeUpDate {
    /// The date that the text tells.
    public var partialDate: PartialDate {
        guard let date = PartialDate(self) else { preconditionFailure("'\(self)' is no date") }
        return date
    }
}

extension DatedInterval {
    static func made(_ since: (any MadeUpDate)?, _ until: (any MadeUpDate)?) -> DatedInterval {
        DatedInterval(since: since?.partialDate, until: until?.partialDate)
    }
}

extension CommitmentException {
    /// Makes an exception of a party.
    public static func made(
        _ kind: Kind, for party: String, since: (any MadeUpDate)? = nil, until: (any MadeUpDate)? = nil
    ) -> CommitmentException {
        CommitmentException(
            party: party, kind: kind, interval: .made(since, until), origin: .wholeFile(FileID(rawValue: 0)))
    }
}
