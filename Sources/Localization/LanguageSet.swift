import Diagnostics
public import FollowUpModel

/// The languages in which there are texts: those of the program, and those that files of a workspace add.
///
/// A workspace's file of a language that the program has says only what is said otherwise there: its words for a forum,
/// a measure or a line, for example.
public struct LanguageSet: Sendable {
    /// The languages of the program alone.
    public static let shipped = LanguageSet([])

    /// The languages: those of the program, then those that were added.
    public let languages: [Language]
    /// The files of the workspace, which may also hold texts of modules.
    package let files: [MessageCatalogue]
    private let own: [Language: Texts]

    /// Adds files to the languages of the program; a file that names no language adds none.
    public init(_ files: [MessageCatalogue]) {
        var (languages, own) = (Texts.languages, [Language: Texts]())
        for file in files {
            guard let language = file.language else { continue }
            own[language] = Texts(file, language: language, fallback: .texts(for: language))
            if !languages.contains(language) { languages.append(language) }
        }
        (self.languages, self.files, self.own) = (languages, files, own)
    }

    /// The language of a tag; nil for one that has no texts.
    public func language(_ tag: some StringProtocol) -> Language? { languages.first { $0.code == tag } }

    /// The texts of a language; nil for one that has none.
    public func texts(_ language: Language) -> Texts? {
        own[language] ?? (Texts.languages.contains(language) ? .texts(for: language) : nil)
    }

    /// The texts of a language; the English ones for a language that has none.
    public subscript(language: Language) -> Texts { texts(language) ?? .english }
}

extension Language {
    /// The language of a tag of BCP 47, such as `nl`, `pt-BR` or `sr-Latn`; nil for what is no tag.
    public init?(tag: String) {
        guard tag.isLanguageTag else { return nil }
        self.init(tag)
    }

    /// Whether it is written from right to left, by its script where the tag names one.
    public var isRightToLeft: Bool {
        let parts = code.lowercased().split(separator: "-")
        let scripts = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand", "samr"]
        if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
            return scripts.contains(String(script))
        }
        let languages = [
            "ar", "arc", "arz", "ckb", "dv", "fa", "glk", "he", "khw", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug",
            "ur",
            "yi",
        ]
        return parts.first.map { languages.contains(String($0)) } ?? false
    }

    /// The direction in which it is written, as HTML says it: `ltr` or `rtl`.
    public var direction: String { isRightToLeft ? "rtl" : "ltr" }
}
