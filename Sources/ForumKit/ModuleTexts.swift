public import FollowUpModel
import Localization

/// What a module says to people, in every language: what it computes, what its options do, what its rules say.
///
/// The texts are named `summary`, `option/<name>` and `rule/<id>`; a module may have others, such as the name of a
/// figure. A module of this repository has them in the files of its folder `Texts`, which translators' tools open; there
/// the module's name and a slash stand before each name. Nothing is read before a text is asked for.
public struct ModuleTexts: Sendable {
    /// Those of the rules that modules share: where a module has no text of its own, these speak.
    static let shared = ModuleTexts.shipped(sharedOwner)
    /// The module whose texts hold those of the shared rules.
    private static let sharedOwner = "declarative"

    private let texts: LazyValue<[String: LocalizedText]>
    private let template: @Sendable () -> [MessageCatalogue.Entry]

    private init(
        _ texts: @escaping @Sendable () -> [String: LocalizedText],
        template: @escaping @Sendable () -> [MessageCatalogue.Entry]
    ) {
        self.texts = LazyValue(texts)
        self.template = template
    }

    /// Takes texts that are written in code: of each option by its name, of each rule by its id.
    public init(
        summary: LocalizedText, options: [String: LocalizedText] = [:], rules: [RuleID: LocalizedText] = [:],
        others: [String: LocalizedText] = [:]
    ) {
        var texts = others
        texts["summary"] = summary
        for (name, text) in options { texts["option/\(name)"] = text }
        for (id, text) in rules { texts["rule/\(id)"] = text }
        self.init({ [texts] in texts }) { [texts] in
            texts.sorted { $0.key < $1.key }.map { MessageCatalogue.Entry(key: $0, source: $1.text(for: .english)) }
        }
    }

    /// Reads gettext's PO files: the English texts, and the other languages, which the heads of their files name.
    public init(template: [UInt8], translations: [[UInt8]]) {
        self.init(
            { Self.read(MessageCatalogue(po: template), translations.map { MessageCatalogue(po: $0) }) },
            template: { MessageCatalogue(po: template, keepingComments: true).entries.map(\.withoutModule) })
    }

    /// The files of a module that are compiled into the program; no texts where there are none.
    static func shipped(_ module: String) -> ModuleTexts {
        let translations = [Language.spanish, .portuguese, .french]
        return ModuleTexts {
            Self.read(
                .shipped(.english, of: module), translations.compactMap { .shipped($0, of: module) })
        } template: {
            MessageCatalogue.shipped(.english, of: module, keepingComments: true)?.entries.map(\.withoutModule) ?? []
        }
    }

    private static func read(
        _ template: MessageCatalogue?, _ translations: [MessageCatalogue]
    ) -> [String: LocalizedText] {
        var texts: [String: LocalizedText] = [:]
        for entry in template?.entries ?? [] {
            texts[entry.withoutModule.key] = LocalizedText([.init(.english, entry.source)])
        }
        for catalogue in translations { texts.add(catalogue) { _ in true } }
        return texts
    }

    /// The text with this name: the module's own, else that of the rules that modules share, else the name itself.
    public subscript(name: String) -> LocalizedText {
        texts.value[name] ?? Self.shared.texts.value[name] ?? LocalizedText(plain: name)
    }

    /// The names of the module's own texts.
    package var names: Set<String> { Set(template().map(\.key)) }

    /// The English texts of a module as a translator is given them, each under its name in the whole program.
    func entries(of module: String) -> [MessageCatalogue.Entry] {
        template().map { entry in
            var entry = entry
            entry.key = "\(module)/\(entry.key)"
            return entry
        }
    }

    /// These texts of a module, and what files of other languages say of them and of the rules that modules share.
    func adding(_ languages: [MessageCatalogue], to module: String) -> ModuleTexts {
        ModuleTexts(
            {
                var shared = Self.shared.texts.value
                var own = texts.value
                for catalogue in languages {
                    shared.add(catalogue) { $0.hasPrefix("\(Self.sharedOwner)/") }
                    own.add(catalogue) { $0.hasPrefix("\(module)/") }
                }
                return shared.merging(own) { $1 }
            }, template: template)
    }
}

extension [String: LocalizedText] {
    /// Adds the translations of a file whose language is known, of entries whose names are asked for.
    fileprivate mutating func add(_ catalogue: MessageCatalogue, where isAskedFor: (String) -> Bool) {
        guard let language = catalogue.language else { return }
        for entry in catalogue.entries where entry.isTranslated && isAskedFor(entry.key) {
            let name = entry.withoutModule.key
            self[name]?.set(entry.forms[0], in: language)
        }
    }
}

extension LocalizedText {
    fileprivate mutating func set(_ text: String, in language: Language) {
        let place = wordings.firstIndex { $0.language == language }
        if let place { wordings[place].text = text } else { wordings.append(Wording(language, text)) }
    }
}

extension MessageCatalogue.Entry {
    /// The entry under its name in the module alone.
    fileprivate var withoutModule: Self {
        var entry = self
        entry.key = String(key.split(separator: "/", maxSplits: 1).last ?? "")
        return entry
    }
}
