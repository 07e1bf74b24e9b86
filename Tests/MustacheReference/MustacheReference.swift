package import JSON
import Mustache

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
