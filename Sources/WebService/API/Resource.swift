import Dashboard
import FollowUpModel
import Localization
import Records

/// One thing that can be asked for: its place, what narrows it, what it holds, and how it is made.
///
/// The router, the OpenAPI document and the page that describes the API are all made of these.
struct Resource: Sendable {
    /// The measure or line and the country that something is about.
    typealias Place = (target: TargetIndex?, country: CountryIndex?)

    /// What an answer holds.
    enum Content: Sendable {
        /// One thing; nil where there is none of the names that were asked for.
        case item(@Sendable (Query) -> (any Record)?)
        /// Many things: how many, and those at some places.
        case list(@Sendable (Query) -> Rows)
    }

    /// The things that fit a question; each is only put into words when it is in view.
    struct Rows: Sendable {
        var count: Int
        /// Writes the thing at a place into a document.
        var write: @Sendable (Int, inout RecordWriter) -> Void
        /// The things at some places as a table.
        var table: @Sendable (Range<Int>) -> [UInt8]
    }

    /// The name, unique.
    let id: String
    /// The first part of the path below the API's root; nil for the root itself.
    let folder: String?
    /// The names to fill in behind it.
    let names: [Parameter]
    let parameters: [Parameter]
    /// What one thing holds.
    let description: RecordDescription
    let content: Content
    let text: Message

    /// Whether it is a list, which has pages and can be had as a table.
    var isList: Bool { if case .list = content { true } else { false } }

    /// All parameters of its query.
    var allParameters: [Parameter] { parameters + [.asOf, .language] + (isList ? [.limit, .offset] : []) }

    /// One thing that is made of a question.
    static func item<Item: Record>(
        _ id: String, _ folder: String?, _ names: [Parameter], _ text: Message,
        _ make: @escaping @Sendable (Query) -> Item?
    ) -> Resource {
        Resource(
            id: id, folder: folder, names: names, parameters: [], description: Item.schema.description,
            content: .item { make($0) }, text: text)
    }

    /// A list of what fits a question, of which each is put into words by itself.
    ///
    /// - Parameters:
    ///   - elements: what may fit; what is about other places than were asked for is taken out.
    ///   - place: the measure or line and the country that a thing is about, by which it is found.
    ///   - row: what is told of a thing.
    ///   - links: where more is said of it; documents tell it beside what the record says.
    static func list<Element: Sendable, Row: Record>(
        _ id: String, _ parameters: [Parameter], _ text: Message,
        of elements: @escaping @Sendable (Query) -> [Element], place: (@Sendable (Element) -> Place)? = nil,
        row: @escaping @Sendable (Element, Query) -> Row,
        links: (@Sendable (Element, Query) -> ItemLinks)? = nil
    ) -> Resource {
        let own = Row.schema.description
        return Resource(
            id: id, folder: id, names: [], parameters: parameters,
            description: links == nil ? own : own.adding(ItemLinks.field, as: "linked-" + own.name),
            content: .list { query in
                let found = elements(query)
                let all = place.map { place in found.filter { query.allows(place($0)) } } ?? found
                return Rows(
                    count: all.count,
                    write: { place, writer in
                        writer.beginRecord()
                        Row.schema.writeFields(of: row(all[place], query), to: &writer)
                        if let links {
                            writer.write(name: ItemLinks.field.name)
                            links(all[place], query).write(to: &writer)
                        }
                        writer.endRecord()
                    },
                    table: { places in
                        RecordTable<Row>(query.layout).csv(places.lazy.map { row(all[$0], query) })
                    })
            }, text: text)
    }

    /// A list of records, of which those fit that hold in their fields what was asked for.
    static func records<Row: Record>(
        _ id: String, _ parameters: [Parameter], _ text: Message,
        of records: @escaping @Sendable (Query) -> [Row], place: (@Sendable (Row) -> Place)? = nil,
        links: (@Sendable (Row, Query) -> ItemLinks)? = nil
    ) -> Resource {
        let fields = parameters.compactMap { parameter in
            // A field that holds several values has its name in the plural.
            Row.schema.fields.first { [parameter.name, parameter.name + "s"].contains($0.description.name) }
                .map { (parameter, $0) }
        }
        return list(
            id, parameters, text,
            of: { query in
                let asked = fields.compactMap { parameter, field -> (Field<Row>, String)? in
                    // Everything is at least of unknown confidence, also where nothing is said of it.
                    guard let value = query[parameter], value != Confidence.unknown.rawValue else { return nil }
                    return (field, value)
                }
                return records(query).filter { row in asked.allSatisfy { $0.matches(row, $1) } }
            }, place: place, row: { row, _ in row }, links: links)
    }

    /// The path with its names in braces, as OpenAPI writes it.
    var template: String { path { "{\($0.name)}" } }

    /// The path with something in the place of each name.
    func path(_ name: (Parameter) -> String) -> String {
        ([API.root] + (folder.map { [$0] } ?? []) + names.map(name)).joined(separator: "/")
    }

    /// The names in a path, where it is this resource's.
    func names(in parts: ArraySlice<String>) -> [String: String]? {
        guard parts.first == folder, max(0, parts.count - 1) == names.count else { return nil }
        return Dictionary(uniqueKeysWithValues: zip(names.map(\.name), parts.dropFirst()))
    }
}

/// Where more is said of something.
struct ItemLinks: Record {
    /// The address of the same as one answer.
    var this: String?
    /// The page about it.
    var page: String?

    static let schema = RecordSchema<ItemLinks>("item-links", "Where more is said of something.") {
        Field("self", "The address of the same as one answer.", .link) { $0.this }
        Field("page", "The page about it.", .link) { $0.page }
    }

    /// The field of documents that holds them.
    static let field = Field<ItemLinks>("links", "Where more is said of it.", isInTables: false) { $0 }.description
}
