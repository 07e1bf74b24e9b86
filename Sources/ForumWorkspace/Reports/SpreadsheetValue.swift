import Diagnostics
import FollowUpModel

/// What spreadsheets make of dates, numbers and truth values: read where only one reading is possible.
enum SpreadsheetValue {
    /// The text as a field of the type is written; nil where it has no reading, or more than one.
    static func plain(_ text: String, _ kind: FieldDefinition.Kind) -> String? {
        switch kind {
        case .boolean: truth[text.lowercased()]
        case .decimal: decimal(text)
        case .integer: decimal(text).flatMap { wholeNumber($0) }
        case .date: date(text)
        case .text, .country, .link: nil
        }
    }

    /// The words for true and false of spreadsheets in our languages.
    private static let truth = [
        "true": "true", "verdadero": "true", "verdadeiro": "true", "vrai": "true",
        "false": "false", "falso": "false", "faux": "false",
    ]

    /// The date in `2016-02-01 00:00:00`, `2016-02-01T00:00:00.000Z` or `2014.0`, as dates are written.
    ///
    /// A time of day in a zone may belong to the day before or after where the table was made.
    static func date(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        if let end = [".0", ",0"].first(where: text.hasSuffix), bytes.count == 4 + end.utf8.count {
            return readable(String(text.dropLast(2)))
        }
        guard bytes.count > 11, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") else { return nil }
        var time = String(decoding: bytes[11...], as: UTF8.self)
        let zone = ["Z", "+00:00"].first(where: time.hasSuffix)
        if let zone { time.removeLast(zone.count) }
        guard time.utf8.allSatisfy({ (zone == nil ? "0123456789:." : "0:.").utf8.contains($0) }) else { return nil }
        return readable(String(decoding: bytes[..<10], as: UTF8.self))
    }

    private static func readable(_ date: String) -> String? { PartialDate(date) == nil ? nil : date }

    /// What to do about a text that may have been a date before a spreadsheet had it; nil for others.
    static func advice(on text: String) -> String? {
        if !text.isEmpty, text.allSatisfy({ $0 == "#" }) {
            return "the column was too narrow to show the date; widen it in the spreadsheet and save again"
        }
        if let number = Int32(wholeNumber(text) ?? ""), (15_000...60_000).contains(number) {
            // Days are counted from the end of 1899, by old Apple machines from 1904.
            let days = [number - 25_569, number - 25_569 + 1462].map { CalendarDay(number: $0).description }
            return "a spreadsheet may count days so: it is \(days[0]) then, or \(days[1]) where it counts from 1904; "
                + "format the column as yyyy-mm-dd and save again"
        }
        let parts = text.foldedForSearch.split { "-/. ".contains($0) }
        guard parts.count == 2, let name = parts.first(where: { Int($0) == nil }), months.contains(name.prefix(3)),
            let number = parts.first(where: { Int($0) != nil }), number.count <= 2
        else { return nil }
        return "a spreadsheet has shortened it, and \(number) can be a day or the end of a year; format the column as "
            + "yyyy-mm-dd or as text and write the date again"
    }

    private static let months: Set<Substring> = Set(
        "jan ene feb fev mar apr abr avr may mai jun jui jul aug ago aou sep set oct out nov dec dic dez"
            .split(separator: " "))

    /// The numbers that a text with commas, dots and spaces may stand for, as they are written here.
    static func decimals(_ text: String) -> [String] {
        func isMark(_ character: Character) -> Bool { ",. \u{A0}\u{202F}".contains(character) }
        guard let last = text.last(where: isMark) else { return [] }
        let parts = text.split(separator: last, omittingEmptySubsequences: false)
        var readings: [String] = []
        // The last mark parts the fraction, any other one thousands.
        if parts.count == 2, last == "," || last == "." {
            let whole = parts[0].split(omittingEmptySubsequences: false, whereSeparator: isMark)
            if isGrouped(whole) { readings.append(whole.joined() + "." + parts[1]) }
        }
        // Or there is no fraction, and all are alike.
        if isGrouped(parts) { readings.append(parts.joined()) }
        return readings.filter(isNumber)
    }

    private static func decimal(_ text: String) -> String? {
        if isNumber(text) { return text }
        let readings = decimals(text)
        return readings.count == 1 ? readings[0] : nil
    }

    /// Whether parts of a number can be groups of thousands: three digits each, but for the first one.
    private static func isGrouped(_ parts: [Substring]) -> Bool {
        guard let first = parts.first else { return false }
        let sign = first.hasPrefix("-") ? 1 : 0
        return parts.count == 1
            || parts.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(first.count - sign)
                && first.dropFirst(sign).first != "0"
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { "0123456789.-".utf8.contains($0) } && Double(text)?.isFinite == true
    }

    /// `12` for `12` and `12.0`.
    private static func wholeNumber(_ text: String) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count < 3, let whole = parts.first, Int(whole) != nil, parts.dropFirst().allSatisfy(isZero) else {
            return nil
        }
        return String(whole)
    }

    private static func isZero(_ digits: Substring) -> Bool { !digits.isEmpty && digits.allSatisfy { $0 == "0" } }
}
