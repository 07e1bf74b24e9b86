import CProcess
import Glibc

/// What the system tells of the process in which this runs, and how it ends.
package enum CurrentProcess {
    /// Its number, which no other one has at the time.
    package static var id: Int32 { getpid() }

    /// The environment variables, by their names.
    package static var environment: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        return variables
    }

    /// The bytes of memory that are in use; nil where the system doesn't tell.
    package static var residentMemory: Int? {
        guard let file = try? FileBytes(reading: "/proc/self/statm") else { return nil }
        let fields = file.text(in: 0..<file.count).split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(getpagesize()) } : nil
    }

    /// Lets the process open as many files and connections at a time as the system allows it, and gives their number.
    package static func allowMostOpenFiles() -> Int {
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return 1024 }
        var most = limit
        most.rlim_cur = min(limit.rlim_max, 1 << 20)
        return Int(setrlimit(kind, &most) == 0 ? most.rlim_cur : limit.rlim_cur)
    }

    /// Ends the process, once what it has printed is written.
    package static func end(status: Int32) -> Never { exit(status) }

    /// Ends the process as it stands.
    package static func endAtOnce(status: Int32) -> Never { _exit(status) }
}

/// The requests to end that a process gets: from a person (Ctrl-C) or from the system.
package struct EndRequests: Sendable {
    /// Who asks.
    package enum Request: Hashable, Sendable {
        /// A person, by SIGINT.
        case interrupt
        /// The system or another program, by SIGTERM.
        case terminate
    }

    private let signals: sigset_t

    /// Keeps the requests for ``next()`` from now on, but for those that the caller of this process ignores.
    ///
    /// It must be made before there is any other thread: threads inherit that they leave the signals alone.
    package init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM] where !Self.isIgnored(signal) { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
    }

    /// Waits for a request.
    package func next() -> Request {
        var (signals, signal): (sigset_t, Int32) = (signals, 0)
        while sigwait(&signals, &signal) != 0 {}
        return signal == SIGTERM ? .terminate : .interrupt
    }

    /// Waits for some time, or until one more request comes.
    package func wait(_ time: Duration) {
        let nanoseconds = Int(time / .nanoseconds(1))
        var limit = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
        var signals = signals
        sigtimedwait(&signals, nil, &limit)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
