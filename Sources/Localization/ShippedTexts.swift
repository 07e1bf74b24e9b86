import CShippedTexts
public import FollowUpModel
import SystemIO

extension Texts {
    /// The languages that the program has texts in, English first.
    public static let languages: [Language] = [.english] + translations.map(\.language)

    /// The texts in English, which every language falls back to.
    public static let english = Texts(source, language: .english, fallback: nil)
    private static let spanish = shipped(.spanish)
    private static let portuguese = shipped(.portuguese)
    private static let french = shipped(.french)

    /// Read when somebody asks for them: a command speaks one language.
    private static let translations: [(language: Language, texts: @Sendable () -> Texts)] = [
        (.spanish, { spanish }), (.portuguese, { portuguese }), (.french, { french }),
    ]

    /// The texts of a language; for one that has none those of the language that it is a variety of (`pt` for `pt-BR`),
    /// else the English ones.
    public static func texts(for language: Language) -> Texts {
        let known =
            translations.first { $0.language == language }
            ?? translations.first { language.code.hasPrefix($0.language.code + "-") }
        return known?.texts() ?? english
    }

    private static func shipped(_ language: Language) -> Texts {
        Texts(file(language), language: language, fallback: english)
    }

    private static var source: MessageCatalogue { file(.english) }

    private static func file(_ language: Language) -> MessageCatalogue {
        guard let file = MessageCatalogue.shipped(language) else {
            preconditionFailure("a language of the program has a file of texts")
        }
        return file
    }
}

extension MessageCatalogue {
    /// The English texts with what is said to translators.
    package static var template: MessageCatalogue {
        guard let template = shipped(.english, keepingComments: true) else {
            preconditionFailure("the template is compiled into the program")
        }
        return template
    }

    /// A file that is compiled into the program, of a module or of the program itself; nil where there is none.
    package static func shipped(
        _ language: Language, of module: String = "", keepingComments: Bool = false
    ) -> MessageCatalogue? {
        var place = 0
        while true {
            let file = shipped_texts_at(place)
            guard let bytes = file.bytes, let tag = file.language, let owner = file.module else { return nil }
            if String(cString: tag) == language.code, String(cString: owner) == module {
                return MessageCatalogue(
                    po: [UInt8](embedded: bytes, count: file.count), keepingComments: keepingComments)
            }
            place += 1
        }
    }
}
