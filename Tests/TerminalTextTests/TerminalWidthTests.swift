import TerminalText
import Testing

@Suite struct TerminalWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("año", 3), ("an\u{303}o", 3), ("日本語", 6), ("ｆｕ", 4), ("ﾊﾝ", 2), ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇧🇷🇦🇷", 4), ("🇧", 1), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
        ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("✓", 1), ("⌚", 2), ("…–“”", 4), ("│─", 2),
        ("क\u{94D}ष", 2), ("a\u{301}\u{302}\u{303}", 1), ("\t", 1), ("\u{1B}[0m", 4), ("\u{200B}", 8), ("\r\n", 2),
        ("\u{1F468}\u{1F3FD}\u{200D}\u{1F33E}", 2), ("𠀋", 2), ("\u{FFFD}", 1), ("〇", 2), ("１", 2),
    ])
    func measures(text: String, width: Int) {
        #expect(text.terminalWidth == width)
    }

    @Test(arguments: [
        ("abc é 日 👩‍👩‍👧", "abc é 日 👩‍👩‍👧"),
        ("\u{1B}[31mred\u{7F}\u{0}", "␛[31mred␡␀"),
        ("a\r\nb\nc\td", "a␍␊b␊c␉d"),
        ("x\u{202E}y\u{9B}\u{200B}", "x<U+202E>y<U+009B><U+200B>"),
        ("\u{FEFF}\u{2028}\u{E0001}", "<U+FEFF><U+2028><U+E0001>"),
    ])
    func spellsOutWhatCannotBeSeen(text: String, visible: String) {
        #expect(text.madeVisible == visible)
        #expect(text.terminalWidth == visible.terminalWidth)
    }

    @Test(arguments: [
        ("Montevideo", 10, "Montevideo"), ("Montevideo", 9, "Montevid…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
        ("a👩‍👩‍👧b", 3, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("a\u{200B}", 5, "a…"),
    ])
    func truncates(text: String, width: Int, expected: String) {
        #expect(text.truncated(toTerminalWidth: width) == expected)
    }
}
