import Diagnostics
import Localization
import TerminalText

/// One page of a command that watches, as it is written: over the last one on a terminal, after it in a pipe.
struct WatchFrame {
    let page: WatchedPage
    /// What has changed since the last page.
    let changed: [String]
    /// How long it took to make the page.
    let time: Duration
    /// How many pages came before it.
    let number: Int
    let texts: Texts
    let terminal: Terminal

    /// The most names of files that are told.
    private static let namesTold = 3

    /// The text, ending with a line break.
    var text: String {
        let parts = [page.text, page.remark].filter { !$0.isEmpty }
        let body = parts.joined(separator: "\n")
        guard terminal.movesCursor else {
            return (number == 0 ? "" : "\n--- \((names + [milliseconds]).joined(separator: " · "))\n") + body
        }
        let lines = (body + "\n" + dim(closing)).split(separator: "\n", omittingEmptySubsequences: false)
        // Each line is cleared only behind its new text, so that nothing flickers.
        return (number == 0 ? "\u{1B}[2J\u{1B}[H" : "\u{1B}[H") + lines.map { $0 + "\u{1B}[K\n" }.joined()
            + "\u{1B}[J"
    }

    private var milliseconds: String { "\(Int(time / .milliseconds(1))) ms" }

    /// The names of what changed as one text; none on the first page.
    private var names: [String] {
        guard !changed.isEmpty else { return [] }
        let names = changed.prefix(Self.namesTold).map { $0 == "." ? texts[.wholeFolder] : $0.madeVisible }
        let more = changed.count > Self.namesTold ? " +\(changed.count - Self.namesTold)" : ""
        return [names.joined(separator: ", ") + more]
    }

    /// The last line of the screen: where it doesn't all fit, names are cut first, then the words at the end.
    private var closing: String {
        let room = terminal.width - 1
        let rest = [milliseconds, texts[.waitingForChanges]].joined(separator: " · ")
        let free = room - rest.terminalWidth - 3
        let names = free < 12 ? names : names.map { $0.truncated(toTerminalWidth: free) }
        return (names + [rest]).joined(separator: " · ").truncated(toTerminalWidth: room)
    }

    private func dim(_ text: String) -> String { TextStyle.dim.applied(to: text, enabled: terminal.usesColour) }
}
