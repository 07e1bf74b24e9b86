import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ReportReader {
    /// Scans a file again whose content has changed somewhere; stretches that the change can't have touched are kept.
    ///
    /// What stands the same at the beginning keeps its stretches, as long as none looked beyond it. From there the file
    /// is read until a record begins just where a stretch of the unchanged end begins; from there on these are kept.
    ///
    /// - Parameter size: the number of bytes of a new stretch.
    func rescan(_ old: ReportScan, as bytes: FileBytes, stretch size: Int) -> ReportScan {
        let header = old.file.header
        let (prefix, suffix) = old.file.bytes.commonEnds(with: bytes)
        guard !header.names.isEmpty, prefix > header.firstRecord else {
            return scan([(old.file.file, bytes)], chunkSize: size)[0]
        }
        var scan = old
        scan.file.bytes = bytes
        scan.chunks = []
        var start = header.firstRecord
        var kept = old.chunks[...]
        while let chunk = kept.first, start + chunk.reach < prefix {
            scan.chunks.append(chunk)
            start += chunk.length
            kept.removeFirst()
        }
        let (count, before) = (bytes.count, old.file.bytes.count)
        // Where the next stretch of the old file begins in the new one, counted from its end.
        var next = start + count - before
        while start < count {
            while let chunk = kept.first, next < start || count - next > suffix {
                next += chunk.length
                kept.removeFirst()
            }
            if !kept.isEmpty, next == start {
                scan.chunks += kept
                break
            }
            let goal = kept.isEmpty ? count : next
            let chunk = read(scan, start..<(goal - start > 2 * size ? start + size : goal))
            scan.chunks.append(chunk)
            start += chunk.length
        }
        return scan
    }
}

extension FileBytes {
    /// The number of bytes that both begin with and, of the rest, that both end with.
    fileprivate func commonEnds(with other: FileBytes) -> (prefix: Int, suffix: Int) {
        withUnsafeBytes { mine in
            other.withUnsafeBytes { theirs in
                let most = min(mine.count, theirs.count)
                guard most > 0, let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return (0, 0) }
                let (end, otherEnd) = (mine + count, theirs + other.count)
                let prefix = Self.common(most) { memcmp(mine + $0, theirs + $0, $1) == 0 }
                let suffix = Self.common(most - prefix) { memcmp(end - $0 - $1, otherEnd - $0 - $1, $1) == 0 }
                return (prefix, suffix)
            }
        }
    }

    /// How many of so many bytes are the same, step by step: first in large steps, at last one by one.
    ///
    /// - Parameter isSame: whether so many bytes are the same (second) after so many that are (first).
    private static func common(_ most: Int, _ isSame: (Int, Int) -> Bool) -> Int {
        var count = 0
        for step in [1 << 16, 1 << 10, 1 << 5, 1] {
            while count + step <= most, isSame(count, step) { count += step }
        }
        return count
    }
}
