import Diagnostics
import SystemIO

extension YAMLType {
    @inlinable
    static func items<Item: Sendable>(
        of node: YAMLNode, as type: YAMLType<Item>, in context: inout DecodingContext
    ) -> [Item] {
        context.forItems { context in
            let stretches = node.stretches()
            if stretches.count > 1 { return items(in: stretches, count: node.count, as: type, in: &context) }
            var result: [Item] = []
            result.reserveCapacity(node.count)
            for item in node.items {
                if let value = type.decode(item, in: &context) { result.append(value) }
            }
            return result
        }
    }

    /// Decodes the stretches of a long list side by side; values and diagnostics come out in the list's order.
    ///
    /// Each stretch writes its values into memory from the place of its first item on; where wrong items are left out,
    /// the later ones are moved up in the end. So no value is copied.
    @inlinable
    static func items<Item: Sendable>(
        in stretches: [ItemStretch], count: Int, as type: YAMLType<Item>, in context: inout DecodingContext
    ) -> [Item] {
        [Item](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Safe: stretches don't overlap, each slot is written by one call, and all calls are done before the slots
            // are read; a stretch has at most as many values as items.
            nonisolated(unsafe) let slots = buffer
            let counts = context.inParallel(stretches) { stretch, context in
                var slot = stretch.firstItem
                for item in stretch.items {
                    guard let value = type.decode(item, in: &context) else { continue }
                    slots.initializeElement(at: slot, to: value)
                    slot += 1
                }
                return slot - stretch.firstItem
            }
            for (stretch, count) in zip(stretches, counts) {
                if initialized < stretch.firstItem {
                    let values = buffer.extracting(stretch.firstItem..<stretch.firstItem + count)
                    _ = buffer.extracting(initialized...).moveInitialize(fromContentsOf: values)
                }
                initialized += count
            }
        }
    }
}

/// Neighbouring items of a long list that are decoded by one call.
@usableFromInline
struct ItemStretch: Sendable {
    /// The place of the first item in the list, from 0.
    @usableFromInline var firstItem: Int
    @usableFromInline var items: YAMLItems
}

extension YAMLNode {
    /// The items of a long list in a stretch for each core; nothing for other lists.
    @usableFromInline
    func stretches() -> [ItemStretch] {
        let record = record
        let (first, end, count) = (target + 1, record.next, Int(record.count))
        // Less takes less time than it takes to wake another thread for it.
        guard record.kind == .list, count >= 64, end - first >= 16_384 else { return [] }
        let width = parallelWidth()
        guard width > 1 else { return [] }
        let size = (count + width - 1) / width
        var result: [ItemStretch] = []
        var (start, node) = (first, first)
        for item in 1...count {
            node = document.nodes[Int(document.item(at: node))].next
            guard item % size == 0 || item == count else { continue }
            let items = YAMLItems(document: document, from: start, to: node)
            result.append(ItemStretch(firstItem: result.count * size, items: items))
            start = node
        }
        return result
    }
}

extension DecodingContext {
    /// Runs `body` for all stretches side by side, each with a context of its own, and adds up what they report.
    @usableFromInline
    mutating func inParallel(
        _ stretches: [ItemStretch], _ body: @Sendable (ItemStretch, inout DecodingContext) -> Int
    ) -> [Int] {
        var empty = self
        empty.diagnostics = []
        let start = empty
        let readings = parallelMap(stretches.count) { number in
            var context = start
            let count = body(stretches[number], &context)
            return (count: count, diagnostics: context.diagnostics)
        }
        for reading in readings { diagnostics += reading.diagnostics }
        return readings.map(\.count)
    }
}
