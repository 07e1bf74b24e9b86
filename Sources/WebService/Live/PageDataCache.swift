import Dashboard
import Dispatch
import FollowUpModel
import Harmonization
import Synchronization

/// Pictures of an edition's workspace on other dates; the ones that were asked for last are kept.
///
/// They are made one at a time, on a queue of their own, so that whoever asks for many dates holds up only those who do
/// the same; a client may have asked first for a few of them at a time, and all who ask for one date wait for the same
/// picture. A class because all requests share it.
final class PageDataCache: Sendable {
    private struct State {
        var pictures: [(date: PartialDate, picture: PageData)] = []
        /// Those who wait, by the date whose picture is being made or waits to be.
        var waiting: [PartialDate: (first: String, all: [CheckedContinuation<PageData?, Never>])] = [:]

        /// The picture of a date, which now is the one that was asked for last.
        mutating func take(_ date: PartialDate) -> PageData? {
            guard let place = pictures.firstIndex(where: { $0.date == date }) else { return nil }
            let found = pictures.remove(at: place)
            pictures.append(found)
            return found.picture
        }
    }

    /// What becomes of somebody who asks.
    private enum Reply {
        case known(PageData)
        case first, joined, busy
    }

    private let source: Snapshot
    private let room: Int
    private let waitingRoom: Int
    private let roomOfClient: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "followup.pictures", qos: .utility)

    init(of source: Snapshot, _ limits: ServiceLimits) {
        self.source = source
        room = max(1, limits.pictures)
        waitingRoom = limits.waiting
        roomOfClient = limits.waitingOfClient
    }

    /// The picture of a date.
    ///
    /// - Throws: ``PageFailure/busy`` where too many dates wait already, of all clients or of this one.
    func picture(of date: PartialDate, for client: String) async throws(PageFailure) -> PageData {
        if let known = state.withLock({ $0.take(date) }) { return known }
        let picture = await withCheckedContinuation { continuation in
            switch enter(continuation, for: date, client) {
            case .known(let picture): continuation.resume(returning: picture)
            case .busy: continuation.resume(returning: nil)
            case .first: queue.async { [self] in make(date) }
            case .joined: break
            }
        }
        guard let picture else { throw .busy }
        return picture
    }

    private func enter(
        _ continuation: CheckedContinuation<PageData?, Never>, for date: PartialDate, _ client: String
    ) -> Reply {
        state.withLock { state in
            // It may have been finished a moment ago.
            if let known = state.take(date) { return .known(known) }
            if state.waiting[date] != nil {
                state.waiting[date]?.all.append(continuation)
                return .joined
            }
            guard state.waiting.count < waitingRoom,
                state.waiting.values.count(where: { $0.first == client }) < roomOfClient
            else { return .busy }
            state.waiting[date] = (client, [continuation])
            return .first
        }
    }

    private func make(_ date: PartialDate) {
        var options = source.options
        options.asOf = date
        let picture = PageData(Snapshot(of: source.workspace, options: options))
        let waiting = state.withLock { state in
            state.pictures.append((date, picture))
            if state.pictures.count > room { state.pictures.removeFirst() }
            return state.waiting.removeValue(forKey: date)?.all ?? []
        }
        for continuation in waiting { continuation.resume(returning: picture) }
    }
}
