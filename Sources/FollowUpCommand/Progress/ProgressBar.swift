import Diagnostics
import Localization
import TerminalText

/// The line that shows how far long work has come.
struct ProgressBar: Sendable {
    /// The texts.
    var texts: Texts
    /// What the terminal can show, and how wide it is.
    var terminal: Terminal

    /// The cells of the shortest and of the longest bar, its ends left out.
    private static let lengths = 8...40

    /// The line, one cell shorter than the terminal is wide, so that nothing wraps.
    ///
    /// Where it doesn't all fit, the amount goes first, then the rate, the time left and the bar; what the step is
    /// called and the percent stay longest.
    func line(_ state: WorkState, after elapsed: Duration) -> String {
        guard let step = state.step else { return "" }
        let name = name(of: step)
        let room = terminal.width - 1
        guard state.total > 0 else { return name.truncated(toTerminalWidth: room) }
        let done = min(state.done, state.total)
        let percent = percent(of: done, state.total)
        let (amount, rate) = amounts(state.step == .reading, done, of: state.total, after: elapsed)
        let left = timeLeft(done, of: state.total, after: elapsed)
        for parts in [[percent] + amount + rate + left, [percent] + rate + left, [percent] + left] {
            let text = parts.joined(separator: "  ")
            let free = room - name.terminalWidth - text.terminalWidth - 4
            guard free >= Self.lengths.lowerBound else { continue }
            let share = Double(done) / Double(state.total)
            return "\(name) \(bar(share, min(free, Self.lengths.upperBound))) \(text)"
        }
        return name.truncated(toTerminalWidth: room - percent.terminalWidth - 1) + " " + percent
    }

    private func name(of step: WorkState.Step) -> String {
        switch step {
        case .reading: texts[.readingReports]
        case .assessing: texts[.assessingForums]
        case .publishing: texts[.writingSite]
        }
    }

    private func bar(_ share: Double, _ length: Int) -> String {
        let eighths = Int(share * Double(length * 8))
        guard terminal.isUnicode else {
            let full = eighths / 8
            return "[" + coloured(String(repeating: "#", count: full)) + String(repeating: "-", count: length - full)
                + "]"
        }
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let full = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
        return "▕" + coloured(full) + String(repeating: " ", count: length - full.count) + "▏"
    }

    private func coloured(_ text: String) -> String {
        TextStyle(.cyan).applied(to: text, enabled: terminal.usesColour)
    }
}

// The numbers beside the bar, each as wide in every line, so that the bar stands still.
extension ProgressBar {
    private func percent(of done: Int, _ total: Int) -> String {
        let whole = Localization.percent("100", in: texts)
        let share = Double(done) / Double(total)
        return Localization.percent(String(Int(share * 100)), in: texts).leftPadded(to: whole.count)
    }

    /// How much is done, and of bytes how fast; there are bytes when files are read.
    private func amounts(
        _ isBytes: Bool, _ done: Int, of total: Int, after elapsed: Duration
    ) -> (amount: [String], rate: [String]) {
        let (part, all) = isBytes ? (done / 1_000_000, total / 1_000_000) : (done, total)
        let amount = "\(String(part).leftPadded(to: String(all).count))/\(all)"
        guard isBytes else { return ([amount], []) }
        let seconds = elapsed / .seconds(1)
        let rate = seconds > 0 ? Double(done) / seconds : 0
        // Below a megabyte a second the rate would be 0.
        let text = rate >= 1e6 ? "\(Int(rate / 1e6)) MB/s" : "\(Int(rate / 1e3)) kB/s"
        return ([amount + " MB"], [text.leftPadded(to: 8)])
    }

    /// How long it takes to the end at the speed so far, as `0:07`, `12:07` or `1:02:07`.
    private func timeLeft(_ done: Int, of total: Int, after elapsed: Duration) -> [String] {
        let seconds = elapsed / .seconds(1)
        guard done > 0, seconds > 0 else { return [] }
        let left = Int(min((seconds * Double(total - done) / Double(done)).rounded(.up), 359_999))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let (hours, minutes) = (left / 3600, left / 60 % 60)
        let time = (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(left % 60)
        return [texts[.timeLeft, ["time": time.leftPadded(to: 5)]]]
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}
