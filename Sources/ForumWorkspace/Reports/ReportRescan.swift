import Diagnostics
import FollowUpModel
import SystemIO

/// A report file that was scanned again, and what is different.
struct ReportRescan: Sendable {
    var scan: ReportScan
    /// The number of rows of the file above the first stretch that is different.
    var rowsBefore = 0
    /// The stretches of the old scan that don't stand any more.
    var dropped: [ChunkReading] = []
    /// The stretches in their place.
    var added: [ChunkReading] = []

    /// Where the rows differ, when what both sides begin and end with is left away.
    struct Difference {
        /// The commitments of the rows that are not on both sides.
        var commitments: Set<CommitmentIndex>
        /// The rows of the file that don't stand any more.
        var replaced: Range<Int>
        /// The number of rows in their place.
        var count: Int
    }

    /// Where the rows differ; rows are counted from the first one of the file.
    var difference: Difference {
        let (old, new) = (Self.rows(of: dropped), Self.rows(of: added))
        let most = min(old.count, new.count)
        var first = 0
        while first < most, old[first] == new[first] { first += 1 }
        var last = 0
        while last < most - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
        let different = old[first..<old.count - last] + new[first..<new.count - last]
        return Difference(
            commitments: Set(different.map(\.commitment)), replaced: rowsBefore + first..<rowsBefore + old.count - last,
            count: new.count - last - first)
    }

    /// What a row says, wherever it stands.
    private struct Saying: Equatable {
        var commitment: CommitmentIndex
        var date: PartialDate
        var party: PartyIndex
        var status: StatusIndex
        var marks: ReportMarks
        var evidence: String?
    }

    private static func rows(of chunks: [ChunkReading]) -> [Saying] {
        chunks.flatMap { chunk in
            chunk.rows.map { row in
                Saying(
                    commitment: row.commitment, date: row.date, party: row.party, status: row.status,
                    marks: row.marks, evidence: row.evidence == 0 ? nil : chunk.evidence[Int(row.evidence) - 1])
            }
        }
    }
}

extension ReportReader {
    /// Scans a file again whose content has changed somewhere; stretches that the change can't have touched are kept.
    ///
    /// What stands the same at the beginning keeps its stretches, as long as none looked beyond it. From there the file
    /// is read until a record begins just where a stretch of the unchanged end begins; from there on these are kept.
    ///
    /// - Parameter size: the number of bytes of a new stretch.
    func rescan(_ old: ReportScan, as bytes: FileBytes, stretch size: Int) -> ReportRescan {
        let header = old.file.header
        let (prefix, suffix) = old.file.bytes.commonEnds(with: bytes)
        guard !header.names.isEmpty, prefix > header.firstRecord else {
            let scan = scan([(old.file.file, bytes)], chunkSize: size)[0]
            return ReportRescan(scan: scan, dropped: old.chunks, added: scan.chunks)
        }
        var scan = old
        var (dropped, added) = ([ChunkReading](), [ChunkReading]())
        var rowsBefore = 0
        scan.file.bytes = bytes
        scan.chunks = []
        var start = header.firstRecord
        var kept = old.chunks[...]
        while let chunk = kept.first, start + chunk.reach < prefix {
            scan.chunks.append(chunk)
            start += chunk.length
            rowsBefore += chunk.rows.count
            kept.removeFirst()
        }
        let (count, before) = (bytes.count, old.file.bytes.count)
        // Where the next stretch of the old file begins in the new one, counted from its end.
        var next = start + count - before
        while start < count {
            while let chunk = kept.first, next < start || count - next > suffix {
                next += chunk.length
                dropped.append(chunk)
                kept.removeFirst()
            }
            if !kept.isEmpty, next == start {
                scan.chunks += kept
                kept = []
                break
            }
            let goal = kept.isEmpty ? count : next
            let chunk = read(scan, start..<(goal - start > 2 * size ? start + size : goal))
            scan.chunks.append(chunk)
            added.append(chunk)
            start += chunk.length
        }
        return ReportRescan(scan: scan, rowsBefore: rowsBefore, dropped: dropped + kept, added: added)
    }

    /// Puts scanned files together of which all but some stretches have been put together before, and were in order.
    ///
    /// Only the ids of the new rows are looked for among all others.
    ///
    /// - Returns: the reports; nil where something needs a closer look.
    func settle(_ scans: [ReportScan], added: [ChunkReading]) -> ForumReports? {
        let chunks = scans.lazy.flatMap { $0.chunks }
        guard scans.allSatisfy({ $0.unreadable == 0 && $0.diagnostics.isEmpty && !$0.file.header.names.isEmpty }),
            chunks.allSatisfy({ $0.suspects.isEmpty }), Self.areUnique(added, among: chunks)
        else { return nil }
        return settle(scans, comparesIds: false)
    }

    /// Whether certainly no row of some stretches has the id of another one; all others are known to differ.
    private static func areUnique(_ added: [ChunkReading], among all: some Sequence<ChunkReading>) -> Bool {
        var hashes: Set<UInt32> = []
        // One bit for each end of a hash: nearly all rows are passed by a look at it.
        var ends = [Bool](repeating: false, count: 1 << 16)
        for row in added.lazy.flatMap({ $0.rows }) where row.idHash != 0 {
            guard hashes.insert(row.idHash).inserted else { return false }
            ends[Int(row.idHash & 0xFFFF)] = true
        }
        var met = 0
        for chunk in all {
            for row in chunk.rows where ends[Int(row.idHash & 0xFFFF)] && hashes.contains(row.idHash) { met += 1 }
        }
        return met == hashes.count
    }
}

extension FileBytes {
    /// The number of bytes that both begin with and, of the rest, that both end with.
    fileprivate func commonEnds(with other: FileBytes) -> (prefix: Int, suffix: Int) {
        let (mine, theirs) = (view, other.view)
        let most = min(mine.count, theirs.count)
        let prefix = Self.common(most) { start, count in
            mine.part(start..<start + count).isSame(as: theirs.part(start..<start + count))
        }
        let suffix = Self.common(most - prefix) { start, count in
            let (end, otherEnd) = (mine.count - start, theirs.count - start)
            return mine.part(end - count..<end).isSame(as: theirs.part(otherEnd - count..<otherEnd))
        }
        return (prefix, suffix)
    }

    /// How many of so many bytes are the same, step by step: first in large steps, at last one by one.
    private static func common(_ most: Int, _ isSame: (Int, Int) -> Bool) -> Int {
        var count = 0
        for step in [1 << 16, 1 << 10, 1 << 5, 1] {
            while count + step <= most, isSame(count, step) { count += step }
        }
        return count
    }
}
