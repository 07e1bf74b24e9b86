import SystemIO

/// Plain values in one block of memory that grows in place where the system can, unlike `Array`, which copies.
///
/// `@unchecked Sendable`: only ``TreeBuilder`` writes, before the document that keeps the array exists; from then on it
/// is only read. Where several builders write at once, each writes to a region of its own.
final class FlatArray<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int
    /// The array that a region belongs to, which keeps its memory; a region doesn't grow.
    private let whole: FlatArray?

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = Self.allocate(nil, self.capacity)
        whole = nil
    }

    /// The part of the memory that `whole` has reserved, from one index to another; indices are those of `whole`.
    init(region: Range<Int>, of whole: FlatArray) {
        precondition(region.lowerBound >= 0 && region.upperBound <= whole.capacity, "a region lies in its array")
        base = whole.base
        count = region.lowerBound
        capacity = region.upperBound
        self.whole = whole
    }

    deinit { if whole == nil { GrowingMemory.release(base) } }

    /// Whether so many more values can be appended.
    @inline(__always) func hasRoom(for added: Int) -> Bool { count + added <= capacity || whole == nil }

    /// How many values there is memory for.
    var reserved: Int { capacity }

    /// Takes over what the regions hold, up to an index.
    func takeRegions(upTo end: Int) {
        precondition(end <= capacity, "regions lie in their array")
        count = end
    }

    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count, "an index belongs to its document")
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count, "an index belongs to its document")
            base[index] = newValue
        }
    }

    func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count += 1
    }

    func append(_ elements: UnsafePointer<Element>, count added: Int) {
        if count + added > capacity { grow(to: count + added) }
        (base + count).initialize(from: elements, count: added)
        count += added
    }

    /// Gives back what was reserved for more.
    func shrink() {
        capacity = max(count, 16)
        base = Self.allocate(base, capacity)
    }

    private func grow(to needed: Int) {
        precondition(whole == nil, "a builder asks whether a region has room")
        capacity = max(needed, capacity + capacity / 2)
        base = Self.allocate(base, capacity)
    }

    private static func allocate(_ old: UnsafeMutablePointer<Element>?, _ capacity: Int) -> UnsafeMutablePointer<
        Element
    > {
        GrowingMemory.resized(old, to: capacity * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: capacity)
    }
}
