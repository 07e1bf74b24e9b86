import Diagnostics
import SystemIO
import Testing

@testable import LocatedYAML

/// YAML that is refused: each text with exactly what is said of it.
struct RejectionTests {
    /// A text, the code it raises, and the diagnostic's place and message.
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var code: DiagnosticCode
        var says: String
        var testDescription: String { code.name + ": " + text.debugDescription }

        init(_ text: String, _ code: DiagnosticCode, _ says: String) {
            self.text = text
            self.code = code
            self.says = says
        }
    }

    static let syntax = [
        Case("a: b: c", .yamlSyntax, "1:5-1:6 a ':' followed by a space can't stand here"),
        Case("a: 1\nb\nc: 2", .yamlSyntax, "2:1-2:2 a key must be followed by ':' on its own line"),
        Case("a: 1\nb\n", .yamlSyntax, "2:1-2:2 a key must be followed by ':' on its own line"),
        Case("a: x\n b: y", .yamlSyntax, "2:3-2:4 a ':' followed by a space can't stand here"),
        Case("  a: 1\n b: 2", .yamlSyntax, "2:2-2:3 this doesn't belong to what stands above"),
        Case("a: 'x' y", .yamlSyntax, "1:8-1:9 expected a key here"),
        Case("- a\nb: c", .yamlSyntax, "2:1-2:2 expected '-' and the next item of the list"),
        Case("a: - b", .yamlSyntax, "1:4-1:5 a list item can't stand here"),
        Case("a: [b, c\nd: e", .yamlSyntax, "2:2-2:3 expected ',' or ']' to go on with the list"),
        Case("a: {b: c", .yamlSyntax, "1:4-1:5 this bracket is never closed"),
        Case("a: [b, 'c'", .yamlSyntax, "1:4-1:5 this bracket is never closed"),
        Case("a: {b: c,", .yamlSyntax, "1:10-1:11 expected a value here"),
        Case("a: {b: c ]", .yamlSyntax, "1:10-1:11 expected ',' or '}' to go on with the mapping"),
        Case("a: ]", .yamlSyntax, "1:4-1:5 expected a value here"),
        Case("a: 'b\nc: d", .yamlSyntax, "1:4-1:5 this quote is never closed"),
        Case("a: \"b\n---\n", .yamlSyntax, "1:4-1:5 this quote is never closed"),
        Case(#"a: "\q""#, .yamlSyntax, "1:5-1:6 there is no such escape in double quotes"),
        Case(#"a: "\xg1""#, .yamlSyntax, "1:7-1:8 '\\x', '\\u' and '\\U' need 2, 4 or 8 hexadecimal digits after them"),
        Case(#"a: "\uD800""#, .yamlSyntax, "1:7-1:8 the escape names no Unicode character"),
        Case("a: @b", .yamlSyntax, "1:4-1:5 a text can't begin with '@' without quotes"),
        Case("a: |x\n  b", .yamlSyntax, "1:5-1:6 only a comment may follow on this line"),
        Case("a: |0\n  b", .yamlSyntax, "1:5-1:6 the number after '|' or '>' must be 1 to 9"),
        Case("a: * b", .yamlSyntax, "1:5-1:6 '&' and '*' must be followed by a name"),
        Case("'a' b", .yamlSyntax, "1:5-1:6 this doesn't belong to what stands above"),
        Case("\ta: b", .tabIndentation, "1:1-1:2 a tab can't indent in YAML"),
        Case("a:\n\t- b", .tabIndentation, "2:1-2:2 a tab can't indent in YAML"),
        Case("a: |\n\tb\n", .tabIndentation, "2:1-2:2 a tab can't indent in YAML"),
        Case("-\tb: c", .tabIndentation, "1:2-1:3 a tab can't indent in YAML"),
    ]

    static let features = [
        Case("a: 1\nb: 2\na: 3", .duplicateKey, "3:1-3:2 the key 'a' stands twice in this mapping"),
        Case("a: {x: 1, \"x\": 2}", .duplicateKey, "1:11-1:14 the key 'x' stands twice in this mapping"),
        Case(": b", .emptyKey, "1:1-1:2 a key must not be empty"),
        Case("{: b}", .emptyKey, "1:2-1:3 a key must not be empty"),
        Case("'': b", .emptyKey, "1:1-1:3 a key must not be empty"),
        Case("[a, b]: c", .nonScalarKey, "1:1-1:7 a key must be a text, not a list"),
        Case("? {a: b}\n: c", .nonScalarKey, "1:3-1:9 a key must be a text, not a mapping"),
        Case("x: &a k\n*a : c", .nonScalarKey, "2:1-2:3 a key must be a text, not an alias"),
        Case("x: &a {k: 1}\ny:\n  <<: *a", .mergeKey, "3:3-3:5 merge keys ('<<') are not read"),
        Case("a: !!int 3", .explicitTag, "1:4-1:9 tags ('!' before a value) are not read"),
        Case("a: !<tag:x> [b]", .explicitTag, "1:4-1:12 tags ('!' before a value) are not read"),
        Case("a: &x !own\n  b: c", .explicitTag, "1:7-1:11 tags ('!' before a value) are not read"),
        Case("a: !e!x b", .explicitTag, "1:4-1:5 tags ('!' before a value) are not read"),
        Case("!!binary aGk=", .explicitTag, "1:1-1:9 tags ('!' before a value) are not read"),
        Case("%YAML 1.1\n---\na: b", .yamlDirective, "1:1-1:10 directives ('%' at the start of a line) are not read"),
        Case("%TAG ! x:\n---\na: b", .yamlDirective, "1:1-1:10 directives ('%' at the start of a line) are not read"),
        Case("%OWN x\n---\na: b", .yamlDirective, "1:1-1:7 directives ('%' at the start of a line) are not read"),
        Case("%YAML 3.0\n---\na: b", .yamlDirective, "1:1-1:10 directives ('%' at the start of a line) are not read"),
        Case("a: b\n---\nc: d", .secondDocument, "2:1-2:4 a second document begins here; a file holds one"),
        Case(
            "a: &all b\nc: *al", .undefinedAlias,
            "2:4-2:7 no anchor '&al' stands before this alias; did you mean '*all'?"),
        Case("a: &x [*x]", .recursiveAlias, "1:8-1:10 the alias '*x' stands inside its own anchor"),
        Case("a: &x 1\nb: &x 2", .duplicateAnchor, "2:7-2:8 the anchor '&x' is declared twice"),
    ]

    static let characters = [
        Case("a: é\u{0}b", .forbiddenCharacter, "1:5-1:6 the NUL character (U+0000) can't stand in YAML"),
        Case("a: b\n😀: \u{7}", .forbiddenCharacter, "2:4-2:5 the invisible character U+0007 can't stand in YAML"),
        Case("a: b\u{7F}", .forbiddenCharacter, "1:5-1:6 the invisible character U+007F can't stand in YAML"),
        Case("a: b\u{9B}", .forbiddenCharacter, "1:5-1:6 the invisible character U+009B can't stand in YAML"),
        Case(
            "a: \u{FEFF}b", .forbiddenCharacter,
            "1:4-1:5 a byte-order mark (U+FEFF) inside the text can't stand in YAML"),
        Case("a: x\u{85}y", .unusualLineBreak, "1:5-1:6 the line break U+0085 is not shown as one by every editor"),
        Case("a: \u{2028}y", .unusualLineBreak, "1:4-1:5 the line break U+2028 is not shown as one by every editor"),
        Case("a: y\u{2029}", .unusualLineBreak, "1:5-1:6 the line break U+2029 is not shown as one by every editor"),
        Case("a: b\rc: d", .unusualLineBreak, "1:5-1:6 the line break U+000D is not shown as one by every editor"),
    ]

    @Test(arguments: syntax + features + characters)
    func isRefusedAtItsPlace(_ example: Case) {
        #expect(parse(example.text).diagnostics.map(\.line) == ["\(example.says) [\(example.code.name)]"])
    }

    @Test(arguments: syntax + features + characters)
    func isRefusedAtItsPlaceWithWindowsLineEnds(_ example: Case) {
        guard !example.text.unicodeScalars.contains("\r") else { return }
        let text = String(example.text.unicodeScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : [$0] }.map(Character.init))
        #expect(parse(text).diagnostics.map(\.line) == ["\(example.says) [\(example.code.name)]"])
    }

    /// Printable text is passed over several bytes at a time; none of the others may be passed over with it.
    @Test(arguments: (UInt8(0)..<0x20).filter { ![0x09, 0x0A, 0x0D].contains($0) } + [0x7F])
    func aControlIsFoundWhereverItStands(_ code: UInt8) {
        for place in 0..<17 {
            let text = "# " + String(repeating: "~", count: place) + String(Unicode.Scalar(code)) + "12345678 abcdefgh"
            let found = parse(text).diagnostics
            #expect(found.map(\.code) == [.forbiddenCharacter])
            #expect(found.first?.range?.short == "1:\(place + 3)-1:\(place + 4)")
        }
    }

    @Test(arguments: syntax + characters)
    func noDocumentWhereTheStructureIsUnsure(_ example: Case) {
        #expect(parse(example.text).document == nil)
    }

    @Test func goesOnAfterWhatItRefuses() throws {
        let (parsed, diagnostics) = parse("a: !!str 1\na: 2\n[x]: 3\n<<: 4\nb: 5\n")
        #expect(diagnostics.map(\.code) == [.explicitTag, .nonScalarKey, .mergeKey, .duplicateKey])
        let root = try #require(parsed).root
        #expect(root.outline == "{'a'@1:1-1:2: '1'@1:10-1:11, 'b'@5:1-5:2: '5'@5:4-5:5}@1:1-5:5")
        #expect(root.count == 2)
    }

    @Test func notesShowTheOtherPlace() {
        #expect(parse("a: 1\nbc: 2\na: 3").diagnostics.first?.notes.first?.range?.short == "1:1-1:2")
        #expect(parse("x: 1\nk: [b, c\nd: e").diagnostics.first?.notes.map(\.message) == ["the list begins here"])
        #expect(parse("x: 1\nk: [b, c\nd: e").diagnostics.first?.notes.first?.range?.short == "2:4-2:5")
        #expect(parse("a: &x 1\nb: &x 2").diagnostics.first?.notes.first?.range?.short == "1:7-1:8")
    }

    @Test(arguments: [
        ("a: !!int 3", "a: 3"), ("a: !own\n  b: c", "a: \n  b: c"), ("a: b\u{7F}", "a: b"),
        ("a: x\u{2028}y\nb: \u{2029}z", "a: x y\nb:  z"), ("a: &all b\nc: *al", "a: &all b\nc: *all"),
        ("%YAML 1.1\n---\na: b", "\n---\na: b"),
    ])
    func fixesMend(_ text: String, _ mended: String) throws {
        let fix = try #require(parse(text).diagnostics.first?.fixIts.first)
        #expect(text.applying(fix) == mended)
        #expect(parse(mended).diagnostics.isEmpty)
    }
}

/// Bytes that aren't texts.
struct EncodingTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        let (document, diagnostics) = YAMLDocument.parse(FileBytes(bytes), file: file)
        #expect(document == nil)
        return diagnostics.map(\.line)
    }

    @Test(
        arguments: [
            ([0xE9], "0xE9"), ([0xC0, 0xAF], "0xC0"), ([0xE2, 0x82], "0xE2"), ([0xED, 0xA0, 0x80], "0xED"),
            ([0xF5, 0x80, 0x80, 0x80], "0xF5"), ([0x80], "0x80"), ([0xF0, 0x80, 0x80, 0x80], "0xF0"), ([0xFF], "0xFF"),
        ] as [([UInt8], String)])
    func invalidBytesAreShown(_ bytes: [UInt8], _ name: String) {
        let text = Array("k: v\né: a".utf8) + bytes
        #expect(lines(text) == ["2:5-2:6 the byte \(name) is not UTF-8 [invalid-utf8]"])
    }

    @Test func oneDiagnosticForManyBytes() {
        let bytes = Array("a: ".utf8) + [UInt8](repeating: 0xFE, count: 100_000)
        let (_, diagnostics) = YAMLDocument.parse(FileBytes(bytes), file: file)
        #expect(diagnostics.map(\.line) == ["1:4-1:5 the byte 0xFE is not UTF-8 [invalid-utf8]"])
        #expect(diagnostics.first?.notes.map(\.message) == ["99999 more such bytes follow"])
    }

    @Test func allKindsInOneRun() {
        let bytes = Array("a: \u{7}\nb: \u{85}\nc: ".utf8) + [0xE9] + Array("\nd: [".utf8)
        #expect(
            YAMLDocument.parse(FileBytes(bytes), file: file).diagnostics.map(\.code) == [
                .invalidUTF8, .forbiddenCharacter, .unusualLineBreak,
            ])
        let late = Array("a: b: c\nd: ".utf8) + [0xE9]
        #expect(
            YAMLDocument.parse(FileBytes(late), file: file).diagnostics.map(\.code) == [.invalidUTF8, .yamlSyntax])
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"), ([0x61, 0, 0x3A, 0], "UTF-16"),
            ([0, 0x61, 0, 0x3A], "UTF-16"), ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
            ([0x61, 0, 0, 0], "UTF-32"), ([0, 0, 0, 0x61], "UTF-32"),
        ] as [([UInt8], String)])
    func wideEncodingsAreNamed(_ bytes: [UInt8], _ name: String) {
        #expect(lines(bytes) == ["1:1-1:1 the file is \(name); only UTF-8 is read [wrong-encoding]"])
    }
}
