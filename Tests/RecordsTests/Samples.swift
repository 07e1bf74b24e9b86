import FollowUpModel
import ForumKit
import ForumWorkspace
import Foundation
import Harmonization
import InstalledModules
import Records
import Testing

/// Workspaces and pictures for the tests of records.
enum Samples {
    private static let tests = (((#filePath as NSString).deletingLastPathComponent) as NSString)
        .deletingLastPathComponent
    /// The made-up workspace of the commands' tests.
    static let small = tests + "/FollowUpCommandTests/Fixtures/Small"
    /// The workspace that comes with the program.
    static let shipped = (tests as NSString).deletingLastPathComponent + "/forums"

    /// The picture of a folder on the last day of March 2026.
    static func snapshot(_ folder: String) throws -> Snapshot {
        let reading = Workspace.load(folder, registry: try ForumRegistry(InstalledModules.all))
        let date = try #require(PartialDate("2026-03-31"))
        return Snapshot(of: try #require(reading.workspace), options: SnapshotOptions(asOf: date))
    }

    /// Runs with a copy of a folder, which is removed afterwards.
    static func withCopy(of folder: String, _ body: (String) throws -> Void) throws {
        let copy = NSTemporaryDirectory() + "records-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try FileManager.default.copyItem(atPath: folder, toPath: copy)
        try body(copy)
    }

    /// The rows of a table by RFC 4180, the header first.
    static func rows(ofCSV bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var (isQuoted, place) = (false, 0)
        while place < bytes.count {
            let byte = bytes[place]
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where place + 1 < bytes.count && bytes[place + 1] == byte:
                field.append(byte)
                place += 1
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false):
                row.append(String(decoding: field, as: UTF8.self))
                field = []
            case (0x0D, false): break
            case (0x0A, false):
                rows.append(row + [String(decoding: field, as: UTF8.self)])
                (row, field) = ([], [])
            default: field.append(byte)
            }
            place += 1
        }
        return rows
    }

    /// Rows as CSV, every field in quotes.
    static func csv(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
        }.joined()
    }
}
