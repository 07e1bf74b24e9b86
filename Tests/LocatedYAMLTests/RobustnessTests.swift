import Diagnostics
import SystemIO
import Testing

@testable import LocatedYAML

/// Random damage to good files: whatever comes out, nothing crashes or hangs, and every place is a place of the file.
struct RobustnessTests {
    /// A generator with a fixed beginning (SplitMix64), so that a failure can be repeated.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let seeds = [
        "id: a\nname: 'one'\nnote: |\n  é 日本 😀\n\n  two\ncount: 7\ntags: [x, \"y\\u00e9\", {z: 1}]\n",
        "id: &a x\nparts:\n  - size: 1\n    inner: [{size: 2}]\n  - &p {size: 3}\npart: *p\nwords:\n  ? poco\n  : low\n",
        "# said\r\nid: a\r\ntitle: {es: Uno, en: >-\r\n  One\r\n  two}\r\nlarge: !!bool yes\r\n---\r\nid: b\r\n",
        LimitTests.billionLaughs,
    ]
    static let pieces = [
        "\n", "  ", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&a ", "*a", "!!x ", "#",
        "%",
        "---\n", "...", "<<: *a", "\\", "\u{85}", "\u{2028}", "\u{0}", "\u{FEFF}", "é", "😀", "\r", "~", "@", "`",
    ]

    @Test(arguments: seeds)
    func damagedFilesNeverCrash(_ seed: String) {
        var random = Seeded(state: 42)
        for _ in 0..<1500 {
            var bytes = Array(seed.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.damage(&bytes, &random) }
            let lineCount = bytes.count { $0 == 0x0A } + 1
            var diagnostics: [Diagnostic] = []
            _ = Specimen.decode(
                FileBytes(bytes), file: file, limits: YAMLLimits(nodes: 10_000), into: &diagnostics)
            for case let range? in diagnostics.map(\.range) {
                #expect(range.start <= range.end, "\(bytes)")
                #expect(range.start.line >= 1 && range.start.column >= 1 && range.end.line <= lineCount + 1, "\(bytes)")
            }
        }
    }

    static func damage(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: if place < bytes.count { bytes.remove(at: place) }
        case 1: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 2: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 8))
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: 0)
        }
    }

    @Test(arguments: seeds)
    func everyBeginningOfAFileIsRead(_ seed: String) {
        for count in 0...min(seed.utf8.count, 400) {
            let (document, diagnostics) = YAMLDocument.parse(FileBytes(Array(seed.utf8.prefix(count))), file: file)
            #expect(document != nil || diagnostics.hasErrors)
        }
    }
}
