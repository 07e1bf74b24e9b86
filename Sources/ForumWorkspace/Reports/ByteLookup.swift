import SystemIO

/// Finds numbers by the bytes of a name, without making a String for every look-up.
///
/// A table of slots with open addressing. A slot holds the name's first and last eight bytes, so that a name of up to
/// sixteen bytes is found by comparing numbers; only a longer one is compared byte by byte. It is asked several times
/// for every row, and so stands in memory of its own that is read without a check of bounds: every place is masked.
final class ByteLookup: Sendable {
    private struct Slot {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
        var value: UInt32 = .max
    }

    // Safe to share: written only in `init`, freed only in `deinit`.
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int
    private let arena: [UInt8]

    /// Makes a look-up of names and their numbers; of two equal names the first one counts.
    init(_ names: some Collection<(name: String, value: UInt32)>) {
        var size = 16
        while size < names.count * 2 { size *= 2 }
        let mask = size - 1
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
        var arena: [UInt8] = []
        for (name, value) in names {
            var name = name
            name.withUTF8 { bytes in
                let key = ByteKey(UnsafeRawBufferPointer(bytes))
                let place = Self.place(of: key, slots, mask, arena)
                guard slots[place].value == .max else { return }
                slots[place] = Slot(
                    head: key.head, tail: key.tail, start: UInt32(arena.count), count: UInt32(bytes.count),
                    value: value)
                arena += bytes
            }
        }
        (self.slots, self.mask, self.arena) = (slots, mask, arena)
    }

    deinit { slots.deallocate() }

    /// The number of a name, or nil.
    @inline(__always)
    subscript(name: ByteKey) -> UInt32? {
        let value = slots[Self.place(of: name, slots, mask, arena)].value
        return value == .max ? nil : value
    }

    /// The slot that holds a name, or the free one in which it would stand; half of all slots are free.
    @inline(__always)
    private static func place(
        of name: ByteKey, _ slots: UnsafeMutablePointer<Slot>, _ mask: Int, _ arena: [UInt8]
    ) -> Int {
        var place = Int(truncatingIfNeeded: name.hash) & mask
        while slots[place].value != .max, !holds(slots[place], name, arena) { place = (place + 1) & mask }
        return place
    }

    @inline(__always)
    private static func holds(_ slot: Slot, _ name: ByteKey, _ arena: [UInt8]) -> Bool {
        guard slot.head == name.head, slot.tail == name.tail, slot.count == name.bytes.count else { return false }
        return slot.count <= 16 || isEqual(slot, name.bytes, arena)
    }

    private static func isEqual(_ slot: Slot, _ name: UnsafeRawBufferPointer, _ arena: [UInt8]) -> Bool {
        arena.withUnsafeBytes { arena in
            UnsafeRawBufferPointer(rebasing: arena[Int(slot.start)..<Int(slot.start + slot.count)]).equals(name)
        }
    }
}
