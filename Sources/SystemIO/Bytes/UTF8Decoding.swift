/// What starts at a place of a text in UTF-8, by Unicode's table of well-formed sequences (3-7).
///
/// - Precondition: `offset < end`, and `byte` gives the bytes up to there.
/// - Returns: the code point, nil where the bytes are not valid; and how many bytes it takes, of invalid ones the maximal
///   part of a sequence, which `String(decoding:as:)` reads as one U+FFFD.
@inlinable @inline(__always)
package func decodeUTF8(
    at offset: Int, end: Int, byte: (Int) -> UInt8
) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = byte(offset)
    guard first >= 0x80 else {
        return (Unicode.Scalar(first), 1)
    }
    let following: Int
    // The second byte's bounds rule out overlong forms, surrogates and what lies beyond U+10FFFF.
    var (least, most): (UInt8, UInt8) = (0x80, 0xBF)
    switch first {
    case 0xC2...0xDF: following = 1
    case 0xE0...0xEF:
        following = 2
        if first == 0xE0 { least = 0xA0 } else if first == 0xED { most = 0x9F }
    case 0xF0...0xF4:
        following = 3
        if first == 0xF0 { least = 0x90 } else if first == 0xF4 { most = 0x8F }
    default:
        return (nil, 1)
    }
    var value = UInt32(first) & (0x3F >> UInt32(following))
    for index in 1...following {
        guard offset + index < end, case let next = byte(offset + index), least <= next, next <= most else {
            return (nil, index)
        }
        value = value << 6 | UInt32(next & 0x3F)
        (least, most) = (0x80, 0xBF)
    }
    return (Unicode.Scalar(value), following + 1)
}

extension Span<UInt8> {
    /// The number of code points in a part of the bytes; what is not valid UTF-8 counts as `String(decoding:as:)` reads it.
    package func scalarCount(in range: Range<Int>) -> Int {
        var (count, offset) = (0, range.lowerBound)
        while offset < range.upperBound {
            offset += decodeUTF8(at: offset, end: range.upperBound) { self[$0] }.length
            count += 1
        }
        return count
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes are valid UTF-8; plain ASCII is passed eight bytes at a time, and letters with accents, which
    /// take two bytes each, without a closer look.
    package var isValidUTF8: Bool {
        var index = 0
        while index < count {
            if index + 8 <= count {
                let high =
                    UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self)) & EightBytes.highs
                guard high != 0 else {
                    index += 8
                    continue
                }
                index += high.trailingZeroBitCount / 8
            }
            if index + 1 < count, (0xC2...0xDF).contains(self[index]), self[index + 1] & 0xC0 == 0x80 {
                index += 2
            } else {
                let sequence = decodeUTF8(at: index, end: count) { self[$0] }
                guard sequence.scalar != nil else { return false }
                index += sequence.length
            }
        }
        return true
    }
}
