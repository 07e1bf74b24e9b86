import Testing

@testable import FollowUpCommand

@Suite struct TerminalTests {
    private func terminal(
        _ environment: [String: String], isInteractive: Bool = true, reportedWidth: Int? = nil
    ) -> Terminal {
        Terminal(environment: environment, isInteractive: isInteractive, reportedWidth: reportedWidth)
    }

    @Test func widthComesFromTheEnvironmentThenTheSystem() {
        #expect(terminal(["COLUMNS": "100"], reportedWidth: 120).width == 100)
        #expect(terminal([:], reportedWidth: 120).width == 120)
        #expect(terminal([:]).width == 80)
        #expect(terminal(["COLUMNS": "wide"], reportedWidth: 120).width == 120)
        #expect(terminal(["COLUMNS": "0"]).width == 80)
        #expect(terminal(["COLUMNS": "-5"]).width == 80)
        #expect(terminal(["COLUMNS": "3"]).width == 20)
    }

    @Test(
        arguments: [
            (["TERM": "xterm"], true, true),
            (["TERM": "xterm"], false, false),
            (["TERM": "dumb"], true, false),
            ([:], true, false),
            (["TERM": "xterm", "NO_COLOR": "1"], true, false),
            (["TERM": "xterm", "NO_COLOR": ""], true, true),
            (["TERM": "xterm", "CLICOLOR": "0"], true, false),
            (["CLICOLOR_FORCE": "1"], false, true),
            (["CLICOLOR_FORCE": "0", "TERM": "xterm"], false, false),
            (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
            (["CLICOLOR_FORCE": "1", "TERM": "dumb"], true, true),
        ] as [([String: String], Bool, Bool)])
    func colourIsDecided(environment: [String: String], isInteractive: Bool, usesColour: Bool) {
        #expect(terminal(environment, isInteractive: isInteractive).usesColour == usesColour)
    }

    @Test(
        arguments: [
            ([:], true), (["LANG": "C"], false), (["LANG": "es_AR.UTF-8"], true), (["LANG": "fr_FR.utf8"], true),
            (["LANG": "es_ES.ISO-8859-1"], false), (["LC_ALL": "C", "LANG": "es_AR.UTF-8"], false),
            (["LC_ALL": "", "LC_CTYPE": "pt_BR.UTF-8", "LANG": "C"], true),
        ] as [([String: String], Bool)])
    func unicodeIsDecidedByTheLocale(environment: [String: String], isUnicode: Bool) {
        #expect(terminal(environment).isUnicode == isUnicode)
    }

    @Test func anythingButATerminalHasNoColour() {
        let terminal = Terminal(environment: ["TERM": "xterm"], isInteractive: false, reportedWidth: nil)
        #expect(terminal == Terminal(width: 80, usesColour: false, isUnicode: true))
    }
}
