public import FollowUpModel

/// A file of texts in one language: gettext's PO, which translators' tools read and write.
///
/// Every entry has a context (`msgctxt`), which is the name that code uses; `msgid` is the English wording. A template
/// (`.pot`) has empty translations.
public struct MessageCatalogue: Sendable {
    /// One text.
    public struct Entry: Sendable {
        /// The name that code uses, unique in a file.
        public var key: String
        /// The English wording that was translated.
        public var source: String
        /// The English wording for other numbers than one; nil for a text that doesn't depend on a number.
        public var sourcePlural: String?
        /// The translation, one text for each form; empty texts where it is missing.
        public var forms: [String] = []
        /// Whether a translator's tool marked it as unsure (`fuzzy`): it is not shown then.
        public var isUnsure = false
        /// What is said to translators, line by line; kept only where it was asked for.
        public var comments: [String] = []
        /// The line of the file at which it starts, from 1.
        public var line: Int

        /// Makes a text without a translation; `line` is 0 where it stands in no file.
        package init(key: String, source: String, line: Int = 0) {
            (self.key, self.source, self.line) = (key, source, line)
        }

        /// Whether every form has a text, and a person stands by it.
        public var isTranslated: Bool { !isUnsure && !forms.isEmpty && forms.allSatisfy { !$0.isEmpty } }
        /// The English wording, form by form.
        public var sourceForms: [String] { [source] + (sourcePlural.map { [$0] } ?? []) }
    }

    /// Something wrong with how a file is written.
    public struct Problem: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// What is wrong, as one phrase.
        public var message: String
    }

    /// The language that the head of the file names; nil where it names none.
    public internal(set) var language: Language?
    /// Which form goes with a number; that of English where the head has none.
    public internal(set) var pluralRule = PluralRule.english
    /// The rule as the head gives it; nil where it has none that can be read.
    public internal(set) var pluralHeader: String?
    /// The line of the rule, from 1; nil where the head has none that can be read.
    public internal(set) var pluralLine: Int?
    /// The texts, in the order of the file.
    public internal(set) var entries: [Entry] = []
    /// What is wrong with how the file is written.
    public internal(set) var problems: [Problem] = []

    /// Reads a file.
    ///
    /// What can be read is there, whatever else is wrong with the file; see ``problems``.
    public init(po bytes: [UInt8], keepingComments: Bool = false) {
        var parser = POParser(bytes, keepingComments: keepingComments)
        parser.parse()
        self = parser.catalogue
    }

    init() {}

    /// Says by the name of the file of which language it is; that the head names another one is a problem.
    public mutating func take(tag: String) {
        guard let language = Language(tag: tag) else {
            language = nil
            return problems.append(
                Problem(line: 1, message: "'\(tag)' is not the tag of a language; name the file such as 'nl.po'"))
        }
        if let told = self.language, told != language {
            problems.append(
                Problem(line: 1, message: "the head names the language '\(told)', the file is named '\(language).po'"))
        }
        self.language = language
    }

    /// The same file with further texts after its own.
    package func adding(_ further: [Entry]) -> MessageCatalogue {
        var whole = self
        whole.entries += further
        return whole
    }

    /// The entries by their keys; the first one where two have the same.
    public var byKey: [String: Entry] {
        Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }
}
