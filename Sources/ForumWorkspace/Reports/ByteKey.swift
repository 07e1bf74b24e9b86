import FollowUpModel
import SystemIO

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
    var hash: UInt64 {
        var value = Self.mix(head ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15)
        if bytes.count > 8 { value = Self.mix(value ^ tail) }
        if bytes.count > 16 {
            for place in stride(from: 8, to: bytes.count - 8, by: 8) {
                value = Self.mix(value ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
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
