import Diagnostics
import SystemIO
import Testing

@Suite struct TextRendererTests {
    /// The excerpt of one error over a range of a text, without the message's line.
    private func excerpt(
        _ text: String, _ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int, width: Int = 100
    ) -> String {
        let (sources, file) = Sample.map(text)
        let range = file.range(line, column, endLine, endColumn)
        let diagnostic = Diagnostic.error(Sample.unknownLevel, at: range, "made up")
        let rendered = TextRenderer(width: width).render([diagnostic], in: sources)
        let head = "forum.yaml:\(line):\(column): error: made up [unknown-level]\n"
        #expect(rendered.hasPrefix(head))
        return String(rendered.dropFirst(head.count))
    }

    @Test func rendersEverythingOfAReport() {
        let (diagnostics, sources) = Sample.report()
        #expect(
            TextRenderer().render(diagnostics, in: sources) == """
                error: the workspace has no folder 'reference' [missing-file]
                  help: run 'followup new workspace'
                forums/mercosur/forum.yaml:14:16: error: the progress scale has no level 'complet'; did you mean \
                'complete'? [unknown-level]
                14 |   incorporada: complet
                   |                ^^^^^^^ fix-it: replace with 'complete'
                   |                fix-it: take the line out
                forums/mi área/workspace.yaml:9:5: note: the scale is declared here
                note: levels are the workspace's own
                forums/mercosur/forum.yaml:15:3: warning: 'años' has no key 'since' [missing-key]
                15 |   años: [1,
                   |   ^^^^^^^^^
                16 |     2]
                   |     ^^

                """)
        #expect(TextRenderer().render([], in: sources) == "")
    }

    @Test func coloursSeverityCaretsAndFixes() {
        let (sources, file) = Sample.map("a: b\n")
        let range = file.range(1, 4, 1, 5)
        let diagnostic = Diagnostic.warning(
            Sample.unknownLevel, at: range, "no 'b'", notes: [DiagnosticNote("made up")],
            fixIts: [.replace(range, with: "c")])
        #expect(
            TextRenderer(usesColour: true).render([diagnostic], in: sources)
                == """
                ␛[1mforum.yaml:1:4:␛[0m ␛[1;33mwarning:␛[0m ␛[1mno 'b'␛[0m ␛[2m[unknown-level]␛[0m
                ␛[34m1 |␛[0m a: b
                ␛[34m  |␛[0m    ␛[1;33m^␛[0m ␛[32mfix-it: replace with 'c'␛[0m
                ␛[1;36mnote:␛[0m ␛[1mmade up␛[0m

                """.replacing("␛", with: "\u{1B}"))
    }

    @Test(arguments: [
        ("\tx: y", 5, 6, "    x: y", "       ^"),
        ("ab\tx", 4, 5, "ab  x", "    ^"),
        ("ab\tx", 3, 4, "ab  x", "  ^^"),
        ("日\tx", 3, 4, "日  x", "    ^"),
        ("año: mal", 6, 9, "año: mal", "     ^^^"),
        ("an\u{303}o: mal", 7, 10, "an\u{303}o: mal", "     ^^^"),
        ("日本語: 悪い", 6, 8, "日本語: 悪い", "        ^^^^"),
        ("👩‍👩‍👧: x", 8, 9, "👩‍👩‍👧: x", "    ^"),
        ("👩‍👩‍👧: x", 3, 4, "👩‍👩‍👧: x", "^^"),
        ("🇧🇷🇦🇷: x", 3, 5, "🇧🇷🇦🇷: x", "  ^^"),
        ("\u{FEFF}kind: x", 7, 8, "kind: x", "      ^"),
        ("a: b\r\n", 4, 5, "a: b", "   ^"),
        ("a: b\rc: d", 4, 5, "a: b", "   ^"),
        ("a:", 3, 3, "a:", "  ^"),
        ("a: b", 50, 60, "a: b", "    ^"),
        ("a: b", 4, 99, "a: b", "   ^"),
        ("a\u{1B}b: c", 6, 7, "a␛b: c", "     ^"),
        ("a\u{202E}b", 3, 4, "a<U+202E>b", "         ^"),
        ("abc", 3, 1, "abc", "  ^"),
    ])
    func putsCaretsUnderTheRange(text: String, column: Int, end: Int, line: String, carets: String) {
        #expect(excerpt(text, 1, column, 1, end) == "1 | \(line)\n  | \(carets)\n")
    }

    @Test func tabStopsMayBeWider() {
        let (sources, file) = Sample.map("a\tb")
        let diagnostic = Diagnostic.error(Sample.unknownLevel, at: file.range(1, 3, 1, 4), "made up")
        let text = TextRenderer(tabWidth: 8).render([diagnostic], in: sources)
        #expect(text.hasSuffix("\n1 | a       b\n  |         ^\n"))
    }

    @Test func placesAfterTheTextShowItsEnd() {
        #expect(excerpt("a: b\n", 2, 1, 2, 1) == "2 |\n  | ^\n")
        #expect(excerpt("a: b", 9, 9, 12, 3) == "1 | a: b\n  |     ^\n")
        #expect(excerpt("", 3, 3, 3, 9) == "1 |\n  | ^\n")
        #expect(excerpt("a: b\nc", 1, 4, 99, 1) == "1 | a: b\n  |    ^\n2 | c\n  | ^\n")
    }

    @Test func severalLinesShowTheFirstAndTheLast() {
        let text = "a:\n  - b  \n  - c\n  - d\nx: y\n"
        #expect(excerpt(text, 2, 3, 2, 99) == "2 |   - b\n  |   ^^^^^\n")
        #expect(excerpt(text, 2, 3, 4, 6) == "2 |   - b\n  |   ^^^\n… |\n4 |   - d\n  |   ^^^\n")
        // A block that ends before the next key means nothing of that key's line.
        #expect(excerpt(text, 1, 1, 5, 1) == "1 | a:\n  | ^^\n")
    }

    @Test func lineNumbersOfDifferentLengthAlign() {
        let text = String(repeating: "k: v\n", count: 12)
        #expect(excerpt(text, 9, 4, 10, 2) == " 9 | k: v\n   |    ^\n10 | k: v\n   | ^\n")
    }

    @Test func longLinesAreCutAroundThePlace() {
        let filler = String(repeating: "abcdefghi ", count: 20)
        let text = filler + "日本 " + filler
        #expect(excerpt(text, 1, 1, 1, 4, width: 24) == "1 | abcdefghi abcdefghi…\n  | ^^^\n")
        #expect(
            excerpt(text, 1, 201, 1, 203, width: 34) == """
                1 | …i abcdefghi 日本 abcdefghi a…
                  |              ^^^^

                """)
        // A place behind the end of the line, which ends with a space.
        #expect(
            excerpt(text, 1, 404, 1, 404, width: 34) == """
                1 | …cdefghi abcdefghi abcdefghi
                  |                              ^

                """)
        // A range wider than the window shows its start.
        #expect(
            excerpt(text, 1, 11, 1, 201, width: 34) == """
                1 | …efghi abcdefghi abcdefghi ab…
                  |        ^^^^^^^^^^^^^^^^^^^^^^

                """)
    }

    @Test func hugeLinesShowTheirExcerpt() {
        let text = String(repeating: "é", count: 1_000_000) + "X" + String(repeating: "é", count: 1_000_000)
        let side = String(repeating: "é", count: 13)
        #expect(
            excerpt(text, 1, 1_000_001, 1, 1_000_002, width: 34) == """
                1 | …\(side)X\(side)é…
                  |               ^

                """)
    }

    @Test func nothingInAFileOrMessageSteersTheTerminal() {
        var sources = SourceMap()
        let file = sources.add(path: "for\u{1B}um.yaml", bytes: FileBytes("\u{1B}[2J\u{9B}x\n"))
        let diagnostic = Diagnostic.error(
            Sample.unknownLevel, at: file.range(1, 1, 1, 99), "no '\u{1B}[2J'\n",
            notes: [DiagnosticNote("see\u{7}")],
            fixIts: [.replace(file.range(1, 1, 1, 99), with: "a\nb")], help: "beep\u{7}")
        let text = TextRenderer().render([diagnostic], in: sources)
        #expect(
            text == """
                for␛um.yaml:1:1: error: no '␛[2J'␊ [unknown-level]
                1 | ␛[2J<U+009B>x
                  | ^^^^^^^^^^^^^ fix-it: replace with 'a␊b'
                  help: beep␇
                note: see␇

                """)
    }

    @Test func wholeFilesHaveNoExcerpt() {
        let (sources, file) = Sample.map("a: b\n")
        let diagnostic = Diagnostic.error(
            Sample.missingKey, at: .wholeFile(file), "made up",
            fixIts: [FixIt("add the key", edits: [])])
        #expect(
            TextRenderer().render([diagnostic], in: sources) == """
                forum.yaml:1:1: error: made up [missing-key]
                  fix-it: add the key

                """)
    }
}
