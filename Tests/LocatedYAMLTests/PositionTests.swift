import Diagnostics
import Testing

@testable import LocatedYAML

/// Places of nodes: 1-based lines and columns in code points, ranges without anything that isn't the node.
struct PositionTests {
    @Test(arguments: [
        // Plain, multi-line plain, quoted.
        ("a: one  # said", "{'a'@1:1-1:2: 'one'@1:4-1:7}@1:1-1:7"),
        ("a: one\n  two\n\nb: 3\n", "{'a'@1:1-1:2: 'one two'@1:4-2:6, 'b'@4:1-4:2: '3'@4:4-4:5}@1:1-4:5"),
        ("a: 'it''s'", "{'a'@1:1-1:2: 'it's'@1:4-1:11}@1:1-1:11"),
        (#"a: "x\ty \u00e9""#, "{'a'@1:1-1:2: 'x\ty é'@1:4-1:17}@1:1-1:17"),
        ("a: \"one\n   two\"\n", "{'a'@1:1-1:2: 'one two'@1:4-2:8}@1:1-2:8"),
        // Block collections end with their last child, not where the next thing begins.
        (
            "a:\n  - x\n  - y\n\n# said\n\nb: z\n",
            "{'a'@1:1-1:2: ['x'@2:5-2:6, 'y'@3:5-3:6]@2:3-3:6, "
                + "'b'@7:1-7:2: 'z'@7:4-7:5}@1:1-7:5"
        ),
        ("a:\n- x\n-\nb:\n", "{'a'@1:1-1:2: ['x'@2:3-2:4, ''@3:2-3:2]@2:1-3:2, 'b'@4:1-4:2: ''@4:3-4:3}@1:1-4:3"),
        ("- - x\n  - y\n", "[['x'@1:5-1:6, 'y'@2:5-2:6]@1:3-2:6]@1:1-2:6"),
        // Flow collections.
        (
            "a: [x, {y: z}, ]  \n",
            "{'a'@1:1-1:2: ['x'@1:5-1:6, {'y'@1:9-1:10: 'z'@1:12-1:13}@1:8-1:14]@1:4-1:17}"
                + "@1:1-1:17"
        ),
        ("[a: b, c]", "[{'a'@1:2-1:3: 'b'@1:5-1:6}@1:2-1:6, 'c'@1:8-1:9]@1:1-1:10"),
        (
            "a: {\n  x: 1,\n  y\n}\n",
            "{'a'@1:1-1:2: {'x'@2:3-2:4: '1'@2:6-2:7, 'y'@3:3-3:4: ''@4:1-4:1}@1:4-4:2}"
                + "@1:1-4:2"
        ),
        ("? a\n: b\n", "{'a'@1:3-1:4: 'b'@2:3-2:4}@1:1-2:4"),
    ])
    func nodesAreWhereTheyStand(_ text: String, _ outline: String) throws {
        #expect(try document(text).root.outline == outline)
    }

    @Test(arguments: [
        ("a: |\n  one\n  two\n\n\nb: c\n", "'one\ntwo\n'@1:4-3:6"),
        ("a: >-\n  one\n  two\n", "'one two'@1:4-3:6"),
        ("a: |+\n  one\n\n", "'one\n\n'@1:4-2:6"),
        ("a: |\n  one", "'one'@1:4-2:6"),
        ("a: |  # said\nb: c\n", "''@1:4-1:13"),
        ("a: |2\n    one  \nb: c\n", "'  one  \n'@1:4-2:8"),
        ("- |\n  x\n-  y", "'x\n'@1:3-2:4"),
    ])
    func blockScalarsEndWithTheirLastLine(_ text: String, _ outline: String) throws {
        let root = try document(text).root
        let value = root.kind == .list ? root.items.first { _ in true } : root["a"]
        #expect(value?.outline == outline)
    }

    @Test(arguments: [
        ("é: ñandú", "{'é'@1:1-1:2: 'ñandú'@1:4-1:9}@1:1-1:9"),
        ("日本: 東京 x", "{'日本'@1:1-1:3: '東京 x'@1:5-1:9}@1:1-1:9"),
        ("😀: 👩‍👩‍👧 y", "{'😀'@1:1-1:2: '👩‍👩‍👧 y'@1:4-1:11}@1:1-1:11"),
        ("e\u{301}: x", "{'e\u{301}'@1:1-1:3: 'x'@1:5-1:6}@1:1-1:6"),
        ("a:\tx\ty\t# said", "{'a'@1:1-1:2: 'x\ty'@1:4-1:7}@1:1-1:7"),
        ("a: b\r\nc:\r\n  - d\r\n", "{'a'@1:1-1:2: 'b'@1:4-1:5, 'c'@2:1-2:2: ['d'@3:5-3:6]@3:3-3:6}@1:1-3:6"),
        (
            "a: |\r\n  é one\r\n  two\r\nb: c\r\n",
            "{'a'@1:1-1:2: 'é one\ntwo\n'@1:4-3:6, 'b'@4:1-4:2: 'c'@4:4-4:5}@1:1-4:5"
        ),
        ("\u{FEFF}a: b", "{'a'@1:1-1:2: 'b'@1:4-1:5}@1:1-1:5"),
    ])
    func columnsCountCodePoints(_ text: String, _ outline: String) throws {
        #expect(try document(text).root.outline == outline)
    }

    @Test(arguments: [
        ("a: &x one\nb: *x\n", "{'a'@1:1-1:2: 'one'@1:7-1:10, 'b'@2:1-2:2: 'one'@2:4-2:6}@1:1-2:6"),
        (
            "a: &x  # said\n  - 1\nb: *x\n",
            "{'a'@1:1-1:2: ['1'@2:5-2:6]@2:3-2:6, 'b'@3:1-3:2: ['1'@2:5-2:6]@3:4-3:6}@1:1-3:6"
        ),
        ("a: &x\nb: *x\n", "{'a'@1:1-1:2: ''@1:6-1:6, 'b'@2:1-2:2: ''@2:4-2:6}@1:1-2:6"),
        ("a: &x |\n  t\n", "{'a'@1:1-1:2: 't\n'@1:7-2:4}@1:1-2:4"),
        ("a: &x {b: c}\n", "{'a'@1:1-1:2: {'b'@1:8-1:9: 'c'@1:11-1:12}@1:7-1:13}@1:1-1:13"),
    ])
    func anchorsAreNotPartOfTheirNode(_ text: String, _ outline: String) throws {
        #expect(try document(text).root.outline == outline)
    }

    @Test func linesBeforeMoveEverythingDown() throws {
        let plain = try document("a: [é, 'x']\nb: |\n  y\n").root.outline
        let moved = try document("# 😀 said\n# again\na: [é, 'x']\nb: |\n  y\n").root
        #expect(moved.range.start.line == 3)
        #expect(moved.outline.count == plain.count)
        #expect(moved["a"]?.range.short == "3:4-3:12")
        #expect(moved["b"]?.range.short == "4:4-5:4")
    }
}

/// What a scalar reads as: its text, never a guess.
struct ScalarTests {
    @Test(arguments: [
        "no", "NO", "yes", "1.10", "2012-06", "0o14", "1_000", "0x1F", ".inf", "True", "12:30:45", "Null",
    ])
    func plainScalarsStayAsWritten(_ text: String) throws {
        let node = try #require(try document("a: \(text)").root["a"])
        #expect(node.text == text)
        #expect(node.isPlain)
        #expect(!node.isAbsent)
    }

    @Test(arguments: [("", true), ("~", true), ("null", true), ("'~'", false), ("\"\"", false), ("NULL", false)])
    func absentIsNothingTildeOrNull(_ text: String, _ isAbsent: Bool) throws {
        #expect(try document("a: \(text)").root["a"]?.isAbsent == isAbsent)
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "---\n...\n", "\u{FEFF}"])
    func anEmptyFileIsAnEmptyMapping(_ text: String) throws {
        let root = try document(text).root
        #expect(root.kind == .mapping)
        #expect(root.count == 0)
    }

    @Test func stylesAreKept() throws {
        let root = try document("[a, 'b', \"c\"]").root
        #expect(root.style == .flow)
        #expect(root.items.map(\.style) == [.plain, .singleQuoted, .doubleQuoted])
        #expect(try document("a: |\n  x\nb: >\n  y\n").root.pairs.map(\.value.style) == [.literal, .folded])
    }

    @Test func aliasesReadAsWhatTheyStandFor() throws {
        let root = try document("a: &x {k: [1, 2]}\nb: *x\n").root
        #expect(root["b"]?.kind == .mapping)
        #expect(root["b"]?.count == 1)
        #expect(root["b"]?["k"]?.items.map(\.text) == ["1", "2"])
    }
}
