/// Some of the ASCII characters, a bit each.
struct ByteSet: Sendable {
    private var bits: (low: UInt64, high: UInt64) = (0, 0)

    static let smallLetters = ByteSet().union("abcdefghijklmnopqrstuvwxyz")
    static let lettersAndDigits = smallLetters.union("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

    /// These characters and more of them.
    func union(_ characters: StaticString) -> ByteSet {
        var result = self
        for byte in characters.utf8Buffer {
            precondition(byte < 0x80, "the set holds ASCII only")
            if byte < 64 { result.bits.low |= 1 << UInt64(byte) } else { result.bits.high |= 1 << UInt64(byte - 64) }
        }
        return result
    }

    @inline(__always) func contains(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 64 ? bits.low : bits.high) >> UInt64(byte & 63) & 1 == 1
    }

    /// Whether a text begins with a character of this set and goes on with those of another one.
    func leads(_ bytes: Span<UInt8>, then others: ByteSet) -> Bool {
        guard !bytes.isEmpty, contains(bytes[0]) else { return false }
        for offset in 1..<bytes.count where !others.contains(bytes[offset]) { return false }
        return true
    }
}
