import SystemIO

/// Two edits of one file that want to replace the same text, so that they can't both be made.
public struct OverlappingEdits: Error, Hashable, Sendable {
    /// The edit that starts first.
    public var first: TextEdit
    /// The edit that starts inside `first`.
    public var second: TextEdit
}

extension SourceMap {
    /// The content of a file after some edits; edits of other files are passed over.
    ///
    /// Edits are made as if all at once, whatever their order; insertions at one place keep theirs. A range that goes
    /// past the end of a line or file ends there. Bytes outside the edits stay as they are, valid UTF-8 or not.
    ///
    /// - Throws: ``OverlappingEdits`` when two of the ranges share text.
    public func bytes(
        of file: FileID, applying edits: some Sequence<TextEdit>
    ) throws(OverlappingEdits) -> [UInt8] {
        let table = LineTable(self[file].bytes)
        var places: [(bytes: Range<Int>, edit: TextEdit)] = []
        for edit in edits where edit.range.file == file {
            let start = table.byteOffset(of: edit.range.start)
            places.append((start..<max(start, table.byteOffset(of: edit.range.end)), edit))
        }
        // The sort is stable: insertions at one place keep their order and come before a replacement there.
        places.sort { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
        for (first, second) in zip(places, places.dropFirst())
        where second.bytes.lowerBound < first.bytes.upperBound {
            throw OverlappingEdits(first: first.edit, second: second.edit)
        }
        let source = self[file].bytes.array
        var out: [UInt8] = []
        out.reserveCapacity(source.count)
        var copied = 0
        for place in places {
            out += source[copied..<place.bytes.lowerBound]
            out += place.edit.replacement.utf8
            copied = place.bytes.upperBound
        }
        return out + source[copied...]
    }

    /// The new content of every file that a fix changes.
    ///
    /// - Throws: ``OverlappingEdits`` when two of its edits share text.
    public func contents(applying fix: FixIt) throws(OverlappingEdits) -> [FileID: [UInt8]] {
        var contents: [FileID: [UInt8]] = [:]
        for file in Set(fix.edits.map(\.range.file)) { contents[file] = try bytes(of: file, applying: fix.edits) }
        return contents
    }
}
