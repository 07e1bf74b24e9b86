import SystemIO

/// Numbers names of a file by their bytes in the order in which they are met: 1 for the first one, and so on.
///
/// Names are told apart by a hash; only where two have the same one are their bytes compared.
struct NameNumbers {
    private struct Slot {
        var hash: UInt64 = 0
        var number: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 16)
    /// Where each name stands that was met first.
    private var places: [Range<Int>] = []

    /// The number of a name that stands in a range of the file.
    mutating func number(of name: ByteKey, at range: Range<Int>, in file: FileBytes) -> UInt32 {
        if places.count * 2 >= slots.count { grow() }
        let hash = name.hash
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot].number != 0 {
            if slots[slot].hash == hash, file.view[places[Int(slots[slot].number) - 1]].elementsEqual(name.bytes) {
                return slots[slot].number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        places.append(range)
        slots[slot] = Slot(hash: hash, number: UInt32(places.count))
        return slots[slot].number
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for moved in old where moved.number != 0 {
            var slot = Int(truncatingIfNeeded: moved.hash) & (slots.count - 1)
            while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = moved
        }
    }
}
