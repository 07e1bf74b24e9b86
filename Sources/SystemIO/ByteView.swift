/// The bytes of a file or a part of them, to be read one by one; it keeps the file, and every place is checked.
public struct ByteView: RandomAccessCollection, Sendable {
    // Safe to share: nobody writes to a file's memory, and the file is kept.
    @usableFromInline nonisolated(unsafe) let memory: UnsafeRawBufferPointer
    @usableFromInline let file: FileBytes

    @usableFromInline
    init(_ memory: UnsafeRawBufferPointer, of file: FileBytes) { (self.memory, self.file) = (memory, file) }

    /// The place of the first byte.
    @inlinable public var startIndex: Int { 0 }

    /// The place after the last byte.
    @inlinable public var endIndex: Int { memory.count }

    /// The byte at a place.
    @inlinable
    public subscript(place: Int) -> UInt8 {
        precondition(place >= 0 && place < memory.count, "a place lies in its bytes")
        return memory[place]
    }

    /// The bytes from one place to another, which begin at 0 there.
    @inlinable
    public func part(_ range: Range<Int>) -> ByteView {
        precondition(range.lowerBound >= 0 && range.upperBound <= memory.count, "a part lies in its bytes")
        return ByteView(UnsafeRawBufferPointer(rebasing: memory[range]), of: file)
    }

    /// Calls `body` with the bytes.
    @inlinable
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        try body(memory.assumingMemoryBound(to: UInt8.self))
    }

    /// The bytes as libyaml and the readers of reports take them; they are there as long as the file is.
    @inlinable package var unsafeBytes: UnsafeRawBufferPointer { memory }
}

extension ByteView {
    /// The first place of a byte at a place or after it; nil where there is none.
    package func firstPlace(of byte: UInt8, from start: Int) -> Int? {
        memory.firstPlace(of: byte, from: start, to: memory.count)
    }

    /// Whether others are the same.
    package func isSame(as other: ByteView) -> Bool { memory.equals(other.memory) }

    /// Whether they are valid UTF-8.
    package var isValidUTF8: Bool { memory.isValidUTF8 }

    /// Whether eight bytes from a place on are all printable ASCII; they must be there.
    package func arePrintable(eightFrom place: Int) -> Bool { EightBytes(memory, at: place).arePrintable }
}
