import FollowUpModel
import ForumKit
import Foundation
import InstalledModules
import Synchronization
import Testing

import enum FollowUpCommand.ExitStatus

@testable import FollowUpCommand

/// What one command line said and how it ended.
struct PageRun {
    var output: String
    var complaint: String
    var status: ExitStatus

    /// The made-up workspace of the tests.
    static let small = folder + "/Fixtures/Small"
    /// The workspace that comes with the program.
    static let shipped = (folder as NSString).deletingLastPathComponent + "/../forums"
    /// The folder of this test target.
    private static let folder = (((#filePath as NSString).deletingLastPathComponent) as NSString)
        .deletingLastPathComponent

    /// Runs a command line, its words divided by spaces, on the last day of March 2026.
    init(_ line: String, workspace: String = PageRun.small, width: Int = 80, usesColour: Bool = false) throws {
        let (said, complained) = (Collected(), Collected())
        let today = try #require(CalendarDay(year: 2026, month: 3, day: 31))
        var environment = CommandEnvironment(
            registry: try ForumRegistry(InstalledModules.all), today: today, variables: [:],
            output: { said.add($0) }, complaint: { complained.add($0) })
        environment.terminal = Terminal(width: width, usesColour: usesColour)
        status = FollowUpCommand.run(
            line.split(separator: " ").map(String.init) + ["--workspace", workspace], in: environment)
        output = said.text
        complaint = complained.text
    }

    /// The output read as JSON.
    func document<Document: Decodable>(_ type: Document.Type) throws -> Document {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .custom { path in
            let name = path.last?.stringValue ?? ""
            // A level or a kind of nothing is itself, whatever is counted by it.
            guard !path.dropLast().contains(where: { ["levels", "missing"].contains($0.stringValue) }) else {
                return Key(stringValue: name)
            }
            let words = name.split(separator: "-")
            return Key(stringValue: words.prefix(1).joined() + words.dropFirst().map(\.localizedCapitalized).joined())
        }
        return try decoder.decode(type, from: Data(output.utf8))
    }

    /// Compares the output with a file of `Fixtures/Golden`; `UPDATE_GOLDENS=1` writes the file anew.
    func expectGolden(_ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let path = Self.folder + "/Fixtures/Golden/" + name
        // The same wherever the folder lies.
        let output = output.replacing(Repository.path + "/", with: "")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(output.utf8).write(to: URL(fileURLWithPath: path))
        }
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        #expect(output == expected, "\(name) is another text now", sourceLocation: sourceLocation)
    }
}

/// Texts added one after the other.
private final class Collected: Sendable {
    private let collected = Mutex("")
    func add(_ text: String) { collected.withLock { $0 += text } }
    var text: String { collected.withLock { $0 } }
}

/// A member of a document by its name: names in kebab case are members in camel case.
private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
