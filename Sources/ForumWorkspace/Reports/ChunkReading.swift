import FollowUpModel

/// What a stretch of a report file holds, before the forum's files are put together.
///
/// All places in it are counted from its start: it stays true when something is written in the file above it.
struct ChunkReading: Sendable {
    /// A record that the fast path left aside, and the number of good rows before it.
    struct Suspect: Sendable {
        var offset: UInt32
        var rowsBefore: UInt32
    }

    /// The number of bytes up to the first record that is not part of it.
    var length = 0
    /// The number of bytes on which the reading depends: with one that follows, which may belong to its last line end,
    /// or more where a quote was never closed.
    var reach = 0
    /// The rows with which nothing is wrong, as far as one row can tell.
    var rows: [PackedReport] = []
    /// The names of the evidence that rows cite, by number less one.
    var evidence: [String] = []
    /// The records that need a closer look, in order.
    var suspects: [Suspect] = []
}
