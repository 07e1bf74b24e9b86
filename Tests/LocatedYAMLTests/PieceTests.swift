import Diagnostics
import SystemIO
import Testing

@testable import LocatedYAML

/// Long files read in pieces: whatever the file, the document and the diagnostics are those of one parser.
struct PieceTests {
    /// How files begin.
    static let beginnings = [
        "list:\n", "# said\n\nfirst: x\nlist:\n", "list:\n  # said\n", " list:\n", "---\nlist:\n", "list: \n\n",
    ]
    /// Lines of items, sound and odd ones; among them all that may hide a cut or move it.
    static let lines = [
        "  - id: a\n", "  - id: é\n", "  - x\n", "  -\n", "  - - x\n", "  -  x\n", "  - {k: v, w: [1, 2]}\n",
        "  - []\n",
        "  - ? k\n", "  - two\n", "  - b, {c: d},\n", "  ]\n", "    title: \"one\n", "    three\"\n",
        "    title: 'it''s\n",
        "    none: {}\n", "    k: v  # said\n", "    sub:\n", "      - x\n", "    - y\n", "    note: |\n",
        "    note: >-\n",
        "    note: |+\n", "    note: |2\n", "      text\n", "       more\n", "\n", "   \n", "# said\n", "  # said\n",
        "    list: [a,\n", "    ? deep\n", "    : value\n", "    last:\n", "    plain one\n", "     goes on\n",
        "    😀: 日本\n", "    k: \"\\L\\P\"\n",
    ]
    /// What is rare and mostly means that the file must be read whole.
    static let rareLines = [
        "key: v\n", "other:\n", "---\n", "...\n", "%YAML 1.2\n", "    anchor: &a x\n", "    alias: *a\n",
        "    tag: !t x\n", "\tk: v\n", " - odd\n", "   - odd\n", "    k: v\r\n", "    k: \u{85}\n",
        "    id: twice\n    id: twice\n", "  - id: a", "    'quoted\n", "    <<: {a: b}\n", "    : empty\n",
        "    [a]: b\n", "    k: v: w\n", "- x\n",
    ]

    @Test(arguments: 1...8)
    func piecesOfRandomFilesReadAsTheWhole(_ seed: UInt64) {
        var random = RobustnessTests.Seeded(state: seed)
        var inPieces = 0
        for round in 0..<400 {
            var text = Self.beginnings[Int.random(in: 0..<Self.beginnings.count, using: &random)]
            if round % 2 == 0 {
                text += Self.soundItems(&random)
            } else {
                for _ in 0..<Int.random(in: 2...12, using: &random) {
                    text += Self.lines[Int.random(in: 0..<Self.lines.count, using: &random)]
                }
            }
            if round % 3 == 0 { text = Self.withRareLine(text, &random) }
            if round % 5 == 0 {
                text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            }
            inPieces += Self.compare(Array(text.utf8))
        }
        // The comparison says something: the pieces were used, hundreds of times.
        #expect(inPieces > 200)
    }

    @Test(arguments: RobustnessTests.seeds)
    func piecesOfDamagedFilesReadAsTheWhole(_ seed: String) {
        var random = RobustnessTests.Seeded(state: 7)
        let item = "  - " + seed.split(separator: "\n").joined(separator: "\n    ") + "\n"
        for _ in 0..<150 {
            var bytes = Array(("list:\n" + item + "  - id: b\n" + item + "  - id: c\n").utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) { RobustnessTests.damage(&bytes, &random) }
            Self.compare(bytes)
        }
    }

    @Test(arguments: YAMLFiles.all)
    func piecesOfFilesReadAsTheWhole(_ path: String) throws {
        let bytes = try FileBytes(mapping: path)
        Self.compare(bytes.array)
    }

    @Test func limitsHoldForAllPiecesTogether() {
        let text = "list:\n" + String(repeating: "  - [x]\n", count: 40)
        for nodes in [60, 82, 83, 84, 200] { Self.compare(Array(text.utf8), limits: YAMLLimits(nodes: nodes)) }
        for depth in 0...4 { Self.compare(Array(text.utf8), limits: YAMLLimits(depth: depth)) }
    }

