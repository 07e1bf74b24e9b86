package import JSON
import Mustache

@testable package import Templates

/// Another implementation of the templates' language, swift-mustache, which checks ours.
package struct MustacheReference {
    private var library = MustacheLibrary()

    /// Takes templates and the texts of the interface by their names.
    package init(_ sources: [String: String], labels: [String: String]) throws {
        for (name, source) in sources {
            var text = source
            for (label, words) in labels { text = text.replacing("[[\(label)]]", with: words.escapedForHTML) }
            try library.register(text, named: name)
        }
    }

    /// The page that a template makes of a document; nil where there is no such template.
    package func render(_ document: JSONValue, with template: String) -> String? {
        library.render(Reference(value: document), withTemplate: template)
    }
}

/// A document as the library reads it.
private struct Reference: MustacheParent, MustacheCustomRenderable {
    let value: JSONValue

    func child(named name: String) -> Any? {
        guard case .object(let members) = value, let member = members.first(where: { $0.name == name }) else {
            return nil
        }
        switch member.value {
        case .bool(let value): return value
        case .array(let elements): return elements.map(Reference.init)
        case let value: return Reference(value: value)
        }
    }

    var renderText: String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .bool(let value): String(value)
        case .null, .array, .object: ""
        }
    }

    var isNull: Bool { value == .null }
}

extension String {
    fileprivate var escapedForHTML: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}

extension ViewDocument {
    /// The view as JSON: the names are those of its shape, the values those that a template reads at the same places.
    package func json(_ shape: Shape) -> JSONValue { json(root, shape) }

    private func json(_ value: Value, _ shape: Shape) -> JSONValue {
        switch (value, shape) {
        case (.null, _): .null
        case (.bool(let value), .bool): .bool(value)
        case (.integer(let number), .integer): .integer(number)
        case (.number(let number), .number): .number(number)
        case (.text(let start, let count), .text):
            .string(String(decoding: bytes[Int(start)..<Int(start) + Int(count)], as: UTF8.self))
        case (.list(let start, let count), .list(let element)):
            .array(values[Int(start)..<Int(start) + Int(count)].map { json($0, element) })
        case (.object(let start), .object(let members)):
            .object(
                members.enumerated().map { place, member in
                    JSONValue.Member(member.name, json(values[Int(start) + place], member.shape))
                })
        default: preconditionFailure("\(value) is another kind of value than its shape says")
        }
    }
}
