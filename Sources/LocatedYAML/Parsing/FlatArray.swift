#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Plain values in one block of memory that grows in place where the system can, unlike `Array`, which copies.
///
/// `@unchecked Sendable`: only ``TreeBuilder`` writes, before the document that keeps the array exists; from then on it
/// is only read.
final class FlatArray<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        base = Self.allocate(nil, self.capacity)
    }

    deinit { free(base) }

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
        reserve(added)
        (base + count).initialize(from: elements, count: added)
        count += added
    }

    /// Makes room for so many more values.
    func reserve(_ added: Int) {
        if count + added > capacity { grow(to: count + added) }
    }

    /// Gives back what was reserved for more.
    func shrink() {
        capacity = max(count, 16)
        base = Self.allocate(base, capacity)
    }

    private func grow(to needed: Int) {
        capacity = max(needed, capacity + capacity / 2)
        base = Self.allocate(base, capacity)
    }

    private static func allocate(_ old: UnsafeMutablePointer<Element>?, _ capacity: Int) -> UnsafeMutablePointer<
        Element
    > {
        let size = capacity * MemoryLayout<Element>.stride
        guard let memory = realloc(old, size) else { preconditionFailure("no memory for \(capacity) more values") }
        if size >= 4 << 20 { askForLargePages(memory, size) }
        return memory.bindMemory(to: Element.self, capacity: capacity)
    }

    /// Lets the system map big blocks in few large pages, which is much faster than thousands of small ones.
    private static func askForLargePages(_ memory: UnsafeMutableRawPointer, _ size: Int) {
        #if os(Linux)
        let page = 4096
        let start = memory.alignedUp(toMultipleOf: page)
        // Advice only: where it fails, small pages do as well.
        _ = madvise(start, size - memory.distance(to: start), MADV_HUGEPAGE)
        #endif
    }
}
