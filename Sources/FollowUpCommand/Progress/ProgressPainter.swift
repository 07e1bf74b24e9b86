import Diagnostics

/// Decides when the line of a progress bar is drawn and how it is taken away again.
struct ProgressPainter: Sendable {
    /// How long a step goes on before anybody is told of it.
    static let patience = Duration.milliseconds(500)

    /// What makes the line of the cursor empty and leaves the cursor at its beginning.
    static let clearing = "\r\u{1B}[K"

    private var number = 0
    private var began = Duration.zero
    private(set) var isDrawn = false

    /// What to write at a time, counted from when the work began; nil while a step is young.
    ///
    /// The cursor stays at the beginning of the line, so that a `^C` typed there is overwritten and wraps nothing.
    mutating func draw(_ state: WorkState, at time: Duration, _ bar: ProgressBar) -> String? {
        if state.number != number {
            number = state.number
            began = time
        }
        guard isDrawn || time - began >= Self.patience else { return nil }
        isDrawn = true
        return "\r" + bar.line(state, after: time - began) + "\u{1B}[K\r"
    }

    /// What takes the line away; nil when there is none.
    mutating func clear() -> String? {
        defer { self = ProgressPainter() }
        return isDrawn ? Self.clearing : nil
    }
}
