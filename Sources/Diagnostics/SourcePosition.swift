/// A place in a text, as an editor shows it.
///
/// - Unit: `line` and `column` count from 1; a column is one Unicode code point, whatever its width on the screen.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, from 1.
    public var line: Int32
    /// The column in Unicode code points, from 1.
    public var column: Int32

    /// Makes a position from a line and a column, both counted from 1.
    public init(line: Int, column: Int) {
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// Orders by line, then by column.
    public static func < (left: Self, right: Self) -> Bool {
        left.line == right.line ? left.column < right.column : left.line < right.line
    }
}

/// A handle of one file of a ``SourceMap``.
public struct FileID: Hashable, Comparable, Sendable {
    /// The file's place in its source map.
    public var rawValue: UInt32

    /// Makes a handle from a place in a source map.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Orders by the place in the source map.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A half-open range of one file: `end` is the first position that is no longer part of it.
public struct SourceRange: Hashable, Comparable, Sendable {
    /// The file.
    public var file: FileID
    /// The first position.
    public var start: SourcePosition
    /// The position after the last one; equal to `start` for an empty range.
    public var end: SourcePosition

    /// Makes a range of `file` from `start` up to, not including, `end`.
    public init(file: FileID, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The empty range at the very start of `file`, for what concerns the whole of it.
    public static func wholeFile(_ file: FileID) -> Self {
        let origin = SourcePosition(line: 1, column: 1)
        return Self(file: file, start: origin, end: origin)
    }

    /// Orders by file, then start, then end.
    public static func < (left: Self, right: Self) -> Bool {
        if left.file != right.file { return left.file < right.file }
        return left.start == right.start ? left.end < right.end : left.start < right.start
    }
}
