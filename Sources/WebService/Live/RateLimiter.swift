import Synchronization

/// How much the service takes from clients and keeps for them.
package struct ServiceLimits: Hashable, Sendable {
    /// The longest address that is read, in bytes.
    package var targetSize = 8_192
    /// The largest head that is read, in bytes.
    package var headSize = 16_384
    /// How many requests a client may make in a row before it has to wait.
    package var burst = 400
    /// How many more requests a client may make each second; 0 for no limit.
    package var perSecond = 100
    /// How many clients are counted at most.
    package var clients = 10_000
    /// The bytes of answers that are kept.
    package var cachedBytes = 64 << 20
    /// The number of pictures of other dates that are kept.
    package var pictures = 6
    /// Of how many other dates pictures may wait to be made.
    package var waiting = 16
    /// Of how many of these one client may be the first to ask.
    package var waitingOfClient = 3

    /// Makes the usual limits.
    package init() {}
}

/// Counts requests by client: each has a bucket of tokens that fills as time goes by.
///
/// Work on answers costs tokens too, a second of it as many as come in a second, so that no client takes more than one of
/// the processor's cores.
///
/// The table is bounded: when it is full, those whose buckets are full again are forgotten, which changes nothing for
/// them, and if there are none the client that was seen longest ago. A class because all connections share it.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    private let burst: Double
    private let perSecond: Double
    private let clients: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    init(_ limits: ServiceLimits) {
        burst = Double(max(1, limits.burst))
        perSecond = Double(limits.perSecond)
        clients = max(1, limits.clients)
    }

    /// Takes a token of a client; where there is none, gives the seconds until there is.
    func waitingTime(of client: String, at now: ContinuousClock.Instant = .now) -> Int? {
        guard perSecond > 0 else { return nil }
        return buckets.withLock { buckets in
            var bucket = buckets[client] ?? Bucket(tokens: burst, filled: now)
            fill(&bucket, at: now)
            var wait: Int?
            if bucket.tokens >= 1 {
                bucket.tokens -= 1
            } else {
                wait = max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
            }
            if buckets.count >= clients, buckets[client] == nil { makeRoom(in: &buckets, at: now) }
            buckets[client] = bucket
            return wait
        }
    }

    /// Takes the tokens that work for a client costs; it may owe some afterwards.
    func charge(_ client: String, for work: Duration, at now: ContinuousClock.Instant = .now) {
        guard perSecond > 0 else { return }
        buckets.withLock { buckets in
            guard var bucket = buckets[client] else { return }
            fill(&bucket, at: now)
            bucket.tokens = max(-burst, bucket.tokens - work / .seconds(1) * perSecond)
            buckets[client] = bucket
        }
    }

    private func fill(_ bucket: inout Bucket, at now: ContinuousClock.Instant) {
        bucket.tokens = min(burst, bucket.tokens + max(0, (now - bucket.filled) / .seconds(1)) * perSecond)
        bucket.filled = now
    }

    /// The number of clients that are counted.
    var count: Int { buckets.withLock(\.count) }

    private func makeRoom(in buckets: inout [String: Bucket], at now: ContinuousClock.Instant) {
        let full = Duration.seconds(burst / perSecond)
        buckets = buckets.filter { now - $0.value.filled < full }
        guard buckets.count >= clients, let oldest = buckets.min(by: { $0.value.filled < $1.value.filled }) else {
            return
        }
        buckets[oldest.key] = nil
    }
}
