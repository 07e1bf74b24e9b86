public import FollowUpModel

/// The texts of the program in one language.
///
/// Code names a message, as in `texts[.explainTitle, ["country": name]]`; what it says stands in the language's file.
public struct Texts: Sendable {
    /// The language.
    public let language: Language
    /// How large numbers are written.
    let numberForm: NumberForm
    /// How many texts are said as in the fallback, since the language has none of its own.
    public let missingCount: Int
    /// The text for each message, by its number: the form for one, where the text depends on a number.
    private let plain: [String]
    /// All forms of the texts that depend on a number.
    private let counted: [Message: Forms]

    /// The forms of a text, with the rule of the language that they are in.
    private struct Forms: Sendable {
        var texts: [String]
        var rule: PluralRule
    }

    /// Takes the texts out of a language's file; what it doesn't have is said as in `fallback`.
    package init(_ catalogue: MessageCatalogue, language: Language, fallback: Texts?) {
        self.language = language
        var plain = fallback?.plain ?? Array(repeating: "", count: Message.allCases.count)
        var counted = fallback?.counted ?? [:]
        var missing = Set(fallback == nil ? [] : Message.allCases)
        let rule = catalogue.pluralRule
        let one = rule.form(for: 1)
        for entry in catalogue.entries {
            guard let message = Message(name: entry.key) else { continue }
            // The template's own texts are the English ones.
            let own = fallback == nil ? entry.sourceForms : entry.forms
            guard fallback == nil || entry.isTranslated, let first = own.first else { continue }
            let isCounted = entry.sourcePlural != nil
            plain[message.rawValue] = isCounted && one < own.count ? own[one] : first
            counted[message] = isCounted ? Forms(texts: own, rule: rule) : nil
            missing.remove(message)
        }
        missingCount = missing.count
        // A language goes by its tag until its file says how its people call it.
        if missing.contains(.languageName) { plain[Message.languageName.rawValue] = language.code }
        numberForm = NumberForm(
            separator: plain[Message.numberSeparator.rawValue],
            grouping: Int(plain[Message.numberGrouping.rawValue]) ?? 4)
        (self.plain, self.counted) = (plain, counted)
    }

    /// What a message says; of a text that depends on a number, the form for one.
    public subscript(message: Message) -> String { plain[message.rawValue] }

    /// What a message says, with its placeholders filled in.
    public subscript(message: Message, values: KeyValuePairs<String, String>) -> String {
        plain[message.rawValue].filled(with: Array(values))
    }

    /// What a message says of a number, which stands at `{count}`, with its other placeholders filled in.
    public subscript(message: Message, count count: Int, values: KeyValuePairs<String, String> = [:]) -> String {
        form(of: message, count: count)
            .filled(with: [(key: "count", value: count.written(in: self))] + Array(values))
    }

    /// The word for a case of an enumeration.
    @inlinable
    public subscript<Case: Worded>(word: Case) -> String { self[word.message] }

    /// The word for so many things of a kind, without the number.
    public subscript<Case: Worded>(word: Case, count count: Int) -> String { form(of: word.message, count: count) }

    /// Some items in one line, as people of the language write a list.
    public func list(_ items: [String]) -> String { items.joined(separator: self[.listSeparator]) }

    private func form(of message: Message, count: Int) -> String {
        guard let forms = counted[message] else { return plain[message.rawValue] }
        return forms.texts[min(forms.rule.form(for: count), forms.texts.count - 1)]
    }
}

/// An enumeration whose cases have a word in every language.
public protocol Worded: CaseIterable, Hashable, Sendable {
    /// The words of its cases.
    static var words: Words<Self> { get }
}

extension Worded {
    /// The message that is its word.
    public var message: Message { Self.words[self] }
}

/// The messages of an enumeration's cases, each named by a prefix and its case, as `standingBound`.
public struct Words<Case: CaseIterable & Hashable & Sendable>: Sendable {
    private let messages: [Case: Message]

    /// Finds the messages, all of which there must be.
    public init(_ prefix: String) {
        let named = Case.allCases.map { word in
            let name = "\(word)"
            return (word, Message(name: prefix + name.prefix(1).uppercased() + name.dropFirst()))
        }
        messages = Dictionary(uniqueKeysWithValues: named).compactMapValues(\.self)
    }

    /// The message of a case.
    public subscript(word: Case) -> Message {
        guard let message = messages[word] else { preconditionFailure("there is a message for \(word)") }
        return message
    }
}

extension Message {
    /// Its name: the context of its text in the files of texts.
    public var name: String { Self.names[rawValue] }

    /// The message of a name; nil where there is none.
    public init?(name: String) {
        guard let message = Self.byName[name] else { return nil }
        self = message
    }

    private static let names = allCases.map { "\($0)" }
    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))
}
