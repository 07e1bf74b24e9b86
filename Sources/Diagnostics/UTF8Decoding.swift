/// The code point that starts at `offset`, and how many bytes it takes.
///
/// What is not valid UTF-8 reads as U+FFFD, one for each maximal part of a sequence, as `String(decoding:as:)` does,
/// so that columns counted here and columns counted in a repaired `String` agree.
///
/// - Precondition: `offset < end`, and `end` lies inside `bytes`.
@inline(__always)
func decodeScalar(
    in bytes: UnsafeRawBufferPointer, at offset: Int, end: Int
) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    return decodeLongScalar(in: bytes, at: offset, end: end)
}

private let replacementScalar: Unicode.Scalar = "\u{FFFD}"

private func decodeLongScalar(
    in bytes: UnsafeRawBufferPointer, at offset: Int, end: Int
) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[offset]
    let following: Int
    // The second byte's bounds rule out overlong forms, surrogates and what lies beyond U+10FFFF.
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: following = 1
    case 0xE0: (following, allowed) = (2, 0xA0...0xBF)
    case 0xED: (following, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: following = 2
    case 0xF0: (following, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: following = 3
    case 0xF4: (following, allowed) = (3, 0x80...0x8F)
    default: return (replacementScalar, 1)
    }
    var value = UInt32(first) & (0x3F >> UInt32(following))
    for index in 1...following {
        guard offset + index < end, allowed.contains(bytes[offset + index]) else { return (replacementScalar, index) }
        value = value << 6 | UInt32(bytes[offset + index] & 0x3F)
        allowed = 0x80...0xBF
    }
    return (Unicode.Scalar(value) ?? replacementScalar, following + 1)
}

/// The number of code points in a part of `bytes`.
func countScalars(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
        offset += decodeScalar(in: bytes, at: offset, end: range.upperBound).length
        count += 1
    }
    return count
}
