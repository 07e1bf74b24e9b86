import Diagnostics
import Dispatch
import FollowUpModel
import Localization
import Synchronization
import SystemIO

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
        var request: EndRequests.Request?
        var isWaiting = false
        var isSaid = false
        var texts: LazyValue<Texts>
        var close: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>
    private let meter: WorkMeter

    /// Gets ready to stop the work of a meter; `texts` holds the texts until a command knows its language.
    init(_ meter: WorkMeter, texts: LazyValue<Texts>) {
        self.meter = meter
        state = Mutex(State(texts: texts))
    }

    /// The texts in the language that was set last.
    var texts: Texts { state.withLock { $0.texts }.value }

    /// Sets the language.
    func speak(_ texts: Texts) { state.withLock { $0.texts = LazyValue { texts } } }

    /// The process only waits from now on; false when it is to end and must not wait any more.
    func beginWaiting() -> Bool {
        state.withLock { state in
            state.isWaiting = state.request == nil
            return state.isWaiting
        }
    }

    /// The process works again.
    func endWaiting() { state.withLock { $0.isWaiting = false } }

    /// A request to end only closes from now on, and the process ends by itself once all is closed; a second request,
    /// or one that takes too long, ends it as it stands.
    func endByClosing(_ close: @escaping @Sendable () -> Void) { state.withLock { $0.close = close } }

    /// Whether nobody has yet said that the work was stopped; who asks is the one to say it.
    func claimMessage() -> Bool {
        state.withLock { state in
            defer { state.isSaid = true }
            return !state.isSaid
        }
    }

    /// How the process is to end; nil unless it was asked to.
    var status: ExitStatus? {
        state.withLock { $0.request.map { $0 == .terminate ? .terminated : .stopped } }
    }

    /// Hears SIGINT and SIGTERM on a thread of its own from now on, unless the caller of this process ignores them.
    ///
    /// It must be called before there is any other thread.
    ///
    /// - Parameter say: takes the texts, to say that the work was stopped before the process is ended.
    func listen(_ say: @escaping @Sendable (Texts) -> Void) {
        let requests = EndRequests()
        DispatchQueue(label: "followup.signals").async { [self] in
            let asked = requests.next()
            if let close = state.withLock(\.close) {
                close()
                requests.wait(Self.closingTime)
            } else if request(asked) {
                requests.wait(Self.grace)
            }
            end(say)
        }
    }

    /// Asks the work to stop; whether there is any that has to be waited for.
    ///
    /// The request is noted first, so that whoever finds the work stopped also finds the reason.
    func request(_ request: EndRequests.Request) -> Bool {
        defer { meter.stop() }
        return state.withLock { state in
            state.request = request
            return !state.isWaiting
        }
    }

    private func end(_ say: (Texts) -> Void) {
        let (status, texts) = (status ?? .stopped, texts)
        // Who has said it on the other thread is about to end the process.
        if claimMessage() { say(texts) }
        CurrentProcess.endAtOnce(status: status.rawValue)
    }
}
