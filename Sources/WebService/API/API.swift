import Dashboard
import Diagnostics
import FollowUpModel
import HTTPTypes
import Harmonization
import NIOCore

/// The interface for programs: what can be asked for, and how an address is answered.
enum API {
    /// The address below which it is.
    static let root = "/api/v1"

    /// Everything that can be asked for, in the order in which it is described.
    static let resources: [Resource] = [
        .root, .overview, .countries, .country, .forums, .forum, .measures, .measure, .cells, .cell, .assessments,
        .reports, .commitments, .crosswalk, .divergences, .gaps, .obligations, .changes, .search, .diagnostics,
    ]

    /// The media types of answers.
    static let json = "application/json"
    static let csv = "text/csv"

    /// What an address of the interface names.
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
        of address: WebAddress, _ parameters: [Parameter], in picture: Picture
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
        switch target.resource.content {
        case .item(let make):
            let document: JSONValue = [
                "asOf": .string(query.snapshot.options.asOf.description),
                "links": ["self": .string(query.address.path), "root": .string(API.root)], "data": try make(query),
            ]
            return ByteBuffer(bytes: document.utf8(indented: false) + [0x0A])
        case .list(let make):
            let rows = try make(query)
            let offset = min(query[.offset].flatMap { Int($0) } ?? 0, rows.count)
            let limit = query[.limit].flatMap { Int($0) } ?? (target.isTable ? rows.count : 100)
            let end = min(rows.count, offset + limit)
            let shown = (offset..<end).lazy.map(rows.row)
            if target.isTable {
                let table = Table(target.resource.shape)
                return ByteBuffer(bytes: CSVText.bytes(columns: table.names, rows: shown.map(table.fields)))
            }
            let document: JSONValue = [
                "asOf": .string(query.snapshot.options.asOf.description), "total": .integer(rows.count),
                "limit": .integer(limit), "offset": .integer(offset),
                "links": PageLinks(query: query, total: rows.count, limit: limit, offset: offset).json,
                "data": .array(Array(shown)),
            ]
            return ByteBuffer(bytes: document.utf8(indented: false) + [0x0A])
        }
    }
}

/// The addresses of the pages around one page of a list.
private struct PageLinks {
    let query: Query
    let total: Int
    let limit: Int
    let offset: Int

    private func link(_ offset: Int) -> JSONValue {
        // In one order, so that the same question has the same answer however it was asked.
        let kept = query.values.filter { $0.key != "limit" && $0.key != "offset" }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value.percentEncoded)" }
        let parameters = kept + ["limit=\(limit)", "offset=\(offset)"]
        return .string(query.address.path + "?" + parameters.joined(separator: "&"))
    }

    var json: JSONValue {
        let last = total == 0 ? 0 : (total - 1) / limit * limit
        return [
            "self": link(offset), "first": link(0), "prev": offset > 0 ? link(max(0, offset - limit)) : .null,
            "next": offset + limit < total ? link(offset + limit) : .null, "last": link(last),
            "root": .string(API.root),
        ]
    }
}
