import FollowUpModel

/// Whether a value fits the type that a forum declares for one of its own fields.
enum FieldChecker {
    /// Whether a report's field is acceptable; an empty one is unless the field is required.
    @inline(__always)
    static func accepts(_ bytes: some Collection<UInt8>, _ field: FieldDefinition, _ countries: CountryTable) -> Bool {
        if bytes.isEmpty { return !field.isRequired }
        if field.kind == .text, field.values.isEmpty { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        return problem(with: text, field, countries) == nil || field.kind == .boolean && plain(text, field) != nil
    }

    /// The value as the type writes it, where a spreadsheet has written it in another way that has one reading only.
    static func plain(_ text: String, _ field: FieldDefinition) -> String? {
        field.values.isEmpty ? SpreadsheetValue.plain(text, field.kind) : nil
    }

    /// What is wrong with a value, as the end of the sentence "'…' is …"; nil when nothing is.
    static func problem(with text: String, _ field: FieldDefinition, _ countries: CountryTable) -> String? {
        if !field.values.isEmpty, !field.values.contains(text) {
            return "none of \(field.values.joined(separator: ", "))"
        }
        switch field.kind {
        case .text: return nil
        case .boolean: return text == "true" || text == "false" ? nil : "neither true nor false"
        case .integer: return Int(text) != nil ? nil : "no whole number"
        case .decimal: return Double(text)?.isFinite == true ? nil : "no number"
        case .date: return PartialDate(text) != nil ? nil : "not a date; write 2012, 2012-06 or 2012-06-30"
        case .country: return countries.index(of: text) != nil ? nil : "no ISO 3166-1 alpha-3 code"
        case .link:
            return text.hasPrefix("https://") || text.hasPrefix("http://")
                ? nil : "no address that begins with https://"
        }
    }
}
