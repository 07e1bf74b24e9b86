import FollowUpModel

/// What a client prefers, as the fields Accept, Accept-Language and Accept-Encoding say it (RFC 9110, section 12.5).
struct Preferences: Sendable {
    /// One choice with its weight from 0 to 1000.
    private struct Choice {
        var name: String
        var weight: Int
    }

    private let choices: [Choice]

    /// Reads a field; more than 50 choices are not looked at.
    init(_ field: String?) {
        choices = (field ?? "").split(separator: ",").prefix(50).compactMap { piece in
            let parts = piece.split(separator: ";").map { $0.trimmed }
            guard let name = parts.first, !name.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            guard let weight else { return Choice(name: name.lowercased(), weight: 1000) }
            guard let number = Double(weight.dropFirst(2)), number.isFinite else { return nil }
            return Choice(name: name.lowercased(), weight: Int(min(max(number, 0), 1) * 1000))
        }
    }

    /// The language a person prefers among some, the first where nothing fits.
    func language(among languages: [Language]) -> Language? {
        best(among: languages) { name, language in
            let code = language.code.lowercased()
            return name == code ? 3 : name.hasPrefix(code + "-") ? 2 : name == "*" ? 1 : 0
        } ?? languages.first
    }

    /// The media type a program prefers among some; nil where it accepts none of them.
    func mediaType(among types: [String]) -> String? {
        if choices.isEmpty { return types.first }
        return best(among: types) { name, type in
            if name == type { return 3 }
            if name == "*/*" { return 1 }
            return name.hasSuffix("/*") && type.hasPrefix(name.dropLast()) ? 2 : 0
        }
    }

    /// Whether a way to pack content is accepted.
    func accepts(encoding: String) -> Bool {
        best(among: [encoding]) { name, encoding in name == encoding ? 2 : name == "*" ? 1 : 0 } != nil
    }

    /// The option with the highest weight, of equal ones the closest, then the first; the closest choice gives an option
    /// its weight.
    private func best<Option>(among options: [Option], closeness: (String, Option) -> Int) -> Option? {
        var best: (option: Option, weight: Int, closeness: Int)?
        for option in options {
            var found: (closeness: Int, weight: Int) = (0, 0)
            for choice in choices {
                let closeness = closeness(choice.name, option)
                if closeness > found.closeness { found = (closeness, choice.weight) }
            }
            if (found.weight, found.closeness) > (best?.weight ?? 0, best?.closeness ?? 0), found.weight > 0 {
                best = (option, found.weight, found.closeness)
            }
        }
        return best?.option
    }
}

extension Substring {
    /// The text without spaces and tabs around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
