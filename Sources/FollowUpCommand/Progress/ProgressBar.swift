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
        let measures = Measures(state, after: elapsed, texts)
        let (percent, left) = ([measures.percent], measures.timeLeft)
        for parts in [percent + measures.amount + measures.rate + left, percent + measures.rate + left, percent + left]
        {
            let text = parts.joined(separator: "  ")
            let free = room - name.terminalWidth - text.terminalWidth - 4
            guard free >= Self.lengths.lowerBound else { continue }
            return "\(name) \(bar(measures.share, min(free, Self.lengths.upperBound))) \(text)"
        }
        return name.truncated(toTerminalWidth: room - measures.percent.terminalWidth - 1) + " " + measures.percent
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

extension ProgressBar {
    /// The numbers beside the bar, each as wide in every line, so that the bar stands still.
    private struct Measures {
        let share: Double
        let percent: String
        let amount: [String]
        let rate: [String]
        let timeLeft: [String]

        init(_ state: WorkState, after elapsed: Duration, _ texts: Texts) {
            let done = min(state.done, state.total)
            share = Double(done) / Double(state.total)
            let whole = Localization.percent("100", in: texts)
            percent = Localization.percent(String(Int(share * 100)), in: texts)
                .leftPadded(to: whole.count)
            let seconds = elapsed / .seconds(1)
            switch state.step {
            case .reading:
                let (read, all) = (String(done.megabytes), String(state.total.megabytes))
                amount = ["\(read.leftPadded(to: all.count))/\(all) MB"]
                let rate = seconds > 0 ? Double(done) / seconds : 0
                // Below a megabyte a second the rate would be 0.
                self.rate = [
                    rate >= 1e6
                        ? "\(Int(rate / 1e6)) MB/s".leftPadded(to: 8) : "\(Int(rate / 1e3)) kB/s".leftPadded(to: 8)
                ]
            default:
                let all = String(state.total)
                amount = ["\(String(done).leftPadded(to: all.count))/\(all)"]
                rate = []
            }
            guard done > 0, seconds > 0 else {
                timeLeft = []
                return
            }
            let left = (seconds * Double(state.total - done) / Double(done)).rounded(.up)
            timeLeft = [texts[.timeLeft, ["time": Self.clock(Int(min(left, 359_999))).leftPadded(to: 5)]]]
        }

        /// Seconds as `0:07`, `12:07` or `1:02:07`.
        private static func clock(_ seconds: Int) -> String {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
            let minutes = seconds / 60
            return minutes < 60
                ? "\(minutes):\(two(seconds % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
        }
    }
}

extension Int {
    /// So many bytes in whole megabytes.
    fileprivate var megabytes: Int { self / 1_000_000 }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}
