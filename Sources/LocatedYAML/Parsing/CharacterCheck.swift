import Diagnostics
package import SystemIO

/// Looks at every byte before libyaml does: right encoding, nothing that can't be seen, and only usual line breaks; of
/// each kind of problem the first place is told.
package struct CharacterCheck {
    private let bytes: ByteView
    private let file: FileID
    private var offset = 0
    private var line = 0
    private var lineStart = 0
    /// Continuation bytes since the line's start, which are no column of their own.
    private var continuations = 0
    private var invalid = Finding<UInt8>()
    private var forbidden = Finding<UInt32>()
    private var lineBreaks = Finding<UInt32>()

    /// The first place of a kind of problem, and how often it came.
    private struct Finding<Character> {
        var first: (range: SourceRange, character: Character)?
        var count = 0
        var ranges: [SourceRange] = []

        mutating func add(_ range: SourceRange, _ character: Character) {
            if first == nil { first = (range, character) }
            if ranges.count < 1000 { ranges.append(range) }
            count += 1
        }
    }

    /// Prepares the check of a file's bytes.
    init(_ bytes: ByteView, file: FileID) {
        let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        self.bytes = bytes.part((hasMark ? 3 : 0)..<bytes.count)
        self.file = file
    }

    /// The bytes after a byte-order mark.
    var content: ByteView { bytes }

    /// Whether something is wrong that libyaml itself would take: another encoding, a byte-order mark in
    /// the text, an unusual line break.
    ///
    /// Everything else that this check finds makes libyaml stop; so the whole check, which costs more, can wait.
    var isSurelyWrong: Bool {
        Self.wideEncoding(bytes) != nil || bytes.mergeMarker != nil
            || has(0x0D) { $0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A }
            || has(0xC2) { $0 + 1 < bytes.count && bytes[$0 + 1] == 0x85 }
            || has(0xEF) { $0 + 2 < bytes.count && bytes[$0 + 1] == 0xBB && bytes[$0 + 2] == 0xBF }
            || has(0xE2) {
                $0 + 2 < bytes.count && bytes[$0 + 1] == 0x80 && (bytes[$0 + 2] == 0xA8 || bytes[$0 + 2] == 0xA9)
            }
    }

    /// Everything that is wrong.
    func run() -> [Diagnostic] {
        if let name = Self.wideEncoding(bytes) { return [.wrongEncoding(file, name)] }
        if let marker = bytes.mergeMarker {
            let line = bytes.part(0..<marker).count { $0 == 0x0A } + 1
            let place = SourceRange(
                file: file, start: SourcePosition(line: line, column: 1), end: SourcePosition(line: line, column: 8))
            return [.mergeConflict(at: place)]
        }
        var check = self
        check.scan()
        return check.diagnostics()
    }

    /// Whether the byte stands somewhere at an offset that `condition` accepts.
    private func has(_ byte: UInt8, where condition: (Int) -> Bool) -> Bool {
        var offset = 0
        while let found = bytes.firstPlace(of: byte, from: offset) {
            if condition(found) { return true }
            offset = found + 1
        }
        return false
    }

    /// The encoding of a file each character of which takes two or four bytes; nil for others.
    package static func wideEncoding(_ bytes: ByteView) -> String? {
        guard bytes.count >= 2 else { return nil }
        let start = Array(bytes.prefix(4))
        if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        if bytes.count >= 4, start[0] == 0, start[1] == 0, start[2] == 0, start[3] != 0 { return "UTF-32" }
        if bytes.count >= 4, start[0] != 0, start[1] == 0, start[2] == 0, start[3] == 0 { return "UTF-32" }
        if start[0] == 0, start[1] != 0 { return "UTF-16" }
        if start[0] != 0, start[1] == 0 { return "UTF-16" }
        return nil
    }

    private mutating func scan() {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte >= 0x20, byte < 0x7F {
                skipPlainBytes()
            } else if byte == 0x0A {
                offset += 1
                line += 1
                lineStart = offset
                continuations = 0
            } else if byte < 0x80 {
                checkControl(byte)
            } else {
                checkSequence(byte)
            }
        }
    }

    /// Moves over printable ASCII, eight bytes at a time.
    private mutating func skipPlainBytes() {
        while offset + 8 <= bytes.count, bytes.arePrintable(eightFrom: offset) { offset += 8 }
        while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] < 0x7F { offset += 1 }
    }

    private mutating func checkControl(_ byte: UInt8) {
        switch byte {
        case 0x09: break
        case 0x0D:
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            if next != 0x0A { lineBreaks.add(place(), 0x0D) }
        default: forbidden.add(place(), UInt32(byte))
        }
        offset += 1
    }

    private mutating func checkSequence(_ byte: UInt8) {
        let sequence = decodeUTF8(at: offset, end: bytes.count) { bytes[$0] }
        guard let scalar = sequence.scalar?.value else {
            invalid.add(place(), byte)
            offset += 1
            return
        }
        switch scalar {
        case 0x85, 0x2028, 0x2029: lineBreaks.add(place(), scalar)
        case 0x80..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: forbidden.add(place(), scalar)
        default: break
        }
        offset += sequence.length
        continuations += sequence.length - 1
    }

    private func place() -> SourceRange {
        let column = offset - lineStart - continuations + 1
        return SourceRange(
            file: file, start: SourcePosition(line: line + 1, column: column),
            end: SourcePosition(line: line + 1, column: column + 1))
    }

    private func diagnostics() -> [Diagnostic] {
        var result: [Diagnostic] = []
        if let (range, byte) = invalid.first {
            result.append(.invalidUTF8(range, byte: byte, count: invalid.count))
        }
        if let (range, scalar) = forbidden.first {
            result.append(.forbiddenCharacter(range, scalar, count: forbidden.count))
        }
        if let (range, scalar) = lineBreaks.first {
            result.append(.unusualLineBreak(range, scalar, all: lineBreaks.ranges, count: lineBreaks.count))
        }
        return result
    }
}
