import Dashboard
import Diagnostics
import FollowUpModel
import HTTPTypes
import Harmonization
import JSON
import Localization
import NIOCore
import Records

/// The API: what can be asked for, and how an address is answered.
enum API {
    /// The address below which it is.
    static let root = "/api/v1"

    /// The media types of answers.
    static let json = "application/json"
    static let csv = "text/csv"

    /// What an address of the API names.
    struct Target: Sendable {
        var resource: Resource
        var names: [String: String]
        var isTable: Bool
    }

    /// The resource at a path below the root; nil where there is none.
    static func target(_ parts: ArraySlice<String>) -> Target? {
        for resource in resources {
            if let names = resource.names(in: parts) { return Target(resource: resource, names: names, isTable: false) }
        }
        guard let last = parts.last, last.hasSuffix(".csv") else { return nil }
        let plain = parts.dropLast() + [String(last.dropLast(4))]
        return resources.first { $0.isList && $0.names(in: plain[...]) != nil }
            .map { Target(resource: $0, names: [:], isTable: true) }
    }

    /// Refuses parameters that a resource doesn't have and values that they don't take.
    ///
    /// - Returns: the parameters that have a value, by name.
    static func values(
        of address: WebAddress, _ parameters: [Parameter], in picture: PageData
    ) throws(PageFailure) -> [String: String] {
        var values: [String: String] = [:]
        for given in address.parameters {
            guard let parameter = parameters.first(where: { $0.name == given.name }) else {
                throw .unknownParameter(
                    name: given.name.shortened, nearest: given.name.nearest(in: parameters.map(\.name)))
            }
            let value = try parameter.check(given.value, in: picture)
            guard values.updateValue(value, forKey: given.name) == nil else {
                throw .badValue(parameter: given.name, value: given.value.shortened, takes: "1 ×")
            }
        }
        return values
    }

    /// The content of an answer.
    static func content(of target: Target, _ query: Query) throws(PageFailure) -> ByteBuffer {
        var writer = RecordWriter(query.layout)
        let picture = query.snapshot
        switch target.resource.content {
        case .item(let make):
            guard let item = make(query) else { throw .nothingHere }
            writer.write(ItemEnvelope(picture: picture, address: query.address.path)) { writer in
                item.write(to: &writer)
            }
        case .list(let make):
            let rows = make(query)
            let offset = min(query[.offset].flatMap { Int($0) } ?? 0, rows.count)
            let limit = query[.limit].flatMap { Int($0) } ?? (target.isTable ? rows.count : 100)
            let shown = offset..<min(rows.count, offset + limit)
            if target.isTable { return ByteBuffer(bytes: rows.table(shown)) }
            let envelope = ListEnvelope(
                picture: picture, links: PageLinks(query: query, total: rows.count, limit: limit, offset: offset))
            writer.write(envelope) { writer in
                writer.beginList()
                for place in shown { rows.write(place, &writer) }
                writer.endList()
            }
        }
        return ByteBuffer(bytes: writer.bytes + [0x0A])
    }
}

extension RecordWriter {
    /// Writes an envelope with the data that it holds.
    fileprivate mutating func write<Envelope: Record>(_ envelope: Envelope, data: (inout RecordWriter) -> Void) {
        beginRecord()
        Envelope.schema.writeFields(of: envelope, to: &self)
        write(name: "data")
        data(&self)
        endRecord()
    }
}

/// What every answer says of its picture.
private func pictureFields<Row: Sendable>(_ picture: @escaping @Sendable (Row) -> Snapshot) -> [Field<Row>] {
    [
        Field("as-of", "The date of the picture.") { picture($0).options.asOf },
        Field("forums-not-read", "The forums that could not be read, so that nothing of theirs is here.") {
            picture($0).missingForums.map(\.id)
        },
    ]
}

/// What stands around one thing.
struct ItemEnvelope: Record {
    let picture: Snapshot
    let address: String

    static let schema = RecordSchema<ItemEnvelope>("item-envelope", "What stands around one thing.") {
        pictureFields { $0.picture }
        Field("links", "Where this is, and where all begins.") { RootLinks(this: $0.address) }
    }
}

/// Where an answer is, and where all begins.
struct RootLinks: Record {
    let this: String

    static let schema = RecordSchema<RootLinks>("root-links", "Where an answer is, and where all begins.") {
        Field("self", "The address of this answer.", .link) { $0.this }
        Field("root", "The address of what there is to ask for.", .link) { _ in API.root }
    }
}

/// What stands around one page of a list.
struct ListEnvelope: Record {
    let picture: Snapshot
    let links: PageLinks

