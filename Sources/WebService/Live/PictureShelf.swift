import Dashboard
import Dispatch
import FollowUpModel
import Harmonization
import Synchronization

/// Pictures of an edition's workspace on other dates; the ones that were asked for last are kept.
///
/// They are made one at a time, on a queue of their own, so that a client who asks for many dates holds up only those
/// who do the same. A class because all requests share it.
final class PictureShelf: Sendable {
    private struct State {
        var pictures: [(date: PartialDate, picture: Picture)] = []
        var waiting = 0
    }

    private let source: Snapshot
    private let room: Int
    private let waitingRoom: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "followup.pictures", qos: .utility)

    init(of source: Snapshot, _ limits: ServiceLimits) {
        self.source = source
        room = max(1, limits.pictures)
        waitingRoom = limits.waiting
    }

    /// The picture of a date.
    ///
    /// - Throws: ``PageFailure/busy`` where too many wait already.
    func picture(of date: PartialDate) async throws(PageFailure) -> Picture {
        if let known = take(date) { return known }
        let mayWait = state.withLock { state in
            guard state.waiting < waitingRoom else { return false }
            state.waiting += 1
            return true
        }
        guard mayWait else { throw .busy }
        return await withCheckedContinuation { continuation in
            queue.async { [self] in continuation.resume(returning: make(date)) }
        }
    }

    private func make(_ date: PartialDate) -> Picture {
        defer { state.withLock { $0.waiting -= 1 } }
        // Somebody before may have asked for the same.
        if let known = take(date) { return known }
        var options = source.options
        options.asOf = date
        let picture = Picture(Snapshot(of: source.workspace, options: options))
        state.withLock { state in
            state.pictures.append((date, picture))
            if state.pictures.count > room { state.pictures.removeFirst() }
        }
        return picture
    }

    private func take(_ date: PartialDate) -> Picture? {
        state.withLock { state in
            guard let place = state.pictures.firstIndex(where: { $0.date == date }) else { return nil }
            let found = state.pictures.remove(at: place)
            state.pictures.append(found)
            return found.picture
        }
    }
}
