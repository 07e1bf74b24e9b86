/// Eight bytes of a text, asked at once by arithmetic whether one of them means something.
package struct EightBytes: Sendable {
    private let value: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let signs: UInt64 = 0x8080_8080_8080_8080

    /// Takes eight bytes from a place on, which must be there.
    @inline(__always)
    package init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
        value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    /// Whether one of them is this one.
    @inline(__always)
    package func hold(_ byte: UInt8) -> Bool {
        let other = value ^ (Self.ones &* UInt64(byte))
        return (other &- Self.ones) & ~other & Self.signs != 0
    }

    /// Whether one of them is less than a limit of at most 128.
    @inline(__always)
    package func holdOne(below limit: UInt8) -> Bool {
        (value &- Self.ones &* UInt64(limit)) & ~value & Self.signs != 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place from one on whose byte means something; their number where none does.
    ///
    /// - Parameter mayHold: whether one of eight bytes may; where one does it must say so.
    @inline(__always)
    package func firstPlace(
        from start: Int, where means: (UInt8) -> Bool, unlessNoneOf mayHold: (EightBytes) -> Bool
    ) -> Int {
        var place = start
        while place + 8 <= count, !mayHold(EightBytes(self, at: place)) { place += 8 }
        while place < count, !means(self[place]) { place += 1 }
        return place
    }
}
