import FollowUpModel
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

/// Some bytes of a file as numbers that can be compared and hashed at once: names are short, and two words of eight
/// bytes hold most of them whole.
///
/// It is good as long as the file is.
struct ByteKey: Hashable {
    /// The first eight bytes, the first one lowest; zeros where there are fewer.
    let head: UInt64
    /// The last eight bytes of more than eight; 0 for a name that the head holds whole.
    let tail: UInt64
    /// All the bytes.
    let bytes: UnsafeRawBufferPointer

    /// Takes up the bytes from `start` to before `end` of a file.
    @inline(__always)
    init(_ file: UnsafeRawBufferPointer, _ start: Int, _ end: Int) {
        let count = end - start
        bytes = UnsafeRawBufferPointer(rebasing: file[start..<end])
        if count > 8 {
            head = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            tail = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self))
        } else {
            head = Self.short(file, start, count)
            tail = 0
        }
    }

    /// Takes up all of some bytes.
    init(_ bytes: UnsafeRawBufferPointer) { self.init(bytes, 0, bytes.count) }

    /// Up to eight bytes as a number: one load where the file goes on for as long, else byte by byte.
    @inline(__always)
    private static func short(_ file: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt64 {
        guard start + 8 <= file.count else {
            return (0..<count).reduce(0) { $0 | UInt64(file[start + $1]) << UInt64(8 * $1) }
        }
        let word = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        return word & ~(~0 << UInt64(8 * count))
    }

    /// Whether it is one address of the web, as nearly all sources are.
    @inline(__always)
    var isPlainAddress: Bool {
        let isAddress = head == 0x2F2F_3A73_7074_7468 || head & 0x00FF_FFFF_FFFF_FFFF == 0x002F_2F3A_7074_7468
        return isAddress && bytes.firstPlace(of: UInt8(ascii: "|"), from: 0, to: bytes.count) == nil
    }

    /// The date that the bytes tell, if they tell one.
    @inline(__always)
    var date: PartialDate? {
        guard bytes.count == 10 else { return PartialDate(bytes: bytes.assumingMemoryBound(to: UInt8.self).span) }
        return PartialDate(
            head: head, day: UInt8(truncatingIfNeeded: tail >> 48), UInt8(truncatingIfNeeded: tail >> 56))
    }

    static func == (left: ByteKey, right: ByteKey) -> Bool {
        left.head == right.head && left.tail == right.tail && left.bytes.equals(right.bytes)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// A number that is the same for the same bytes and rarely the same for others.
    @inline(__always)
    var hash: UInt64 { hash(ignoring: 0) }

    /// The same, with some bits of every byte passed over.
    @inline(__always)
    func hash(ignoring bits: UInt64) -> UInt64 {
        var value = Self.mix((head | bits) ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15)
        if bytes.count > 8 { value = Self.mix(value ^ (tail | bits)) }
        if bytes.count > 16 {
            for place in stride(from: 8, to: bytes.count - 8, by: 8) {
                value = Self.mix(value ^ (bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) | bits))
            }
        }
        return value
    }

    @inline(__always)
    private static func mix(_ word: UInt64) -> UInt64 {
        // Both halves of the product together depend on every bit of the word.
        let product = word.multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
        return product.high ^ product.low
    }
}
