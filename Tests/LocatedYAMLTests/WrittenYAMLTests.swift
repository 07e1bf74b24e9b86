import Diagnostics
import ForumKitTesting
import SystemIO
import Testing

@testable import LocatedYAML

/// YAML that a test writes piece by piece, so that it knows where each scalar stands.
private struct WrittenYAML {
    private(set) var text = ""
    /// Each scalar with its place, in the order of the file.
    private(set) var scalars: [String] = []
    private let lineEnd: String
    private var numbers: SeededNumbers
    private var (line, column) = (1, 1)
    private var keys = 0

    init(seed: Int, lineEnd: String, hasMark: Bool) {
        numbers = SeededNumbers(seed: UInt64(seed))
        self.lineEnd = lineEnd
        if hasMark { text.unicodeScalars.append("\u{FEFF}") }
        block(depth: 0, indent: 0)
    }

    private mutating func write(_ piece: String) {
        for scalar in piece.unicodeScalars {
            text.unicodeScalars.append(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, scalar == "\r" ? column : column + 1)
        }
    }

    /// Ends a line, with a remark or an empty line at random.
    private mutating func endLine() {
        if numbers.number(0...5) == 0 { write("  # a remark: no key, é 🐦") }
        write(lineEnd)
        if numbers.number(0...7) == 0 { write(lineEnd) }
    }

    /// A block mapping or list whose lines begin after so many spaces.
    private mutating func block(depth: Int, indent: Int) {
        let isList = depth > 0 && numbers.number(0...2) == 0
        for _ in 0..<numbers.number(1...4) {
            write(String(repeating: " ", count: indent))
            if isList { write("- ") } else { key() }
            if depth < 3, !isList, numbers.number(0...2) == 0 {
                endLine()
                block(depth: depth + 1, indent: indent + 2)
            } else {
                if numbers.number(0...3) == 0 { flow(depth: depth + 1) } else { scalar(isFlow: false) }
                endLine()
            }
        }
    }

    /// A flow list or mapping on one line.
    private mutating func flow(depth: Int) {
        let isList = numbers.number(0...1) == 0
        write(isList ? "[" : "{")
        for place in 0..<numbers.number(0...3) {
            if place > 0 { write(", ") }
            if !isList { key() }
            if depth < 4, numbers.number(0...4) == 0 { flow(depth: depth + 1) } else { scalar(isFlow: true) }
        }
        write(isList ? "]" : "}")
    }

    private mutating func key() {
        keys += 1
        note(numbers.one(of: ["key", "clave", "clé", "k-2"]) + "\(keys)", written: nil)
        write(": ")
    }

    private mutating func scalar(isFlow: Bool) {
        let content = numbers.one(of: [
            "no", "1.10", "2012-06", "Perú 🐦", "it's", "say \"so\"", "a, b", "a: b", "# no remark", "- x", "~x",
            "ñandú",
            "back\\slash", " spaced ", "", "{x}", "null", "0x1F", "true",
        ])
        switch numbers.number(0...2) {
        case 0 where Self.isPlain(content, isFlow: isFlow): note(content, written: nil)
        case 1:
            note(
                content,
                written: "'" + content.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
                    + "'")
        default: note(content, written: "\"" + content.unicodeScalars.map(Self.escaped).joined() + "\"")
        }
    }

    /// Whether a text can stand without quotes.
    private static func isPlain(_ text: String, isFlow: Bool) -> Bool {
        ["no", "1.10", "2012-06", "Perú 🐦", "it's", "ñandú", "back\\slash", "0x1F", "true"].contains(text)
            || text == "say \"so\"" && !isFlow
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "ñ": "\\u00F1"
        case "🐦": "\\U0001F426"
        default: String(scalar)
        }
    }

    private mutating func note(_ content: String, written: String?) {
        let start = "\(line):\(column)"
        write(written ?? content)
        scalars.append("'\(content)'@\(start)-\(line):\(column)")
    }
}

