import Diagnostics
import ForumWorkspace
import Localization

/// The errors that stand below a picture while somebody edits the files: the first ones whole, the rest counted.
struct WatchedProblems {
    let reading: WorkspaceReading
    /// What went wrong in forums' programs.
    let failures: [Diagnostic]
    let texts: Texts

    /// The most errors that are shown.
    private static let shown = 5

    /// The errors for a terminal, ending with a line break; empty where there are none.
    func text(for terminal: Terminal) -> String {
        let errors = reading.diagnostics.filter { $0.severity == .error } + failures
        guard !errors.isEmpty else { return "" }
        let renderer = TextRenderer(usesColour: terminal.usesColour, width: terminal.width)
        let text = renderer.render(Array(errors.prefix(Self.shown)), in: reading.sources)
        guard errors.count > Self.shown else { return text }
        return text + texts[.moreErrors, ["count": String(errors.count - Self.shown)]] + "\n"
    }
}
