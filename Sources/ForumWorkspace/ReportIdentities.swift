import Diagnostics

/// The ids of all reports of a forum met so far, to find one that comes twice.
struct ReportIdentities {
    /// Where an id stands: the report file's number and the byte at which it begins.
    struct Place: Equatable {
        var file: Int
        var start: Int
    }

    private struct Slot {
        var hash: UInt64
        var start: Int
        var count: Int32
        var file: Int32
    }

    private var slots = [Slot](repeating: Slot(hash: 0, start: 0, count: -1, file: 0), count: 1024)
    private var used = 0
    private let files: [(id: FileID, bytes: FileBytes)]

    /// Starts without any; `files` are the forum's report files by their numbers.
    init(files: [(FileID, FileBytes)]) { self.files = files.map { (id: $0.0, bytes: $0.1) } }

    /// The range of an id of so many bytes.
    func range(of place: Place, count: Int) -> SourceRange {
        let file = files[place.file]
        return file.bytes.withUnsafeBytes { bytes in
            PlaceFinder(bytes: bytes, file: file.id)
                .range(place.start..<place.start + count, recordStart: 0, line: 1)
        }
    }

    /// Remembers an id; when it was met before, returns where.
    mutating func insert(_ id: UnsafeRawBufferPointer, file: Int, start: Int) -> Place? {
        if used * 2 >= slots.count { grow() }
        var hasher = Hash()
        hasher.combine(id)
        let hash = hasher.value
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place].count >= 0 {
            let slot = slots[place]
            if slot.hash == hash, Int(slot.count) == id.count, isSame(slot, id) {
                return Place(file: Int(slot.file), start: slot.start)
            }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = Slot(hash: hash, start: start, count: Int32(id.count), file: Int32(file))
        used += 1
        return nil
    }

    private func isSame(_ slot: Slot, _ id: UnsafeRawBufferPointer) -> Bool {
        files[Int(slot.file)].bytes.withUnsafeBytes { bytes in
            bytes[slot.start..<slot.start + Int(slot.count)].elementsEqual(id)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(hash: 0, start: 0, count: -1, file: 0), count: old.count * 2)
        for slot in old where slot.count >= 0 {
            var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
            while slots[place].count >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }
}

/// A quick hash of bytes, eight at a time, for tables that compare the bytes themselves afterwards.
struct Hash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Adds bytes.
    @inline(__always)
    mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = UInt64(bytes.count) << 56
        while index < bytes.count {
            rest = rest << 8 ^ UInt64(bytes[index])
            index += 1
        }
        mix(rest)
        value ^= value >> 29
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0xBF58_476D_1CE4_E5B9
        value ^= value >> 32
    }
}
