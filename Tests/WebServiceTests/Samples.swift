import Dashboard
import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import InstalledModules
import JSON
import NIOCore
import Testing

@testable import WebService

/// Services over the made-up workspace of the commands' tests.
enum Samples {
    private static let tests = (((#filePath as NSString).deletingLastPathComponent) as NSString)
        .deletingLastPathComponent
    static let small = tests + "/FollowUpCommandTests/Fixtures/Small"
    /// 1 April 2026, 12:00 UTC.
    static let now = 1_775_044_800

    /// A reading of a folder with its picture of the last day of March 2026.
    static func reading(_ folder: String = small) throws -> FreshReading {
        let reading = Workspace.load(folder, registry: try ForumRegistry(InstalledModules.all))
        let date = try #require(PartialDate("2026-03-31"))
        let snapshot = reading.workspace.map { Snapshot(of: $0, options: SnapshotOptions(asOf: date)) }
        return FreshReading(reading, snapshot)
    }

    static func service(_ folder: String = small, limits: ServiceLimits = unlimited) throws -> WebService {
        try #require(
            WebService(try reading(folder), templates: try PageTemplates(), limits: limits, clock: { now }))
    }

    /// Limits under which nobody has to wait.
    static var unlimited: ServiceLimits {
        var limits = ServiceLimits()
        limits.perSecond = 0
        return limits
    }

    /// A copy of the small workspace to change.
    static func withCopy<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let folder = NSTemporaryDirectory() + "service-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: small, toPath: folder)
        return try await body(folder)
    }

    /// Replaces a text of a file.
    static func replace(_ old: String, by new: String, in path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(old), "\(path) has the text to replace")
        try text.replacingOccurrences(of: old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }
}

extension WebService {
    /// The answer to GET.
    func get(_ target: String, _ headers: HTTPFields = [:]) async -> WebReply {
        await reply(to: WebRequest(target, headers: headers))
    }
}

extension WebReply {
    /// The content as text.
    var text: String { body.map { String(buffer: $0) } ?? "" }

    /// The content as a document.
    var document: JSONValue {
        get throws { try JSONValue(parsing: body.map { Array($0.readableBytesView) } ?? []) }
    }
}

extension JSONValue {
    /// What stands at a path of names and places.
    subscript(path: String...) -> JSONValue? {
        var value = self
        for name in path {
            if case .array(let elements) = value, let place = Int(name) {
                guard elements.indices.contains(place) else { return nil }
                value = elements[place]
            } else {
                guard let next = value[name] else { return nil }
                value = next
            }
        }
        return value
    }

    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Int? { if case .integer(let number) = self { number } else { nil } }
}
