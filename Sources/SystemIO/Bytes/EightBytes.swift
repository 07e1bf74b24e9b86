/// Eight bytes of a text, asked at once by arithmetic whether one of them means something.
@usableFromInline
package struct EightBytes: Sendable {
    @usableFromInline let value: UInt64

    /// Takes eight bytes from a place on, which must be there.
    @inlinable
    package init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
        value = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    /// One in each byte.
    @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
    /// The highest bit of each byte.
    @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether one of them is this one.
    @inlinable
    package func hold(_ byte: UInt8) -> Bool {
        let other = value ^ (Self.ones &* UInt64(byte))
        return (other &- Self.ones) & ~other & Self.highs != 0
    }

    /// Whether one of them is less than a limit of at most 128.
    @inlinable
    package func holdOne(below limit: UInt8) -> Bool {
        (value &- Self.ones &* UInt64(limit)) & ~value & Self.highs != 0
    }

    /// Whether all are printable ASCII: none is over 0x7E or under 0x20.
    @inlinable
    package var arePrintable: Bool { (value | (value &+ Self.ones) | (value &- Self.ones &* 0x20)) & Self.highs == 0 }
}

extension Span<UInt8> {
    /// The first place from one on whose byte means something; their number where none does.
    ///
    /// - Parameter mayHold: whether one of eight bytes may; where one does it must say so.
    @inlinable
    package func firstPlace(
        from start: Int, where means: (UInt8) -> Bool, unlessNoneOf mayHold: (EightBytes) -> Bool
    ) -> Int {
        withUnsafeBytes { bytes in
            var place = start
            while place + 8 <= bytes.count, !mayHold(EightBytes(bytes, at: place)) { place += 8 }
            while place < bytes.count, !means(bytes[place]) { place += 1 }
            return place
        }
    }
}
