import ForumKit
import ForumWorkspace
import InstalledModules
import Localization

/// A language that nobody speaks: in Arabic letters, from right to left, with three forms of what is counted.
enum MadeUpLanguage {
    static let tag = "qaa-Arab"
    static let pluralRule = "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"

    private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنه")

    /// What a text says in the language: another letter for each letter, with placeholders left as they are.
    static func said(_ english: String) -> String {
        var isPlaceholder = false
        return String(
            english.map { character in
                if character == "{" { isPlaceholder = true }
                if character == "}" { isPlaceholder = false }
                guard !isPlaceholder, let byte = character.asciiValue, character.isLetter else { return character }
                return letters[Int((byte | 0x20) - UInt8(ascii: "a"))]
            })
    }

    /// The forms of a counted text: for one, for two with a mark, for all else.
    static func forms(_ entry: MessageCatalogue.Entry) -> [String] {
        guard let plural = entry.sourcePlural.map(said) else { return [said(entry.source)] }
        return [said(entry.source), "٢" + plural, plural]
    }

    /// The whole file, but for some texts.
    static func file(without missing: Set<String> = []) throws -> String {
        let template = LanguageFiles.template(with: try ForumRegistry(InstalledModules.all))
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: \(tag)\\n\"\n\"Plural-Forms: \(pluralRule)\\n\"\n"
        return template.entries.reduce(head) { file, entry in
            let forms = missing.contains(entry.key) ? forms(entry).map { _ in "" } : forms(entry)
            let isCounted = entry.sourcePlural != nil
            return file + "\nmsgctxt \(quoted(entry.key))\nmsgid \(quoted(entry.source))\n"
                + (entry.sourcePlural.map { "msgid_plural \(quoted($0))\n" } ?? "")
                + forms.enumerated().map { "msgstr\(isCounted ? "[\($0)]" : "") \(quoted($1))\n" }.joined()
        }
    }

    private static func quoted(_ text: String) -> String {
        let signs: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
        return "\"" + text.map { signs[$0] ?? String($0) }.joined() + "\""
    }
}
