import Diagnostics

/// The ids of all reports of a forum met so far, to find one that comes twice.
///
/// A table of slots with open addressing; a slot holds half of the id's hash and the number of its entry, which says
/// where the report stands. Only where the halves are the same are the ids themselves read and compared.
struct ReportIdentities {
    /// Where a report stands: its file's number and the byte at which its record begins.
    struct Place: Equatable {
        var file: UInt32
        var offset: UInt32

        init(file: Int, offset: Int) {
            self.file = UInt32(file)
            self.offset = UInt32(offset)
        }
    }

    private struct Slot {
        var hash: UInt32 = 0
        /// The number of the entry and one; 0 for a free slot.
        var entry: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    private var entries: [Place] = []
    private let files: [ReportFile]

    /// Starts without any; `files` are the forum's report files by their numbers.
    init(files: [ReportFile]) { self.files = files }

    /// Makes room for so many more ids.
    mutating func reserve(_ count: Int) {
        entries.reserveCapacity(entries.count + count)
        let needed = (entries.count + count) * 2
        if needed > slots.count { grow(to: needed) }
    }

    /// The hash under which an id is remembered; never 0, which stands for no id.
    @inline(__always)
    static func hash(of id: ByteKey) -> UInt32 {
        max(1, UInt32(truncatingIfNeeded: id.hash))
    }

    /// Remembers the id of the report at a place by its hash; when it was met before, returns where.
    @inline(__always)
    mutating func insert(hash: UInt32, at place: Place) -> Place? {
        if (entries.count + 1) * 2 > slots.count { grow(to: slots.count * 2) }
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot].entry != 0 {
            if slots[slot].hash == hash {
                let known = entries[Int(slots[slot].entry) - 1]
                if isSame(known, place) { return known }
            }
            slot = (slot + 1) & mask
        }
        entries.append(place)
        slots[slot] = Slot(hash: hash, entry: UInt32(entries.count))
        return nil
    }

    private mutating func grow(to least: Int) {
        var size = slots.count
        while size < least { size *= 2 }
        let old = slots
        slots = [Slot](repeating: Slot(), count: size)
        for moved in old where moved.entry != 0 {
            var slot = Int(moved.hash) & (size - 1)
            while slots[slot].entry != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = moved
        }
    }

    private func isSame(_ one: Place, _ other: Place) -> Bool {
        withId(of: one) { (bytes, field) in
            withId(of: other) { (otherBytes, otherField) in
                bytes[field.start..<field.end].elementsEqual(otherBytes[otherField.start..<otherField.end])
            }
        }
    }

    /// The range of the id of the report at a place.
    func range(of place: Place) -> SourceRange {
        withId(of: place) { bytes, field in
            PlaceFinder(bytes: bytes, file: files[Int(place.file)].file)
                .range(field.start..<field.end, recordStart: 0, line: 1)
        }
    }

    /// Reads the record at a place once more, up to its id.
    private func withId<Result>(of place: Place, _ body: (UnsafeRawBufferPointer, CSVField) -> Result) -> Result {
        let file = files[Int(place.file)]
        guard let column = file.header.place(of: .id) else {
            preconditionFailure("a report with an id comes from a file with a column for it")
        }
        return file.bytes.withUnsafeBytes { bytes in
            var scanner = CSVScanner(bytes, delimiter: file.header.delimiter, offset: Int(place.offset))
            guard scanner.next(), scanner.fields.indices.contains(column) else {
                preconditionFailure("a report's place is the start of a record")
            }
            return body(bytes, scanner.fields[column])
        }
    }
}