/// Files whose every scalar the test wrote itself.
@Suite("YAML as it was written")
struct WrittenYAMLTests {
    /// All scalars below a node, keys before their values.
    private func scalars(_ node: YAMLNode) -> [String] {
        switch node.kind {
        case .scalar: ["'\(node.text)'@\(node.range.short)"]
        case .list: node.items.flatMap(scalars)
        case .mapping: node.pairs.flatMap { scalars($0.key) + scalars($0.value) }
        }
    }

    @Test("is read back text by text and place by place", arguments: 0..<120)
    func readsBack(seed: Int) throws {
        for lineEnd in ["\n", "\r\n"] {
            let written = WrittenYAML(seed: seed, lineEnd: lineEnd, hasMark: seed % 3 == 0)
            let root = try document(written.text).root
            #expect(scalars(root) == written.scalars, "\(written.text)")
        }
    }

    /// A text, and which types take it: text, prose, id, name, whole number, number, truth value.
    static let taken: [(text: String, types: String)] = [
        ("a", "text prose id name"), ("A", "text prose id"), ("a b", "text prose"), ("a-1", "text prose id name"),
        ("1a", "text prose id"), ("-a", "text prose"), ("a_b", "text prose id"), ("a.b/c-d", "text prose id"),
        ("é", "text prose"), ("7", "text prose id integer"), ("-7", "text prose integer"),
        ("0", "text prose id integer"), ("007", "text prose id"), ("+7", "text prose"),
        ("1.0", "text prose id"), ("-0.5", "text prose"), (".5", "text prose"), ("5.", "text prose id"),
        ("1e3", "text prose id"), ("1_000", "text prose id"), ("0x1F", "text prose id"),
        ("true", "text prose id name boolean"),
        ("false", "text prose id name boolean"), ("True", "text prose id"), ("yes", "text prose id name"),
        ("on", "text prose id name"), ("'true'", "text prose id name"), ("'7'", "text prose id"),
        ("\"1.0\"", "text prose id"),
        ("''", ""), ("' '", ""), ("~", ""), ("null", ""), ("'null'", "text prose id name"), ("\"a\\nb\"", "prose"),
        ("[a]", ""), ("{a: b}", ""), ("2012-06-30", "text prose id"), (".inf", "text prose"), (".nan", "text prose"),
        ("9223372036854775807", "text prose id integer"), ("9223372036854775808", "text prose id"),
        ("-9223372036854775808", "text prose integer"),
    ]

    @Test("is of the type that is asked for and never guessed", arguments: taken)
    func types(_ text: String, _ types: String) throws {
        let node = try #require(try document("x: \(text)\n").root["x"])
        func takes<Value>(_ type: YAMLType<Value>) -> Bool {
            var diagnostics: [Diagnostic] = []
            let value = type.decode(node, into: &diagnostics)
            // Whatever isn't taken is refused with exactly one reason, at its place.
            #expect(diagnostics.count == (value == nil ? 1 : 0))
            #expect(diagnostics.allSatisfy { $0.range?.start.line == 1 && ($0.range?.start.column ?? 0) >= 3 })
            return value != nil
        }
        let found = [
            ("text", takes(YAMLType<String>.text)), ("prose", takes(YAMLType<String>.prose)),
            ("id", takes(YAMLType<String>.identifier)), ("name", takes(YAMLType<String>.name)),
            ("integer", takes(YAMLType<Int>.integer)),
            ("boolean", takes(YAMLType<Bool>.boolean)),
        ]
        #expect(found.filter(\.1).map(\.0).joined(separator: " ") == types)
    }

    @Test("has numbers within their bounds, both ends included", arguments: [-1, 0, 1, 7, 99, 100])
    func bounds(_ number: Int) throws {
        let node = try #require(try document("x: \(number)\n").root["x"])
        var diagnostics: [Diagnostic] = []
        let value = YAMLType<Int>.integer(in: 0...99).decode(node, into: &diagnostics)
        #expect(value == ((0...99).contains(number) ? number : nil))
        #expect(diagnostics.map(\.code.name) == (value == nil ? ["out-of-range"] : []))
    }
}