    @Test func filesThatHoldMoreThanExpectedAreReadWhole() {
        // More nodes and longer texts than memory is reserved for.
        let nodes = "list:\n" + String(repeating: "  - [a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p]\n", count: 40)
        let texts = "list:\n" + String(repeating: "  - \"\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\\L\"\n", count: 40)
        #expect(Self.compare(Array(nodes.utf8)) == 0)
        #expect(Self.compare(Array(texts.utf8)) == 0)
    }

    @Test func aLongFileIsCutBeforeItems() throws {
        let text = "# said\nlist:\n" + String(repeating: "  - id: a\n    note: said\n", count: 50)
        let plan = try #require(CutPlan(FileBytes(text).view, pieces: 3))
        #expect(plan.indentation == 2)
        #expect(plan.pieces.map(\.firstLine) == [0, 36, 70])
        #expect(plan.pieces.map(\.lineFeeds) == [36, 34, 32])
        #expect(plan.pieces.map(\.bytes.lowerBound).dropFirst().allSatisfy { $0 > 0 })
        #expect(Self.compare(Array(text.utf8)) == 4)
    }

    @Test(arguments: [
        "a: b\n", "list:\n- x\n- y\n- z\n", "- x\n- y\n", "list:\n  - x\n", "list:\n  k:\n    - x\n    - y\n",
    ])
    func otherFilesAreNotCut(_ text: String) {
        #expect(CutPlan(FileBytes(text).view, pieces: 4) == nil)
    }

    /// Some records as people write them.
    private static func soundItems(_ random: inout RobustnessTests.Seeded) -> String {
        let fields = [
            "    title: {es: Uno, en: \"One\"}\n", "    note: |\n      one\n\n      two\n\n",
            "    note: >-\n      - one\n      two\n", "    tags: [a,\n      b]\n",
            "    sub:\n      - x\n      - k: v\n",
            "    # said\n", "\n", "    empty:\n", "    none: []\n", "    q: 'one\n\n      two'\n",
            "    ? long\n    : v\n",
            "    ? alone\n", "    keep: |+\n      x\n\n\n", "    é: ñandú  # 😀\n",
        ]
        var text = ""
        for number in 0..<Int.random(in: 2...6, using: &random) {
            // Memory is reserved for nodes as long as people write them.
            text += "  - id: i\(number)  # a remark that goes on and on, so that there are not too many nodes a byte\n"
            for field in fields where Int.random(in: 0..<6, using: &random) == 0 { text += field }
        }
        return text
    }

    private static func withRareLine(_ text: String, _ random: inout RobustnessTests.Seeded) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
        let rare = rareLines[Int.random(in: 0..<rareLines.count, using: &random)]
        lines.insert(rare[...], at: Int.random(in: 0...lines.count, using: &random))
        return lines.joined()
    }

    /// Reads a file whole and in two to five pieces, and returns how often the pieces were used.
    @discardableResult
    private static func compare(_ bytes: [UInt8], limits: YAMLLimits = .default) -> Int {
        let file = FileID(rawValue: 0)
        let whole = YAMLDocument.parse(FileBytes(bytes), file: file, limits: limits, pieces: 1)
        let expected = whole.document.map { contents($0) }
        var inPieces = 0
        for count in 2...5 {
            let cut = YAMLDocument.parse(FileBytes(bytes), file: file, limits: limits, pieces: count)
            #expect(cut.diagnostics == whole.diagnostics, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(cut.document.map { contents($0) } == expected, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(cut.document?.hasAliases == whole.document?.hasAliases)
            // Regions leave gaps between their nodes.
            if let document = cut.document, document.nodes.count != whole.document?.nodes.count { inPieces += 1 }
        }
        return inPieces
    }

    /// All nodes with everything that is known of them.
    private static func contents(_ document: YAMLDocument) -> [String] {
        var result: [String] = []
        func add(_ index: UInt32) {
            let record = document.nodes[Int(index)]
            let text = record.kind == .scalar ? String(decoding: document.bytes(of: record), as: UTF8.self) : ""
            result.append(
                "\(record.kind) \(record.style) \(record.start) \(record.end) \(record.count) "
                    + "\(record.flags.rawValue) \(text)")
            guard record.kind == .list || record.kind == .mapping else { return }
            var child = index + 1
            while child < record.next {
                let item = document.item(at: child)
                add(item)
                child = document.nodes[Int(item)].next
            }
        }
        add(0)
        return result
    }
}
