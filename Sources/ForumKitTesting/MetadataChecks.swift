import FollowUpModel
import ForumKit
import Localization

// What can be seen without reports: the metadata, and what options the module takes.
extension ContractSubject {
    private static let languages: [Language] = [.english, .spanish, .portuguese, .french]

    /// Texts that lack a language, names that are no names.
    func textViolations() -> [ContractViolation] {
        var faults = Self.faults(in: metadata.summary, of: "the summary")
        if !metadata.name.isKebabCase { faults.append("the module's name '\(metadata.name)' is not in kebab case") }
        var seen: Set<RuleID> = []
        for rule in metadata.rules {
            faults += Self.faults(in: rule.text, of: "rule '\(rule.id)'")
            if !rule.id.rawValue.isKebabCase { faults.append("the rule id '\(rule.id)' is not in kebab case") }
            if !seen.insert(rule.id).inserted { faults.append("two rules have the id '\(rule.id)'") }
        }
        var options: Set<String> = []
        for option in metadata.options {
            if !option.name.isKebabCase { faults.append("the option '\(option.name)' is not in kebab case") }
            if !options.insert(option.name).inserted { faults.append("two options have the name '\(option.name)'") }
            if option.description.isBlank { faults.append("the option '\(option.name)' has no description") }
        }
        guard let first = faults.first else { return [] }
        return [
            ContractViolation(
                property: .completeTexts, seed: nil, finding: first, counterExample: Array(faults.dropFirst()))
        ]
    }

    private static func faults(in text: LocalizedText, of owner: String) -> [String] {
        languages.filter { text[$0]?.isBlank ?? true }.map { "\(owner) has no text in '\($0)'" }
    }

    /// Defaults and examples that are no values of their kind.
    func optionViolations() -> [ContractViolation] {
        let faults = metadata.options.flatMap { option in
            // An empty default says that the option is not given.
            let values = option.defaultValue.isEmpty ? [option.example] : [option.defaultValue, option.example]
            return values.filter { option.kind != .texts && !option.kind.accepts($0) }.map {
                "'\($0)' is no value of the option '\(option.name)'"
            }
        }
        guard let first = faults.first else { return [] }
        return [
            ContractViolation(
                property: .acceptedOptions, seed: nil, finding: first, counterExample: Array(faults.dropFirst()))
        ]
    }
}

extension OptionDeclaration.Kind {
    /// Values that are worth trying: all words, both ends of a range.
    var samples: [String] {
        if case .boolean = self { return ["true", "false"] }
        if case .integer(let range) = self { return [String(range.lowerBound), String(range.upperBound)] }
        if case .choice(let words) = self { return words }
        return []
    }

    /// Whether a value is one text.
    var isText: Bool { self == .text }
}

extension String {
    fileprivate var isBlank: Bool { !contains { !$0.isWhitespace } }

    fileprivate var isKebabCase: Bool {
        !isEmpty
            && split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
            }
    }
}