    static let schema = RecordSchema<ListEnvelope>("list-envelope", "What stands around one page of a list.") {
        pictureFields { $0.picture }
        Field("total", "How many things fit the question.") { $0.links.total }
        Field("limit", "How many of them a page has at most.") { $0.links.limit }
        Field("offset", "How many of them stand before this page.") { $0.links.offset }
        Field("links", "The addresses of the pages around this one.") { $0.links }
    }
}

/// The addresses of the pages around one page of a list.
struct PageLinks: Record {
    let query: Query
    let total: Int
    let limit: Int
    let offset: Int

    private func link(_ offset: Int) -> String {
        let kept = query.values.filter { $0.key != "limit" && $0.key != "offset" }.asQuestion
        return query.address.path + (kept.isEmpty ? "?" : kept + "&") + "limit=\(limit)&offset=\(offset)"
    }

    static let schema = RecordSchema<PageLinks>("page-links", "The addresses of the pages around one page of a list.") {
        Field("self", "This page.", .link) { $0.link($0.offset) }
        Field("first", "The first page.", .link) { $0.link(0) }
        Field("prev", "The page before.", .link) { $0.offset > 0 ? $0.link(max(0, $0.offset - $0.limit)) : nil }
        Field("next", "The page after.", .link) { row in
            row.offset + row.limit < row.total ? row.link(row.offset + row.limit) : nil
        }
        Field("last", "The last page.", .link) { row in
            row.link(row.total == 0 ? 0 : (row.total - 1) / row.limit * row.limit)
        }
        Field("root", "The address of what there is to ask for.", .link) { _ in API.root }
    }
}

extension WebService {
    /// Answers an address of the API.
    func api(_ request: WebRequest, _ edition: Edition) async throws(PageFailure) -> WebReply {
        // Most programs accept anything or JSON, and write an address as our links do.
        let accepted = request.headers[.accept]
        if accepted == nil || accepted == "*/*" || accepted == API.json,
            let known = edition.cache[API.json + " " + request.target]
        {
            return known.reply(to: request)
        }
        guard let address = WebAddress(request.target) else { throw .badRequest }
        guard address.path == API.root || address.path.hasPrefix(API.root + "/") else { throw .nothingHere }
        let parts = address.parts.dropFirst(2)
        if parts == ["openapi.json"] { return try await description(address, request, edition) }
        guard var named = API.target(parts == [""] ? [] : parts) else { throw missing(parts) }
        let types = named.isTable ? [API.csv] : named.resource.isList ? [API.json, API.csv] : [API.json]
        guard let type = Preferences(accepted).mediaType(among: types) else { throw .notAcceptable }
        named.isTable = type == API.csv
        let target = named
        let values = try API.values(of: address, target.resource.allParameters, in: edition.picture)
        let key = "\(type) \(address.path)\(values.asQuestion)"
        let kind = StoredResponse.Kind(
            mediaType: target.isTable ? MediaType.csv : API.json, route: "api:" + target.resource.id, isShared: true,
            varies: ["Accept"], link: "<\(API.root)/openapi.json>; rel=\"service-desc\"")
        return try await stored(as: key, kind, for: request, edition, on: values.asOf, isKept: values["q"] == nil) {
            picture throws(PageFailure) in
            for parameter in target.resource.names {
                let name = target.names[parameter.name] ?? ""
                guard case .names(let names) = parameter.takes, !names(picture).contains(name) else { continue }
                throw .noSuch(name, among: names(picture))
            }
            let query = Query(
                edition: edition, picture: picture, address: address, names: target.names, values: values,
                records: RecordSource(picture.snapshot, paths: .belowWorkspace))
            return try API.content(of: target, query)
        }
    }

    private func description(
        _ address: WebAddress, _ request: WebRequest, _ edition: Edition
    ) async throws(PageFailure) -> WebReply {
        let values = try API.values(of: address, [.language], in: edition.picture)
        let language = values[Parameter.language.name].map { Language($0) }
        let key = API.json + " " + address.path + values.asQuestion
        let kind = StoredResponse.Kind(mediaType: API.json, route: "api:openapi", isShared: true)
        return try await stored(as: key, kind, for: request, edition, on: nil) { picture in
            let texts = edition.languages[language ?? .english]
            return ByteBuffer(bytes: OpenAPI(picture: picture, texts: texts).document.utf8(indented: false) + [0x0A])
        }
    }

    /// That there is no such resource, with the nearest one.
    private func missing(_ parts: ArraySlice<String>) -> PageFailure {
        guard let name = parts.first, parts.count == 1 else { return .nothingHere }
        return .noSuch(name, among: API.resources.compactMap(\.folder))
    }
}
