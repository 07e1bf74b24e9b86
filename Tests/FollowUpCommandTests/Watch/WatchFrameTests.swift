import Localization
import Testing

@testable import FollowUpCommand

@Suite struct WatchFrameTests {
    private func frame(
        _ changed: [String], number: Int = 1, width: Int = 60, remark: String = "", movesCursor: Bool = true
    ) -> String {
        WatchFrame(
            page: WatchedPage(text: "One\nTwo\n", remark: remark, status: .success), changed: changed,
            time: .microseconds(12_900), number: number, texts: .english,
            terminal: Terminal(width: width, movesCursor: movesCursor)
        ).text
    }

    @Test func theFirstPageClearsTheScreen() {
        #expect(
            frame([], number: 0)
                == "\u{1B}[2J\u{1B}[HOne\u{1B}[K\nTwo\u{1B}[K\n\u{1B}[K\n12 ms · waiting for changes, Ctrl-C ends\u{1B}[K\n"
                + "\u{1B}[J")
        #expect(frame([], number: 0, width: 20).contains("\n12 ms · waiting fo…\u{1B}[K\n"))
    }

    @Test func laterPagesAreWrittenOverIt() {
        #expect(
            frame(["a/reports/one.csv"])
                == "\u{1B}[HOne\u{1B}[K\nTwo\u{1B}[K\n\u{1B}[K\n"
                + "a/reports/one.c… · 12 ms · waiting for changes, Ctrl-C ends\u{1B}[K\n\u{1B}[J")
    }

    @Test func manyFilesAreCounted() {
        #expect(frame(["a", "b", "c", "d", "e"], width: 100).contains("\na, b, c +2 · 12 ms · waiting"))
        #expect(frame(["."], width: 100).contains("\nthe whole folder · 12 ms · waiting"))
        #expect(frame(["b\u{1B}[2J"], width: 100).contains("\nb␛[2J · 12 ms · waiting"))
    }

    @Test func narrowTerminalsLoseTheClosingWords() {
        #expect(frame(["a.csv"], width: 30).contains("\na.csv · 12 ms · waiting for …\u{1B}[K\n"))
    }

    @Test func pagesInAPipeFollowEachOther() {
        #expect(frame([], number: 0, movesCursor: false) == "One\nTwo\n")
        #expect(frame(["a.csv"], movesCursor: false) == "\n--- a.csv · 12 ms\nOne\nTwo\n")
        #expect(frame(["a.csv"], remark: "Wrong\n", movesCursor: false) == "\n--- a.csv · 12 ms\nOne\nTwo\n\nWrong\n")
    }
}
