import Diagnostics
import ForumKit
import LocatedYAML

/// Checks the options of forum.yaml against what the module declares.
struct OptionReader {
    let module: ModuleMetadata
    let node: YAMLNode?

    func read(into diagnostics: inout [Diagnostic]) -> OptionValues {
        var values: [String: String] = [:]
        var lists: [String: [String]] = [:]
        var ranges: [String: SourceRange] = [:]
        guard let node, !node.isAbsent else { return OptionValues(values) }
        guard node.kind == .mapping else {
            diagnostics.append(.error(.badOption, at: node.range, "'options' is a mapping of names to values"))
            return OptionValues(values)
        }
        for (key, value) in node.pairs {
            guard let option = module.options.first(where: { $0.name == key.text }) else {
                diagnostics.append(unknown(key))
                continue
            }
            if option.kind == .texts, let texts = Self.texts(value) {
                lists[option.name] = texts
                ranges[option.name] = value.range
                continue
            }
            guard value.kind == .scalar, option.kind.accepts(value.text) else {
                diagnostics.append(
                    .error(
                        .badOption, at: value.range,
                        "'\(option.name)' takes \(Self.description(of: option.kind))"
                            + (value.kind == .scalar ? ", not '\(value.text)'" : ""),
                        help: "for example \(option.name): \(option.example)"))
                continue
            }
            values[option.name] = value.text
            ranges[option.name] = value.range
        }
        return OptionValues(values, lists: lists, ranges: ranges)
    }

    /// The texts of a list; nil when it is none, is empty, or holds anything else.
    private static func texts(_ node: YAMLNode) -> [String]? {
        guard node.kind == .list else { return nil }
        var texts: [String] = []
        for item in node.items {
            guard item.kind == .scalar, !item.text.isEmpty else { return nil }
            texts.append(item.text)
        }
        return texts.isEmpty ? nil : texts
    }

    private func unknown(_ key: YAMLNode) -> Diagnostic {
        let names = module.options.map(\.name)
        let note = names.isEmpty ? "it takes no options" : "it takes \(names.joined(separator: ", "))"
        return .unknown(
            .badOption, key.text, at: key.range, "the module '\(module.name)' has no option '\(key.text)'",
            known: names, notes: [DiagnosticNote(note)])
    }

    private static func description(of kind: OptionDeclaration.Kind) -> String {
        switch kind {
        case .text: "a text"
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .texts: "a list of texts"
        }
    }
}
