import Diagnostics
import Testing

@testable import LocatedYAML

/// Files made to break programs.
struct LimitTests {
    /// Ten levels of ten aliases: ten thousand million nodes in less than 1 KB.
    static let billionLaughs: String = {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...10 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) [" + Array(repeating: alias, count: 10).joined(separator: ", ") + "]\n"
        }
        return text
    }()

    @Test func billionLaughsFailFast() {
        #expect(Self.billionLaughs.utf8.count < 1024)
        let clock = ContinuousClock()
        var outcome: (document: YAMLDocument?, diagnostics: [Diagnostic]) = (nil, [])
        let time = clock.measure { outcome = parse(Self.billionLaughs) }
        #expect(outcome.document == nil)
        #expect(outcome.diagnostics.map(\.code) == [.tooManyNodes])
        #expect(time < .milliseconds(50))
    }

    @Test func aliasesCountAsWhatTheyStandFor() {
        // Mapping, two keys, list of 3 (4 nodes), alias of it (4 nodes): 11.
        let text = "a: &a [1, 2, 3]\nb: *a"
        #expect(parse(text, limits: YAMLLimits(nodes: 11)).diagnostics.isEmpty)
        #expect(
            parse(text, limits: YAMLLimits(nodes: 10)).diagnostics.map(\.line) == [
                "2:4-2:6 the file has more than 10 nodes, aliases written out [too-many-nodes]"
            ])
    }

    @Test func depthIsLimited() {
        let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(parse(deep(64)).diagnostics.isEmpty)
        #expect(
            parse(deep(65)).diagnostics.map(\.line) == [
                "1:65-1:66 lists and mappings are nested more than 64 levels deep [nested-too-deep]"
            ])
        #expect(parse(String(repeating: "[", count: 1_000_000)).diagnostics.map(\.code) == [.nestedTooDeep])
        #expect(parse(String(repeating: "- ", count: 100_000)).diagnostics.map(\.code) == [.nestedTooDeep])
    }

    @Test func depthFollowsAliases() {
        let text = "a: &a [[[1]]]\nb: [[*a]]"
        #expect(parse(text, limits: YAMLLimits(depth: 6)).diagnostics.isEmpty)
        #expect(
            parse(text, limits: YAMLLimits(depth: 5)).diagnostics.map(\.line) == [
                "2:6-2:8 lists and mappings are nested more than 5 levels deep [nested-too-deep]"
            ])
    }

    @Test func bytesAreLimited() {
        let (document, diagnostics) = parse("a: b", limits: YAMLLimits(bytes: 3))
        #expect(document == nil)
        #expect(diagnostics.map(\.line) == ["1:1-1:1 the file has 4 bytes; the limit is 3 [file-too-large]"])
    }

    @Test func bigMappingsFindDuplicatesFast() {
        let prefix = String(repeating: "the-same-beginning-", count: 3)
        var text = (0..<30_000).map { "\(prefix)\($0)-end-that-is-the-same: \($0)" }.joined(separator: "\n")
        text += "\n\(prefix)123-end-that-is-the-same: x\n\(prefix)29999-end-that-is-the-same: y\n"
        let clock = ContinuousClock()
        var lines: [Int32?] = []
        let time = clock.measure { lines = parse(text).diagnostics.map(\.range?.start.line) }
        #expect(lines == [30_001, 30_002] || lines == [30_002, 30_001])
        #expect(time < .seconds(5))
    }
}
