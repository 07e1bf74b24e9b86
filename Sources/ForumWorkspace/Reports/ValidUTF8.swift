extension UnsafeRawBufferPointer {
    /// Whether the bytes are valid UTF-8; plain ASCII is passed eight bytes at a time, and letters with accents, which
    /// take two bytes each, without a closer look.
    var isValidUTF8: Bool {
        var index = 0
        while index < count {
            if index + 8 <= count {
                let high = UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self)) & Self.highBits
                guard high != 0 else {
                    index += 8
                    continue
                }
                index += high.trailingZeroBitCount / 8
            }
            if index + 1 < count, (0xC2...0xDF).contains(self[index]), self[index + 1] & 0xC0 == 0x80 {
                index += 2
            } else {
                guard let length = scalarLength(at: index) else { return false }
                index += length
            }
        }
        return true
    }

    private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The number of bytes of the well-formed UTF-8 scalar at a place, or nil (Unicode standard, table 3-7).
    private func scalarLength(at index: Int) -> Int? {
        func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < count && range.contains(self[index + offset])
        }
        switch self[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isContinuation(1) ? 2 : nil
        case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : nil
        case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : nil
        case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : nil
        case 0xF0: return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : nil
        case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : nil
        case 0xF4: return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : nil
        default: return nil
        }
    }
}
