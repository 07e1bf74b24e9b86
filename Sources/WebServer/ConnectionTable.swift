import NIOCore
import Synchronization

/// The open connections, so that idle ones make room for new ones.
///
/// Where there are more than there is room for, the one that has waited longest for its client is closed, of the client
/// with the most connections: so no client keeps others out by opening connections and leaving them idle. A class because
/// all connections share it.
final class ConnectionTable: Sendable {
    /// One connection.
    final class Place: Sendable {
        fileprivate let channel: any Channel
        fileprivate let client: String
        /// Since when it waits for its client; nil while the service works on an answer.
        private let waiting = Mutex<NIODeadline?>(.now())

        init(_ channel: any Channel) {
            self.channel = channel
            client = channel.remoteAddress.map(ClientAddress.text) ?? ""
        }

        /// Notes that it waits for its client from now on, or that it doesn't.
        func wait(_ isWaiting: Bool) { waiting.withLock { $0 = isWaiting ? .now() : nil } }

        fileprivate var waitingSince: NIODeadline? { waiting.withLock { $0 } }
    }

    private let room: Int
    private let places = Mutex<[ObjectIdentifier: Place]>([:])

    /// Has room for so many connections.
    init(room: Int) { self.room = room }

    /// Adds a connection that has opened; closes another one where there are too many.
    func add(_ place: Place) {
        let idle: Place? = places.withLock { places in
            let idle = places.count < room ? nil : Self.longestWaiting(of: places.values)
            places[ObjectIdentifier(place)] = place
            // It is forgotten at once, so that the next connection asks for another one.
            return idle.flatMap { places.removeValue(forKey: ObjectIdentifier($0)) }
        }
        idle?.channel.close(promise: nil)
    }

    /// Whether there are more than there is room for, since none was idle; those that are being closed don't count.
    var isCrowded: Bool { places.withLock { $0.count > room } }

    /// Removes a connection that has closed.
    func remove(_ place: Place) { places.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(place)) } }

    private static func longestWaiting(of places: some Collection<Place>) -> Place? {
        let counts = Dictionary(grouping: places, by: \.client).mapValues(\.count)
        return places.compactMap { place in
            place.waitingSince.map { (place: place, count: counts[place.client] ?? 0, since: $0) }
        }.min { ($1.count, $0.since) < ($0.count, $1.since) }?.place
    }
}
