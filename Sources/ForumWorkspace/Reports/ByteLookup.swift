/// Finds numbers by the bytes of a name, without making a String for every look-up.
///
/// A table of slots with open addressing. A slot holds the name's first and last eight bytes, so that a name of up to
/// sixteen bytes is found by comparing numbers; only a longer one is compared byte by byte.
struct ByteLookup: Sendable {
    private struct Slot {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        var start: UInt32 = 0
        var count: UInt32 = 0
        var value: UInt32 = .max
    }

    private var slots: [Slot]
    private var arena: [UInt8] = []

    /// Makes a look-up of names and their numbers; of two equal names the first one counts.
    init(_ names: some Collection<(name: String, value: UInt32)>) {
        var size = 16
        while size < names.count * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        for (name, value) in names {
            var name = name
            name.withUTF8 { insert(ByteKey(UnsafeRawBufferPointer($0)), value) }
        }
    }

    private mutating func insert(_ name: ByteKey, _ value: UInt32) {
        let place = place(of: name)
        guard slots[place].value == .max else { return }
        slots[place] = Slot(
            head: name.head, tail: name.tail, start: UInt32(arena.count), count: UInt32(name.bytes.count), value: value)
        arena += name.bytes
    }

    /// The number of a name, or nil.
    @inline(__always)
    subscript(name: ByteKey) -> UInt32? {
        let value = slots[place(of: name)].value
        return value == .max ? nil : value
    }

    /// The slot that holds a name, or the free one in which it would stand.
    @inline(__always)
    private func place(of name: ByteKey) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: name.hash) & mask
        while slots[place].value != .max, !holds(slots[place], name) { place = (place + 1) & mask }
        return place
    }

    @inline(__always)
    private func holds(_ slot: Slot, _ name: ByteKey) -> Bool {
        guard slot.head == name.head, slot.tail == name.tail, slot.count == name.bytes.count else { return false }
        return slot.count <= 16 || isEqual(slot, name.bytes)
    }

    private func isEqual(_ slot: Slot, _ name: UnsafeRawBufferPointer) -> Bool {
        arena.withUnsafeBytes { $0[Int(slot.start)..<Int(slot.start) + Int(slot.count)].elementsEqual(name) }
    }
}
