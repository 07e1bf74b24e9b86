/// Finds numbers by the bytes of a name, without making a String for every look-up.
struct ByteLookup {
    private struct Slot {
        var hash: UInt64
        var start: UInt32
        var count: UInt32
        var value: UInt32
    }

    private var slots: [Slot]
    private var arena: [UInt8] = []
    private var mask: Int

    /// Makes a look-up of names and their numbers; of two equal names the first one counts.
    init(_ names: some Collection<(name: String, value: UInt32)>) {
        var size = 16
        while size < names.count * 2 { size *= 2 }
        mask = size - 1
        slots = [Slot](repeating: Slot(hash: 0, start: 0, count: 0, value: .max), count: size)
        for (name, value) in names {
            var name = name
            name.withUTF8 { insert(UnsafeRawBufferPointer($0), value) }
        }
    }

    private mutating func insert(_ name: UnsafeRawBufferPointer, _ value: UInt32) {
        guard self[name] == nil else { return }
        let hash = Self.hash(name)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].value != .max { place = (place + 1) & mask }
        slots[place] = Slot(hash: hash, start: UInt32(arena.count), count: UInt32(name.count), value: value)
        arena += name
    }

    /// The number of a name, or nil.
    subscript(name: UnsafeRawBufferPointer) -> UInt32? {
        let hash = Self.hash(name)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].value != .max {
            let slot = slots[place]
            if slot.hash == hash, slot.count == name.count, isEqual(slot, name) { return slot.value }
            place = (place + 1) & mask
        }
        return nil
    }

    private func isEqual(_ slot: Slot, _ name: UnsafeRawBufferPointer) -> Bool {
        for index in 0..<name.count where arena[Int(slot.start) + index] != name[index] { return false }
        return true
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = Hash()
        hash.combine(bytes)
        return hash.value
    }
}
