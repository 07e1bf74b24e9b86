import SystemIO

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
        /// The line feeds in it.
        var lineFeeds: Int
    }

    /// The column of the items' hyphens, from 0.
    let indentation: Int
    /// At least two pieces, in order; together the whole file.
    let pieces: [Piece]

    /// Plans pieces of about equal size, at most so many; nil when the file doesn't end with an indented list.
    init?(_ bytes: ByteView, pieces count: Int) {
        guard count > 1 else { return nil }
        let size = bytes.count / count
        var place = Place.elsewhere
        var cuts: [(offset: Int, line: Int)] = [(0, 0)]
        var (offset, line) = (0, 0)
        while offset < bytes.count {
            switch place {
            case _ where Self.isKey(bytes[offset]):
                // What came before belongs to another value of the outermost mapping.
                place = .afterKey
                cuts.removeSubrange(1...)
            case .list(let indentation):
                guard offset >= cuts.count * size else { break }
                if Self.item(offset, in: bytes) == indentation { cuts.append((offset, line)) }
            case .afterKey where !Self.saysNothing(offset, in: bytes):
                place = Self.item(offset, in: bytes).map { .list(indentation: $0) } ?? .elsewhere
            case .afterKey, .elsewhere: break
            }
            guard let feed = bytes.firstPlace(of: 0x0A, from: offset) else { break }
            offset = feed + 1
            line += 1
        }
        guard case .list(let indentation) = place, cuts.count > 1 else { return nil }
        self.indentation = indentation
        let ends = cuts.dropFirst() + [(bytes.count, line)]
        pieces = zip(cuts, ends).map { start, end in
            Piece(bytes: start.offset..<end.offset, firstLine: start.line, lineFeeds: end.line - start.line)
        }
    }

    /// What the line at hand may belong to.
    private enum Place {
        case afterKey
        case list(indentation: Int)
        case elsewhere
    }

    /// Whether a line that begins with this byte isn't indented, empty or a comment.
    private static func isKey(_ first: UInt8) -> Bool { first > 0x20 && first != UInt8(ascii: "#") }

    /// Whether a line is empty or a comment.
    private static func saysNothing(_ line: Int, in bytes: ByteView) -> Bool {
        let sign = bytes[line...].first { $0 != 0x20 }
        return sign == nil || sign == 0x0A || sign == 0x0D || sign == UInt8(ascii: "#")
    }

    /// The spaces before the hyphen of a line that begins an item, at least one; nil for other lines.
    private static func item(_ line: Int, in bytes: ByteView) -> Int? {
        var offset = line
        while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
        guard offset > line, offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "-"), bytes[offset + 1] == 0x20,
            bytes[offset + 2] > 0x20
        else { return nil }
        return offset - line
    }
}
