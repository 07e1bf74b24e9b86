#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the long list of a file may be cut, so that its pieces are read side by side.
///
/// Long files are one list: of commitments, of rules. A piece begins with a line that looks like an item of it. Whether
/// it is one, or a line of some text in quotes, only the parser can tell; ``PieceParser`` asks it.
struct CutPlan {
    /// A part of the file that begins with a line.
    struct Piece {
        var bytes: Range<Int>
        /// The lines before it.
        var firstLine: Int
        /// The lines in it, the last one without its line feed not counted.
        var lineFeeds: Int
    }

    /// The column of the items' hyphens, from 0.
    let indentation: Int
    /// At least two pieces, in order; together the whole file.
    let pieces: [Piece]

    /// Plans pieces of about equal size; nil when the file doesn't end with an indented list.
    ///
    /// - Parameter count: how many pieces are wanted; fewer come out where items are long.
    init?(_ bytes: UnsafeRawBufferPointer, pieces count: Int) {
        let lines = Lines(bytes)
        guard count > 1, let indentation = lines.indentation(after: lines.lastKey) else { return nil }
        var starts = [0]
        for number in 1..<count {
            let wanted = max(bytes.count / count * number, lines.lastKey, starts[starts.count - 1] + 1)
            guard let start = lines.item(after: wanted, indentation: indentation) else { break }
            starts.append(start)
        }
        guard starts.count > 1 else { return nil }
        self.indentation = indentation
        var pieces: [Piece] = []
        var line = 0
        for (start, end) in zip(starts, starts.dropFirst() + [bytes.count]) {
            let feeds = lines.feeds(in: start..<end)
            pieces.append(Piece(bytes: start..<end, firstLine: line, lineFeeds: feeds))
            line += feeds
        }
        self.pieces = pieces
    }
}

/// Looks at the beginnings of lines.
private struct Lines {
    let bytes: UnsafeRawBufferPointer
    /// Where the last line begins that isn't indented, empty or a comment: the list is the value of its key.
    let lastKey: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        var found = 0
        var line = 0
        while line < bytes.count {
            let byte = bytes[line]
            if byte > 0x20, byte != UInt8(ascii: "#") { found = line }
            guard let next = Self.next(after: line, in: bytes) else { break }
            line = next
        }
        lastKey = found
    }

    /// Where the line after the one at `offset` begins.
    private static func next(after offset: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard offset < bytes.count, let base = bytes.baseAddress,
            let feed = memchr(base + offset, 0x0A, bytes.count - offset)
        else { return nil }
        return base.distance(to: UnsafeRawPointer(feed)) + 1
    }

    /// The indentation of the first indented item after an offset, if one is near.
    func indentation(after offset: Int) -> Int? {
        var line = Self.next(after: offset, in: bytes)
        for _ in 0..<1000 {
            guard let start = line, start < bytes.count else { return nil }
            let width = bytes[start...].prefix { $0 == 0x20 }.count
            if width > 0, isItem(start, width) { return width }
            line = Self.next(after: start, in: bytes)
        }
        return nil
    }

    /// Where the first line after an offset begins that is an item with this indentation.
    func item(after offset: Int, indentation: Int) -> Int? {
        var line = Self.next(after: offset, in: bytes)
        while let start = line, start < bytes.count {
            if isItem(start, indentation) { return start }
            line = Self.next(after: start, in: bytes)
        }
        return nil
    }

    /// Whether a line begins with so many spaces, a hyphen, a space, and something else.
    private func isItem(_ start: Int, _ indentation: Int) -> Bool {
        guard start + indentation + 2 < bytes.count, bytes[start + indentation] == UInt8(ascii: "-"),
            bytes[start + indentation + 1] == 0x20, bytes[start + indentation + 2] > 0x20
        else { return false }
        return bytes[start..<start + indentation].allSatisfy { $0 == 0x20 }
    }

    func feeds(in range: Range<Int>) -> Int {
        var count = 0
        for byte in UnsafeRawBufferPointer(rebasing: bytes[range]) { count &+= byte == 0x0A ? 1 : 0 }
        return count
    }
}
