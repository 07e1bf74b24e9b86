import Diagnostics
import FollowUpModel
import Localization
import TerminalText
import Testing

@testable import FollowUpCommand

@Suite struct ProgressBarTests {
    private static let halfRead = WorkState(number: 1, step: .reading, done: 47_300_000, total: 94_000_000)

    private func line(
        _ state: WorkState = halfRead, after seconds: Double = 4, width: Int = 80, _ language: Language = .english,
        isUnicode: Bool = true, usesColour: Bool = false
    ) -> String {
        let terminal = Terminal(width: width, usesColour: usesColour, isUnicode: isUnicode)
        return ProgressBar(texts: .texts(for: language), terminal: terminal)
            .line(state, after: .seconds(seconds))
    }

    @Test(arguments: [
        (120, "Reading reports ▕████████████████████▏                   ▏  50%  47/94 MB   11 MB/s   0:04 left"),
        (80, "Reading reports ▕████████████            ▏  50%  47/94 MB   11 MB/s   0:04 left"),
        (66, "Reading reports ▕█████     ▏  50%  47/94 MB   11 MB/s   0:04 left"),
        (60, "Reading reports ▕███████       ▏  50%   11 MB/s   0:04 left"),
        (50, "Reading reports ▕███████       ▏  50%   0:04 left"),
        (43, "Reading reports  50%"), (20, "Reading repor…  50%"),
    ])
    func leavesOutWhatDoesNotFit(_ width: Int, _ expected: String) {
        #expect(line(width: width) == expected)
    }

    @Test(arguments: [
        (Language.spanish, "Lectura de informes ▕████████▌        ▏  50\u{00A0}%  47/94 MB   11 MB/s  faltan  0:04"),
        (.portuguese, "Leitura dos relatórios ▕███████▌       ▏  50%  47/94 MB   11 MB/s  faltam  0:04"),
        (.french, "Lecture des rapports ▕████████▌        ▏  50\u{00A0}%  47/94 MB   11 MB/s  reste  0:04"),
    ])
    func speaksTheLanguage(_ language: Language, _ expected: String) {
        #expect(line(width: 80, language) == expected)
    }

    @Test func forumsHaveNoRate() {
        let state = WorkState(number: 2, step: .assessing, done: 7, total: 20)
        #expect(line(state) == "Assessing forums ▕████████████▌                       ▏  35%   7/20   0:08 left")
    }

    @Test func asciiAndColour() {
        let plain = "Reading reports [############------------]  50%  47/94 MB   11 MB/s   0:04 left"
        #expect(line(isUnicode: false) == plain)
        #expect(line(usesColour: true).contains("▕\u{1B}[36m████████████\u{1B}[0m "))
    }

    @Test func withoutNumbersThereIsOnlyTheName() {
        #expect(line(WorkState()).isEmpty)
        #expect(line(WorkState(number: 1, step: .reading)) == "Reading reports")
        let nothing = WorkState(number: 1, step: .reading, done: 0, total: 5_000_000)
        #expect(line(nothing, after: 0).hasSuffix("   0%  0/5 MB    0 kB/s"))
        let slow = WorkState(number: 1, step: .reading, done: 500_000, total: 5_000_000_000)
        #expect(line(slow, after: 4).hasSuffix("   0%     0/5000 MB  125 kB/s  11:06:36 left"))
    }

    @Test func neverSaysMoreThanAll() {
        let over = WorkState(number: 1, step: .reading, done: 95_000_000, total: 94_000_000)
        #expect(line(over).contains("█▏ 100%  94/94 MB"))
    }

    @Test(arguments: Texts.languages)
    func neverFillsTheLine(_ language: Language) {
        for width in 20...200 {
            for done in stride(from: 0, through: 94_000_000, by: 4_700_000) {
                let state = WorkState(number: 1, step: .reading, done: done, total: 94_000_000)
                #expect(line(state, width: width, language).terminalWidth < width)
            }
        }
    }
}

@Suite struct ProgressPainterTests {
    private let bar = ProgressBar(texts: .english, terminal: Terminal())
    private let state = WorkState(number: 1, step: .reading, done: 1, total: 2)

    @Test func shortWorkIsNotShown() {
        var painter = ProgressPainter()
        #expect(painter.draw(state, at: .milliseconds(100), bar) == nil)
        #expect(painter.draw(state, at: .milliseconds(590), bar) == nil)
        #expect(painter.clear() == nil)
    }

    @Test func longWorkIsShownAndTakenAway() {
        var painter = ProgressPainter()
        #expect(painter.draw(state, at: .zero, bar) == nil)
        let text = painter.draw(state, at: .milliseconds(500), bar)
        #expect(text == "\r" + bar.line(state, after: .milliseconds(500)) + "\u{1B}[K\r")
        #expect(painter.clear() == "\r\u{1B}[K")
        #expect(painter.clear() == nil)
    }

    @Test func eachStepHasItsOwnTime() {
        var painter = ProgressPainter()
        let next = WorkState(number: 2, step: .assessing, done: 1, total: 4)
        #expect(painter.draw(state, at: .zero, bar) == nil)
        #expect(painter.draw(next, at: .milliseconds(400), bar) == nil)
        #expect(painter.draw(next, at: .milliseconds(800), bar) == nil)
        let text = painter.draw(next, at: .milliseconds(1400), bar)
        #expect(text?.contains(" 25%  1/4   0:03 left") == true)
        // A bar that stands is not taken away and put back between two steps.
        #expect(painter.draw(WorkState(number: 3, step: .reading), at: .milliseconds(1500), bar) != nil)
    }
}
