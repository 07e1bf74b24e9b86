import SystemIO

/// The bytes of a file that passed ``CharacterCheck``, without byte-order mark, and where its lines begin.
///
/// libyaml tells places as line and column only; this finds the bytes at a place. It remembers the line that it was
/// asked for last and walks from there, since questions come in the order of the text.
struct SourceText {
    let bytes: ByteView
    /// The number of the line asked for last, and where it begins.
    private var line = 0
    private var lineStart = 0

    init(_ bytes: ByteView) {
        self.bytes = bytes
    }

    /// The byte offset of a place, at most the end of its line.
    mutating func offset(of mark: Mark) -> Int {
        let line = lineRange(Int(mark.line))
        var offset = line.lowerBound
        for _ in 0..<mark.column where offset < line.upperBound {
            offset += 1
            while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }

    /// The byte at a place; nil at the end of the text.
    mutating func byte(at mark: Mark) -> UInt8? {
        let offset = offset(of: mark)
        return offset < bytes.count ? bytes[offset] : nil
    }

    /// A place, or the end of the text for one below it: libyaml ends a text whose last line is open with a line of its own.
    mutating func within(_ mark: Mark) -> Mark {
        _ = lineRange(Int(mark.line))
        return line < mark.line ? endOfLine(UInt32(line)) : mark
    }

    /// The place after a line's last character that isn't a space.
    mutating func endOfLine(_ line: UInt32) -> Mark {
        var range = lineRange(Int(line))
        while let last = range.last, bytes[last] == 0x20 || bytes[last] == 0x09 { range = range.dropLast() }
        return Mark(line: line, column: UInt32(bytes[range].count { $0 & 0xC0 != 0x80 }))
    }

    /// The bytes of a line without its line break.
    private mutating func lineRange(_ wanted: Int) -> Range<Int> {
        while line > wanted { stepBack() }
        while line < wanted {
            guard let feed = lineFeed(from: lineStart) else { return bytes.count..<bytes.count }
            lineStart = feed + 1
            line += 1
        }
        var end = lineFeed(from: lineStart) ?? bytes.count
        if end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
        return lineStart..<end
    }

    private mutating func stepBack() {
        line -= 1
        lineStart -= 1
        while lineStart > 0, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    }

    /// The first line feed at an offset or after it.
    private func lineFeed(from offset: Int) -> Int? {
        bytes.firstPlace(of: 0x0A, from: offset)
    }
}

/// The tag and the anchor that may stand before a node.
struct NodeProperties {
    /// From the `!` to after the tag; nil without tag.
    var tag: (start: Mark, end: Mark)?
    /// Where the node itself begins.
    var content: Mark
}

extension SourceText {
    /// Reads over the tags and anchors at a place, and the white space and comments after them.
    mutating func properties(at start: Mark) -> NodeProperties {
        var result = NodeProperties(content: start)
        var offset = offset(of: start)
        var mark = start
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "&"):
                advance(&offset, &mark) { !$0.endsProperty }
            case UInt8(ascii: "!"):
                let first = mark
                let isVerbatim = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "<")
                advance(&offset, &mark) { isVerbatim ? $0 != UInt8(ascii: ">") && $0 > 0x20 : !$0.endsProperty }
                if isVerbatim { advance(&offset, &mark) { $0 == UInt8(ascii: ">") } }
                result.tag = (first, mark)
            case UInt8(ascii: "#"):
                advance(&offset, &mark) { $0 != 0x0A }
            case 0x20, 0x09, 0x0A, 0x0D:
                advance(&offset, &mark) { $0 <= 0x20 }
            default:
                result.content = mark
                return result
            }
        }
        result.content = mark
        return result
    }

    private func advance(_ offset: inout Int, _ mark: inout Mark, while condition: (UInt8) -> Bool) {
        while offset < bytes.count, condition(bytes[offset]) {
            if bytes[offset] == 0x0A {
                mark = Mark(line: mark.line + 1, column: 0)
            } else if bytes[offset] & 0xC0 != 0x80 {
                mark.column += 1
            }
            offset += 1
        }
    }
}

extension UInt8 {
    /// Whether it ends a tag or an anchor: white space, or a sign of flow lists and mappings.
    fileprivate var endsProperty: Bool {
        self <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(self)
    }
}
