import Glibc

extension UnsafeRawBufferPointer {
    /// The first place of a byte at a place or after it, before `end`; nil where there is none.
    package func firstPlace(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let base = baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - base
    }

    /// A part of the bytes.
    @inlinable package func part(_ range: Range<Int>) -> Self { Self(rebasing: self[range]) }

    /// Whether another buffer holds the same bytes.
    package func equals(_ other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count, let left = baseAddress, let right = other.baseAddress else {
            return count == other.count
        }
        return left == right || memcmp(left, right, count) == 0
    }
}

extension Span<UInt8> {
    /// The first place of a byte at a place or after it, before `end`; nil where there is none.
    package func firstPlace(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        withUnsafeBytes { $0.firstPlace(of: byte, from: start, to: end) }
    }
}

/// Memory that grows in place where the system can; whoever asks for it gives it back.
package enum GrowingMemory {
    /// Memory of a size that holds what the old memory did, as far as it goes; the old memory is gone.
    package static func resized(_ old: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
        guard let memory = realloc(old, size) else { preconditionFailure("there is no memory for \(size) bytes") }
        if size >= 4 << 20 {
            // Few large pages are mapped much faster than thousands of small ones; where that fails, these do as well.
            let start = memory.alignedUp(toMultipleOf: 4096)
            _ = madvise(start, size - memory.distance(to: start), MADV_HUGEPAGE)
        }
        return memory
    }

    /// Gives memory back.
    package static func release(_ memory: UnsafeMutableRawPointer) { free(memory) }
}
