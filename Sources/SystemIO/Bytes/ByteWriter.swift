/// Bytes that are written one after the other, mostly a few at a time, into memory of their own.
///
/// It does what an array does, without asking at each step whether somebody else holds the array: nobody can.
package struct ByteWriter: ~Copyable {
    @usableFromInline var memory: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    /// The number of bytes written.
    package var count: Int { used }
    @usableFromInline var used = 0

    /// Begins with nothing written.
    package init(capacity: Int = 1 << 12) {
        self.capacity = max(64, capacity)
        memory = Self.memory(of: self.capacity, replacing: nil)
    }

    deinit { GrowingMemory.release(memory) }

    /// Takes back all that was written; the memory stays, for more.
    package mutating func removeAll() { used = 0 }

    /// Writes a byte.
    @inlinable
    package mutating func append(_ byte: UInt8) {
        if used == capacity { grow(by: 1) }
        memory[used] = byte
        used += 1
    }

    /// Writes bytes.
    @inlinable
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if capacity - used < bytes.count { grow(by: bytes.count) }
        (memory + used).update(from: start, count: bytes.count)
        used += bytes.count
    }

    /// Writes bytes.
    @inlinable
    package mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Writes bytes.
    @inlinable
    package mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

    /// Writes a text as UTF-8.
    @inlinable
    package mutating func append(_ text: String) {
        append(text.utf8.span)
    }

    /// Writes a whole number with decimal digits.
    ///
    /// It has a name, so that nobody writes the digits of a byte by mistake.
    package mutating func append(decimal number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = used
        var rest = number.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        // The last digit came first.
        var (left, right) = (start, used - 1)
        while left < right {
            (memory[left], memory[right]) = (memory[right], memory[left])
            (left, right) = (left + 1, right - 1)
        }
    }

    /// Makes room for so many bytes more, and for as many again as there are.
    @usableFromInline
    mutating func grow(by more: Int) {
        capacity = max(2 * capacity, used + more)
        memory = Self.memory(of: capacity, replacing: memory)
    }

    private static func memory(of size: Int, replacing old: UnsafeMutablePointer<UInt8>?) -> UnsafeMutablePointer<UInt8>
    {
        GrowingMemory.resized(old, to: size).assumingMemoryBound(to: UInt8.self)
    }

    /// What was written.
    package func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: memory, count: used))
    }

    /// What was written, as a value of its own.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: used)) }

    /// What was written, as a text.
    package var text: String { String(decoding: UnsafeBufferPointer(start: memory, count: used), as: UTF8.self) }
}
