public import FollowUpModel

// Literals are for tests: a text that is no date ends the program.

extension PartialDate: ExpressibleByStringLiteral {
    /// Makes a date of a text such as `2012`, `2012-06` or `2012-06-30`.
    public init(stringLiteral text: String) {
        guard let date = PartialDate(text) else { preconditionFailure("'\(text)' is no date") }
        self = date
    }
}

extension CalendarDay: ExpressibleByStringLiteral {
    /// Makes a day of a text such as `2012-06-30`.
    public init(stringLiteral text: String) {
        let date = PartialDate(stringLiteral: text)
        precondition(date.precision == .day, "'\(text)' is no day")
        self = date.earliest
    }
}
