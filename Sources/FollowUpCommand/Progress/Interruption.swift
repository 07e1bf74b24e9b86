import Diagnostics
import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How this process ends when a person (Ctrl-C) or the system asks it to.
///
/// Work stops by itself at its next stretch, programs that it runs are ended, and files that are being written are
/// finished. Work that has not stopped after a short grace, or at a second request, is ended as it stands; so is a
/// process that only waits. A class because the thread that hears the request and the one that works share it.
final class Interruption: Sendable {
    /// How long work may take to stop by itself.
    private static let grace = Duration.milliseconds(500)
    /// How long a server may take to finish what clients have begun.
    private static let closingTime = Duration.seconds(10)

    private struct State {
        var signal: Int32?
        var isWaiting = false
        var isSaid = false
        var catalogue: Catalogue
        var close: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>
    private let meter: WorkMeter

    /// Gets ready to stop the work of a meter; `catalogue` holds the texts until a command knows its language.
    init(_ meter: WorkMeter, catalogue: Catalogue) {
        self.meter = meter
        state = Mutex(State(catalogue: catalogue))
    }

    /// The texts in the language that was set last.
    var catalogue: Catalogue { state.withLock { $0.catalogue } }

    /// Sets the language.
    func speak(_ catalogue: Catalogue) { state.withLock { $0.catalogue = catalogue } }

    /// The process only waits from now on; false when it is to end and must not wait any more.
    func beginWaiting() -> Bool {
        state.withLock { state in
            state.isWaiting = state.signal == nil
            return state.isWaiting
        }
    }

    /// The process works again.
    func endWaiting() { state.withLock { $0.isWaiting = false } }

    /// A request to end only closes from now on, and the process ends by itself once all is closed; a second request,
    /// or one that takes too long, ends it as it stands.
    func endByClosing(_ close: @escaping @Sendable () -> Void) { state.withLock { $0.close = close } }

    /// Whether nobody has yet said that the work was stopped; who asks is the one to say it.
    func takeTheWord() -> Bool {
        state.withLock { state in
            defer { state.isSaid = true }
            return !state.isSaid
        }
    }

    /// How the process is to end; nil unless it was asked to.
    var status: ExitStatus? {
        state.withLock { $0.signal.map { $0 == SIGTERM ? .terminated : .stopped } }
    }

    /// Hears SIGINT and SIGTERM on a thread of its own from now on, unless the caller of this process ignores them.
    ///
    /// It must be called before there is any other thread: threads inherit that they leave the signals alone.
    ///
    /// - Parameter say: takes the texts, to say that the work was stopped before the process is ended.
    func listen(_ say: @escaping @Sendable (Catalogue) -> Void) {
        var heard = sigset_t()
        sigemptyset(&heard)
        for signal in [SIGINT, SIGTERM] where !Self.isIgnored(signal) { sigaddset(&heard, signal) }
        pthread_sigmask(SIG_BLOCK, &heard, nil)
        let signals = heard
        DispatchQueue(label: "followup.signals").async { [self] in
            var signal: Int32 = 0
            withUnsafePointer(to: signals) { signals in
                while sigwait(signals, &signal) != 0 {}
                if let close = state.withLock(\.close) {
                    close()
                    Self.wait(Self.closingTime, for: signals)
                } else if request(signal) {
                    Self.wait(Self.grace, for: signals)
                }
            }
            end(say)
        }
    }

    /// Asks the work to stop; whether there is any that has to be waited for.
    ///
    /// The signal is noted first, so that whoever finds the work stopped also finds the reason.
    func request(_ signal: Int32) -> Bool {
        defer { meter.stop() }
        return state.withLock { state in
            state.signal = signal
            return !state.isWaiting
        }
    }

    private func end(_ say: (Catalogue) -> Void) {
        let (status, catalogue) = (status ?? .stopped, catalogue)
        // Who has said it on the other thread is about to end the process.
        if takeTheWord() { say(catalogue) }
        _exit(status.rawValue)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Waits for a time, or until one of the signals comes once more.
    private static func wait(_ time: Duration, for signals: UnsafePointer<sigset_t>) {
        let nanoseconds = Int(time / .nanoseconds(1))
        var limit = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
        sigtimedwait(signals, nil, &limit)
    }
}
