import Diagnostics
import Dispatch
import Localization
import Synchronization

/// Draws a bar on a terminal while long work goes on.
///
/// A class because the thread that works and the one that draws share it.
final class ProgressDisplay: Sendable {
    private let painter = Mutex(ProgressPainter())
    private let terminal: @Sendable () -> Terminal
    private let write: @Sendable (String) -> Void

    /// Makes a display on a terminal, which is asked anew before each line, since its width changes.
    init(terminal: @escaping @Sendable () -> Terminal, write: @escaping @Sendable (String) -> Void) {
        self.terminal = terminal
        self.write = write
    }

    /// Does work, shows how far it has come ten times a second, and leaves an empty line.
    func show<Result>(_ meter: WorkMeter, _ texts: Texts, while work: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        let queue = DispatchQueue(label: "followup.progress", qos: .userInteractive)
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(100), repeating: .milliseconds(100))
        timer.setEventHandler { [self] in draw(meter.state, at: ContinuousClock.now - start, texts) }
        timer.resume()
        defer {
            timer.cancel()
            queue.sync {}
            clear()
        }
        return try work()
    }

    private func draw(_ state: WorkState, at time: Duration, _ texts: Texts) {
        painter.withLock { painter in
            let bar = ProgressBar(texts: texts, terminal: terminal())
            if let text = painter.draw(state, at: time, bar) { write(text) }
        }
    }

    /// Takes the line away, if there is one.
    func clear() {
        painter.withLock { painter in
            if let text = painter.clear() { write(text) }
        }
    }
}
