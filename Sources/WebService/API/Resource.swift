import Dashboard
import Diagnostics
import Harmonization

/// One thing that can be asked for: its place, what narrows it, what it holds, and how it is made.
///
/// The router, the OpenAPI document and the page that describes the interface are all made of these.
struct Resource: Sendable {
    /// A part of the path below the interface's root.
    enum Step: Sendable {
        case literal(String)
        /// A name to fill in, with the names that there are.
        case name(Parameter)
    }

    /// What an answer holds.
    enum Content: Sendable {
        /// One thing.
        case item(@Sendable (Query) throws(PageFailure) -> JSONValue)
        /// Many things: how many, and those at some places.
        case list(@Sendable (Query) throws(PageFailure) -> Rows)
    }

    /// The things that fit a question; each is only put into words when it is in view.
    struct Rows: Sendable {
        var count: Int
        var row: @Sendable (Int) -> JSONValue
    }

    /// The name, unique.
    let id: String
    let path: [Step]
    let parameters: [Parameter]
    /// What one thing holds.
    let shape: Shape
    let content: Content
    let text: InterfaceText

    /// Whether it is a list, which has pages and can be had as a table.
    var isList: Bool { if case .list = content { true } else { false } }

    /// All parameters of its query.
    var allParameters: [Parameter] { parameters + [.asOf] + (isList ? [.limit, .offset] : []) }

    /// One thing that is made of a question.
    static func item<Item: Codable & Sendable>(
        _ id: String, _ path: [Step], _ text: InterfaceText,
        _ make: @escaping @Sendable (Query) throws(PageFailure) -> Item
    ) -> Resource {
        Resource(
            id: id, path: path, parameters: [], shape: Shape(of: Item.self),
            content: .item { query throws(PageFailure) in JSONValue(of: try make(query)) }, text: text)
    }

    /// A list of what fits a question, of which each is put into words by itself.
    static func list<Element: Sendable, Row: Codable & Sendable>(
        _ id: String, _ parameters: [Parameter], _ text: InterfaceText,
        of elements: @escaping @Sendable (Query) throws(PageFailure) -> [Element],
        row: @escaping @Sendable (Element, Query) -> Row
    ) -> Resource {
        Resource(
            id: id, path: [.literal(id)], parameters: parameters, shape: Shape(of: Row.self),
            content: .list { query throws(PageFailure) in
                let all = try elements(query)
                return Rows(count: all.count) { JSONValue(of: row(all[$0], query)) }
            }, text: text)
    }

    /// The path with its names in braces, as OpenAPI writes it.
    var template: String {
        API.root
            + path.map {
                switch $0 {
                case .literal(let text): "/" + text
                case .name(let parameter): "/{\(parameter.name)}"
                }
            }.joined()
    }

    /// The names in a path, where it is this resource's.
    func names(in parts: ArraySlice<String>) -> [String: String]? {
        guard parts.count == path.count else { return nil }
        var names: [String: String] = [:]
        for (step, part) in zip(path, parts) {
            switch step {
            case .literal(let text): if text != part { return nil }
            case .name(let parameter): names[parameter.name] = part
            }
        }
        return names
    }
}
