public import SystemIO

/// Where the lines of a file start, to turn byte offsets into positions and back.
///
/// A line ends at `\n`, `\r\n` or `\r`; a text that ends with a line end has one more, empty line. A byte-order mark
/// stands before line 1 and is no part of its columns. What is not valid UTF-8 counts as U+FFFD. Nothing but the starts
/// is kept, of very many lines only every second, fourth … one; building one takes one pass over the bytes.
public struct LineTable: Sendable {
    private let bytes: FileBytes
    private let starts: LineStarts

    /// Finds the lines of a file.
    public init(_ bytes: FileBytes) {
        self.bytes = bytes
        starts = bytes.withBytes(Self.lineStarts)
    }

    /// The number of lines, at least one.
    public var lineCount: Int { starts.count }

    /// The position after the last code point of the file.
    public var end: SourcePosition { position(atByte: bytes.count) }

    /// The bytes of a line, from 1, without its line end; a line after the last is empty, at the end of the file.
    public func byteRange(ofLine line: Int) -> Range<Int> {
        guard line <= starts.count else { return bytes.count..<bytes.count }
        let index = max(line, 1) - 1
        return bytes.withBytes { bytes in
            let start = starts.start(ofLine: index, in: bytes)
            guard index + 1 < starts.count else { return start..<bytes.count }
            let next = starts.start(ofLine: index + 1, in: bytes)
            let isPair = next - start >= 2 && bytes[next - 1] == newline && bytes[next - 2] == carriageReturn
            return start..<(next - (isPair ? 2 : 1))
        }
    }

    /// A line's text without its line end, repaired where it isn't valid UTF-8.
    public func text(ofLine line: Int) -> String { text(inBytes: byteRange(ofLine: line)) }

    /// The position of the code point to which the byte at `offset` belongs.
    ///
    /// A place inside the byte-order mark is the start of line 1, one inside a line end the end of its line, one after
    /// the last byte the end of the file.
    public func position(atByte offset: Int) -> SourcePosition {
        let index = lineIndex(atByte: offset)
        let line = byteRange(ofLine: index + 1)
        return bytes.withBytes { bytes in
            let target = min(max(offset, line.lowerBound), line.upperBound)
            var (column, place) = (1, line.lowerBound)
            while place < target {
                place += decodeUTF8(at: place, end: line.upperBound) { bytes[$0] }.length
                if place <= target { column += 1 }
            }
            return SourcePosition(line: index + 1, column: column)
        }
    }

    /// The byte offset of a position.
    ///
    /// A column after the end of its line is the end of the line, before its line end; a line after the last is the end
    /// of the file; anything below 1 is read as 1.
    public func byteOffset(of position: SourcePosition) -> Int {
        let line = byteRange(ofLine: Int(position.line))
        return bytes.withBytes { bytes in
            var (column, place) = (1, line.lowerBound)
            while column < Int(position.column), place < line.upperBound {
                place += decodeUTF8(at: place, end: line.upperBound) { bytes[$0] }.length
                column += 1
            }
            return place
        }
    }

    /// The repaired text between two positions, with its line ends as they are; empty where `end` isn't after `start`.
    public func text(from start: SourcePosition, to end: SourcePosition) -> String {
        let first = byteOffset(of: start)
        return text(inBytes: first..<max(first, byteOffset(of: end)))
    }

    /// The repaired text of some bytes.
    func text(inBytes range: Range<Int>) -> String {
        bytes.text(in: range)
    }

    /// The number of code points in some bytes.
    func scalarCount(inBytes range: Range<Int>) -> Int {
        bytes.withBytes { $0.scalarCount(in: range) }
    }

    /// The nearest offset that is not in the middle of a code point, going back, but not before `floor`.
    func scalarBoundary(atOrBefore offset: Int, after floor: Int) -> Int {
        bytes.withBytes { bytes in
            guard offset < bytes.count else { return bytes.count }
            var place = max(offset, floor)
            // A code point has at most three continuation bytes; a longer row of them is not UTF-8 anyway.
            while place > floor, offset - place < 3, bytes[place] & 0xC0 == 0x80 { place -= 1 }
            return place
        }
    }

    /// The index of the last line that starts at or before `offset`.
    private func lineIndex(atByte offset: Int) -> Int { bytes.withBytes { starts.line(atByte: offset, in: $0) } }

    private static func lineStarts(of bytes: Span<UInt8>) -> LineStarts {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        let first = hasMark ? 3 : 0
        var starts = LineStarts()
        starts.add(first)
        var next = first
        while next < bytes.count {
            let lineFeed = bytes.firstPlace(of: newline, from: next, to: bytes.count)
            let end = lineFeed ?? bytes.count
            var place = next
            while let found = bytes.firstPlace(of: carriageReturn, from: place, to: end) {
                place = found + 1
                // The pair \r\n is one line end, which the line feed stands for.
                if place < end || lineFeed == nil { starts.add(place) }
            }
            if lineFeed != nil { starts.add(end + 1) }
            next = end + 1
        }
        return starts
    }
}

/// The byte offsets of lines' first bytes: of each one, or of very many of every second, fourth, eighth … one.
private struct LineStarts {
    /// How many are kept at most.
    private static let most = 1 << 22

    private var kept: [Int] = []
    /// A power of two.
    private var step = 1
    /// The number of lines.
    private(set) var count = 0

    mutating func add(_ place: Int) {
        if count & (step - 1) == 0 {
            if kept.count == Self.most {
                kept = stride(from: 0, to: kept.count, by: 2).map { kept[$0] }
                step *= 2
            }
            if count & (step - 1) == 0 { kept.append(place) }
        }
        count += 1
    }

    func start(ofLine index: Int, in bytes: Span<UInt8>) -> Int {
        (0..<index & (step - 1)).reduce(kept[index / step]) { place, _ in Self.line(after: place, in: bytes) }
    }

    /// The index of the last line that starts at or before a byte.
    func line(atByte offset: Int, in bytes: Span<UInt8>) -> Int {
        var (low, high) = (0, kept.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if kept[middle] <= offset { low = middle } else { high = middle }
        }
        var (line, place) = (low * step, kept[low])
        while step > 1, line + 1 < count {
            place = Self.line(after: place, in: bytes)
            if place > offset { break }
            line += 1
        }
        return line
    }

    /// Where the line after the one from a place on begins.
    private static func line(after start: Int, in bytes: Span<UInt8>) -> Int {
        var place = start
        while place < bytes.count, bytes[place] != newline, bytes[place] != carriageReturn { place += 1 }
        let isPair = place + 1 < bytes.count && bytes[place] == carriageReturn && bytes[place + 1] == newline
        return place + (isPair ? 2 : 1)
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
