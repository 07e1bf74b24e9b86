import TerminalText
import Testing

@testable import FollowUpCommand

@Suite struct TableTests {
    /// A made-up table with one column of every kind, accents, CJK, emoji and two groups.
    private var sample: Table {
        var table = Table(
            [
                .init("Foro", .shrinkable()),
                .init("Compromiso", .wrappable()),
                .init("%", alignment: .right),
                .init("✓"),
            ])
        table.addGroup("Organización de tratado")
        table.add([
            "mercosur", "Acuerdo de residencia: los Estados conceden permisos a nacionales de otros Estados",
            "67", Cell("●", .good),
        ])
        table.add(["日本フォーラム", "👩‍👩‍👧 familia | reunificación", "5", Cell("·", .none)])
        table.addGroup("Foro")
        table.add(["celac"])
        return table
    }

    private func text(_ table: Table, width: Int, colour: Bool = false, unicode: Bool = true) -> String {
        TextTable(terminal: Terminal(width: width, usesColour: colour, isUnicode: unicode)).render(table)
    }

    @Test func fitsEightyCells() {
        #expect(
            text(sample, width: 80) == """
                  Foro            Compromiso                                                %  ✓
                  ──────────────  ───────────────────────────────────────────────────────  ──  ─
                Organización de tratado
                  mercosur        Acuerdo de residencia: los Estados conceden permisos a   67  ●
                                  nacionales de otros Estados
                  日本フォーラム  👩‍👩‍👧 familia | reunificación                                5  ·

                Foro
                  celac

                """)
    }

    @Test func fitsFortyCells() {
        #expect(
            text(sample, width: 40) == """
                  Foro            Compromiso        %  ✓
                  ──────────────  ───────────────  ──  ─
                Organización de tratado
                  mercosur        Acuerdo de       67  ●
                                  residencia: los
                                  Estados
                                  conceden
                                  permisos a
                                  nacionales de
                                  otros Estados
                  日本フォーラム  👩‍👩‍👧 familia |      5  ·
                                  reunificación

                Foro
                  celac

                """)
    }

    @Test func takesNoMoreRoomThanItNeeds() {
        #expect(
            text(sample, width: 120) == """
                  Foro            Compromiso                                                                           %  ✓
                  ──────────────  ──────────────────────────────────────────────────────────────────────────────────  ──  ─
                Organización de tratado
                  mercosur        Acuerdo de residencia: los Estados conceden permisos a nacionales de otros Estados  67  ●
                  日本フォーラム  👩‍👩‍👧 familia | reunificación                                                           5  ·

                Foro
                  celac

                """)
    }

    @Test func plainLocalesGetDashes() {
        var table = Table([.init("a", .shrinkable(minimum: 4)), .init("b")])
        table.add(["abcdefgh", "x"])
        #expect(text(table, width: 8, unicode: false) == "a      b\n-----  -\nabcd~  x\n")
    }

    @Test func coloursCellsWithoutMovingThem() {
        var table = Table([.init("a"), .init("b", alignment: .right)])
        table.add([Cell("x", .good), Cell("1", .bad)])
        table.addGroup("g")
        table.add([Cell("yy", .limited), Cell("22", .dim)])
        let coloured = text(table, width: 80, colour: true)
        #expect(
            coloured.replacing("\u{1B}", with: "␛") == """
                  ␛[1ma␛[0m    ␛[1mb␛[0m
                  ␛[2m──␛[0m  ␛[2m──␛[0m
                  ␛[32mx␛[0m    ␛[31m1␛[0m

                ␛[1mg␛[0m
                  ␛[33myy␛[0m  ␛[2m22␛[0m

                """)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(table, width: 80))
    }

    @Test(arguments: [20, 40, 80, 100, 120, 200])
    func thirtyThreeColumnsFitEveryWidth(width: Int) {
        let rendered = TextTable(terminal: Terminal(width: width), gap: 1).render(matrix)
        let lines = rendered.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.terminalWidth <= width })
        #expect(lines.allSatisfy { $0.last != " " })
        // Every column is there once, and every part repeats the line's name.
        let headers = lines.filter { $0.hasPrefix("line") }
        let codes = headers.flatMap { $0.split(separator: " ").dropFirst() }
        #expect(codes == (1...33).map { "C\($0 < 10 ? "0" : "")\($0)" })
        #expect(lines.filter { $0.hasPrefix("67.2") }.count == headers.count)
    }

    @Test func thirtyThreeColumnsAtEighty() {
        #expect(
            TextTable(terminal: Terminal(width: 80), gap: 1).render(matrix) == """
                line C01 C02 C03 C04 C05 C06 C07 C08 C09 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19
                ──── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ───
                67.1 ·   ·   ●   ·   ·   ●   ·   ·   ●   ·   ·   ●   ·   ·   ●   ·   ·   ●   ·
                67.2 ●   ●   ●   ●   ◐   ●   ●   ●   ●   ◐   ●   ●   ●   ●   ◐   ●   ●   ●   ●

                line C20 C21 C22 C23 C24 C25 C26 C27 C28 C29 C30 C31 C32 C33
                ──── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ─── ───
                67.1 ·   ●   ·   ·   ●   ·   ·   ●   ·   ·   ●   ·   ·   ●
                67.2 ◐   ●   ●   ●   ●   ◐   ●   ●   ●   ●   ◐   ●   ●   ●

                """)
    }

    /// A made-up matrix of two lines and thirty-three countries.
    private var matrix: Table {
        var table = Table([.init("line")] + (1...33).map { .init("C\($0 < 10 ? "0" : "")\($0)") })
        table.add(["67.1"] + (1...33).map { Cell($0 % 3 == 0 ? "●" : "·") })
        table.add(["67.2"] + (1...33).map { Cell($0 % 5 == 0 ? "◐" : "●") })
        return table
    }

    @Test func nothingSteersTheTerminal() {
        var table = Table([.init("a\nb"), .init("c", .wrappable())])
        table.addGroup("g\u{1B}")
        table.add(["x\ty\u{1B}[0m", "one\r\ntwo\u{7}"])
        #expect(text(table, width: 80) == "  a b      c\n  ───────  ────\ng␛\n  x y␛[0m  one\n           two␇\n")
    }

    @Test func emptyTablesAreFine() {
        #expect(text(Table([]), width: 80) == "")
        #expect(text(Table([.init("a")]), width: 80) == "a\n─\n")
        #expect(MarkdownTable().render(Table([])) == "")
    }

    @Test func markdown() {
        #expect(
            MarkdownTable().render(sample) == """
                | Foro                        | Compromiso                                                                         |   % | ✓   |
                | --------------------------- | ---------------------------------------------------------------------------------- | --: | --- |
                | **Organización de tratado** |                                                                                    |     |     |
                | mercosur                    | Acuerdo de residencia: los Estados conceden permisos a nacionales de otros Estados |  67 | ●   |
                | 日本フォーラム              | 👩‍👩‍👧 familia \\| reunificación                                                        |   5 | ·   |
                | **Foro**                    |                                                                                    |     |     |
                | celac                       |                                                                                    |     |     |

                """)
    }

    @Test func markdownEscapesItsMarks() {
        var table = Table([.init("a")])
        table.add(["*x*_`|`<b>[y](z)\\ &amp;\n\u{1B}"])
        #expect(
            MarkdownTable().render(table).split(separator: "\n").last
                == #"| \*x\*\_\`\|\`\<b>\[y\](z)\\ &amp;amp;<br>␛ |"#)
    }
}
