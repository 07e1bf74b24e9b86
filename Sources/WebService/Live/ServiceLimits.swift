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

    /// Makes the usual limits.
    package init() {}
}
