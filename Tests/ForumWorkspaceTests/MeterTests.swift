import Diagnostics
import FollowUpModel
import ForumKit
import Testing

@testable import ForumWorkspace

@Suite struct MeterTests {
    /// The base with a report file of some megabytes, so that it is read in several stretches.
    private func files() throws -> [String: [UInt8]] {
        var files = try Fixture.base()
        let name = try #require(files.keys.sorted().first { $0.hasSuffix(".csv") })
        let text = String(decoding: try #require(files[name]), as: UTF8.self)
        let row = try #require(text.split(separator: "\n").last)
        files["\(name.dropLast(4))-more.csv"] = Array(
            (text.prefix { $0 != "\n" } + "\n" + repeatElement(row + "\n", count: 1_300_000 / row.utf8.count).joined())
                .utf8)
        return files
    }

    @Test func readingTellsHowFarItHasCome() throws {
        let files = try files()
        let meter = WorkMeter()
        let reading = try withFolder(files) {
            Workspace.load($0, registry: try .ofTests(), meter: meter)
        }
        let bytes = files.filter { $0.key.hasSuffix(".csv") }.reduce(0) { $0 + $1.value.count }
        #expect(reading.workspace != nil)
        #expect(meter.state.step == .reading)
        #expect(meter.state.total == bytes)
        // The first rows of the files, which name the columns, are no part of a stretch.
        #expect(meter.state.done > bytes * 9 / 10 && meter.state.done <= bytes)
    }

    @Test func whatIsStoppedReadsNoRow() throws {
        let meter = WorkMeter()
        meter.stop()
        let reading = try withFolder(try files()) {
            Workspace.load($0, registry: try .ofTests(), meter: meter)
        }
        #expect(reading.workspace?.forums.allSatisfy { $0.reports.count == 0 } ?? true)
        #expect(meter.state.done == 0)
    }
}
