import Diagnostics
import FollowUpModel
import LocatedYAML

extension YAMLType where Value == PartialDate {
    /// A partial date.
    static let partialDate = YAMLType<PartialDate>.custom(
        name: "a date", code: .badDate, pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description: "A date as 2012, 2012-06 or 2012-06-30: only as much as is known.",
        examples: ["2012", "2012-06", "2012-06-30"], acceptsNumbers: true
    ) { text in
        guard let date = PartialDate(text) else {
            return .failure(
                InvalidText(
                    "'\(text)' is not a date; write 2012, 2012-06 or 2012-06-30", suggestions: text.datesMeant())
            )
        }
        return .success(date)
    }
}

extension YAMLType where Value == LocalizedText {
    /// A text in several languages.
    static let localized = YAMLType<[YAMLEntry<String>]>.localizedText.map { entries in
        LocalizedText(entries.map { LocalizedText.Wording(Language($0.key.value), $0.value) })
    }
    /// The same, or just a text, in whatever language it is written.
    static let localizedOrPlain = YAMLType<LocalizedText>.byKind(
        scalar: YAMLType<String>.prose.map { LocalizedText(plain: $0) }, mapping: .localized)
}

extension YAMLType where Value == Confidence {
    /// How sure something is.
    static let confidence = YAMLType<Confidence>.enumeration(Confidence.self) { confidence in
        switch confidence {
        case .high: "The statement itself was read in the source."
        case .medium: "Known, derived or computed; the source is the nearest support."
        case .low: "Doubtful."
        case .proposed: "A proposal of ours, not yet confirmed by anyone."
        case .unknown: "Nothing is known about it."
        }
    }
}

extension YAMLType where Value == [String] {
    /// Sources: addresses or citations.
    static let sources = YAMLType<[String]>.list(of: .source)
}

extension YAMLType where Value == String {
    /// A source: an address or a citation.
    static let source = YAMLType<String>.prose.warning { text, range in
        text.isUnsafeAddress ? .unsafeAddress(text, at: range) : nil
    }
}

extension Diagnostic {
    /// An address that no reader could or should follow.
    static func unsafeAddress(_ text: String, at range: SourceRange) -> Self {
        .warning(.unsafeAddress, at: range, "'\(text.prefix(40))' is no address that readers can follow")
    }
}

extension StringProtocol {
    /// Whether it is an address that runs something or leads to one machine alone.
    var isUnsafeAddress: Bool {
        // Who follows addresses passes over controls in them, and blanks before them.
        let start = String(decoding: utf8.filter { $0 >= 0x20 }.drop { $0 == 0x20 }.prefix(12), as: UTF8.self)
            .lowercased()
        return ["javascript:", "vbscript:"].contains { start.hasPrefix($0) }
            || ["data:", "file:", "blob:"].contains { start.hasPrefix($0) && !start.hasPrefix($0 + " ") && start != $0 }
    }
}

extension YAMLType where Value == String {
    /// A country's alpha-3 code, three capital letters.
    static let countryCode = YAMLType<String>.custom(
        name: "a country's code", code: .unknownCountry, pattern: "^[A-Z]{3}$",
        description: "ISO 3166-1 alpha-3, three capital letters.", examples: ["ARG", "CRI"]
    ) { text in
        let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        guard isCode else {
            return .failure(
                InvalidText(
                    "'\(text)' is no country code such as ARG",
                    suggestions: text.utf8.count == 3 ? [text.uppercased()] : []))
        }
        return .success(text)
    }
}

extension Provenance {
    /// Reads the three keys that most records end with.
    static func read(_ record: inout RecordReader) -> Provenance {
        Provenance(
            confidence: record.optional("confidence", .confidence, "How sure it is."),
            sources: record.optional("sources", .sources, "Where it is read: addresses or citations.") ?? [],
            note: record.optional("note", .prose, "A remark."))
    }
}

extension YAMLType<BackgroundItem> {
    static let background = record(
        "background-item", "Something that is known and worth keeping, in prose, with its source."
    ) { record in
        let id = record.optional("id", .identifier, "Its id, where it has one.")
        let topic = record.required("topic", .prose, "The matter, in a few words.")
        let text = record.required("text", .prose, "What is known.")
        let date = record.optional("date", .partialDate, "The date it speaks of.")
        let provenance = Provenance.read(&record)
        guard let topic, let text else { return nil }
        return BackgroundItem(id: id, topic: topic, text: text, date: date, provenance: provenance)
    }
}

extension YAMLType where Value == Located<String> {
    /// A text with its place.
    static let locatedText = YAMLType<Located<String>>.located(.text)
    /// An id with its place.
    static let locatedIdentifier = YAMLType<Located<String>>.located(.identifier)
    /// A name in kebab case with its place.
    static let locatedName = YAMLType<Located<String>>.located(.name)
    /// A country's code with its place.
    static let locatedCountryCode = YAMLType<Located<String>>.located(.countryCode)
}
