import Synchronization

/// Answers of one edition, up to a number of bytes; the one that was asked for longest ago goes first.
///
/// A class because all connections share it.
final class ResponseCache: Sendable {
    private struct Entry {
        var stored: StoredResponse
        var used: UInt64
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var bytes = 0
        var clock: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(bytes limit: Int) { self.limit = limit }

    /// The answer that is kept under a name.
    subscript(key: String) -> StoredResponse? {
        state.withLock { state in
            state.clock += 1
            guard let place = state.entries.index(forKey: key) else { return nil }
            state.entries.values[place].used = state.clock
            return state.entries.values[place].stored
        }
    }

    /// Keeps an answer; one that would take a quarter of the room is not kept.
    func keep(_ stored: StoredResponse, as key: String) {
        let size = stored.size + key.utf8.count
        guard size < limit / 4 else { return }
        state.withLock { state in
            state.clock += 1
            if let old = state.entries.updateValue(Entry(stored: stored, used: state.clock), forKey: key) {
                state.bytes -= old.stored.size + key.utf8.count
            }
            state.bytes += size
            guard state.bytes > limit else { return }
            // A tenth more than needed, so that not every new answer has to look for the oldest.
            for (key, entry) in state.entries.sorted(by: { $0.value.used < $1.value.used }) {
                state.entries[key] = nil
                state.bytes -= entry.stored.size + key.utf8.count
                if state.bytes <= limit / 10 * 9 { return }
            }
        }
    }

    /// The bytes that are kept.
    var bytes: Int { state.withLock(\.bytes) }
}
