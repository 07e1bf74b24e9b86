import Synchronization

/// Shows on a terminal how much of a long work is done, a step for each percent.
final class ProgressBar: Sendable {
    private let isShown: Bool
    private let environment: CommandEnvironment
    /// The percent that stands there; what only grows needs no lock.
    private let shown = Atomic(-1)

    /// Makes a bar; one that isn't shown does nothing.
    init(isShown: Bool, _ environment: CommandEnvironment) {
        self.isShown = isShown
        self.environment = environment
    }

    /// Shows that so many of so many steps are done.
    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let percent = done * 100 / total
        let before = shown.max(percent, ordering: .relaxed).oldValue
        guard percent > before else { return }
        let width = 30
        let filled = percent * width / 100
        let (full, empty) = environment.terminal.isUnicode ? ("█", "░") : ("#", ".")
        let bar = String(repeating: full, count: filled) + String(repeating: empty, count: width - filled)
        environment.complaint("\r\(bar) \(percent) %")
    }

    /// Takes the bar away.
    func clear() {
        if isShown { environment.complaint("\r\u{1B}[K") }
    }
}
