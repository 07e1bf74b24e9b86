/// A number that stands for everything that was put into it, in order.
///
/// The same input gives the same number on every machine. It finds out what has changed and is no protection against
/// somebody who wants two inputs to look alike.
struct InputDigest: Hashable, Sendable {
    /// The number.
    private(set) var value: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// Puts a number in.
    mutating func add(_ number: UInt64) {
        var mixed = (value ^ number) &* 0xff51_afd7_ed55_8ccd
        mixed ^= mixed >> 32
        value = (mixed &* 0xc4ce_b9fe_1a85_ec53) ^ (mixed >> 29)
    }

    /// Puts a number in.
    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    /// Puts a truth value in.
    mutating func add(_ truth: Bool) { add(truth ? 1 : 2) }

    /// Puts another digest in.
    mutating func add(_ other: InputDigest) { add(other.value) }

    /// Puts a text in.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Puts bytes in, eight at a time.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        add(rest)
    }
}
