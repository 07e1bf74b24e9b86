/// A language by its tag, such as `es`.
public struct Language: Hashable, Sendable, CustomStringConvertible {
    /// The tag by BCP 47, such as `es` or `pt-BR`.
    public let code: String

    /// Makes a language from its code.
    public init(_ code: String) { self.code = code }

    /// English.
    public static let english = Language("en")
    /// Spanish.
    public static let spanish = Language("es")
    /// Portuguese.
    public static let portuguese = Language("pt")
    /// French.
    public static let french = Language("fr")
    /// One that nobody has told; the code of BCP 47 for it.
    public static let undetermined = Language("und")

    /// The language that this one is a variety of, such as `pt` for `pt-BR`; nil for one that is none.
    public var general: Language? {
        code.utf8.firstIndex(of: UInt8(ascii: "-")).map { Language(String(code[..<$0])) }
    }

    /// The code.
    public var description: String { code }
}

/// One text in several languages, in the order in which they were written.
public struct LocalizedText: Hashable, Sendable {
    /// One wording.
    public struct Wording: Hashable, Sendable {
        /// The language.
        public var language: Language
        /// The text.
        public var text: String

        /// Makes a wording.
        public init(_ language: Language, _ text: String) {
            self.language = language
            self.text = text
        }
    }

    /// The wordings; a language comes once.
    public var wordings: [Wording]

    /// Makes a text from its wordings.
    public init(_ wordings: [Wording]) { self.wordings = wordings }

    /// Makes a text in the four languages of the region.
    public init(en: String, es: String, pt: String, fr: String) {
        wordings = [
            Wording(.english, en), Wording(.spanish, es), Wording(.portuguese, pt), Wording(.french, fr),
        ]
    }

    /// Makes a text of which nobody has told in which language it is.
    public init(plain text: String) { wordings = [Wording(.undetermined, text)] }

    /// The text in exactly this language, or nil.
    public subscript(language: Language) -> String? {
        wordings.first { $0.language == language }?.text
    }

    /// The text to show to a reader of `language`: in that language, else in the one that it is a variety of, else in a
    /// variety of it, else in English, else in the first one written.
    ///
    /// The wording tells in which language it is, so that a fallback can be marked and counted.
    public func wording(for language: Language) -> Wording {
        if let text = self[language] { return Wording(language, text) }
        if let general = language.general, let text = self[general] { return Wording(general, text) }
        if let variety = wordings.first(where: { $0.language.general == language }) { return variety }
        if let text = self[.english] { return Wording(.english, text) }
        guard let first = wordings.first else { preconditionFailure("a localized text has at least one wording") }
        return first
    }

    /// The text to show to a reader of `language`, see ``wording(for:)``.
    public func text(for language: Language) -> String { wording(for: language).text }
}
