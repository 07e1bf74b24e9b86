import Diagnostics

/// A key of an open mapping: a hash of its bytes, and its node.
struct KeyEntry {
    var hash: UInt32
    var node: UInt32
}

extension TreeBuilder {
    /// Notes a scalar key, and reports what can be told of it alone.
    mutating func takeKey(_ index: Int) {
        let record = nodes[index]
        if record.count == 0 {
            diagnostics.append(.emptyKey(range(record.start, record.end)))
            nodes[index].flags.insert(.rejectedKey)
        } else if record.style == .plain, record.count == 2, keyBytes(index).allSatisfy({ $0 == UInt8(ascii: "<") }) {
            diagnostics.append(.mergeKey(range(record.start, record.end)))
            nodes[index].flags.insert(.rejectedKey)
        }
        keys.append(KeyEntry(hash: hash(of: keyBytes(index)), node: UInt32(index)))
    }

    /// Reports a key that isn't a scalar.
    mutating func rejectKey(_ index: Int, _ what: String) {
        nodes[index].flags.insert(.rejectedKey)
        diagnostics.append(.nonScalarKey(range(nodes[index].start, nodes[index].end), what))
        frame.rejected += 1
    }

    /// Reports the keys of a finished mapping that stand twice, forgets them all, and returns how many pairs are not
    /// to be shown.
    mutating func finishKeys(from first: Int) -> UInt32 {
        defer { keys.removeSubrange(first...) }
        if keys.count - first <= 24 { compareInPairs(from: first) } else { compareSorted(from: first) }
        var rejected: UInt32 = 0
        for entry in keys[first...] where nodes[Int(entry.node)].flags.contains(.rejectedKey) { rejected += 1 }
        return rejected
    }

    private mutating func compareInPairs(from first: Int) {
        for later in first..<keys.count {
            for earlier in first..<later where keys[earlier].hash == keys[later].hash {
                if rejectIfEqual(later, earlier) { break }
            }
        }
    }

    /// The same for big mappings: equal keys become neighbours, so that time stays n log n.
    private mutating func compareSorted(from first: Int) {
        let sorted = (first..<keys.count).sorted { left, right in
            let (a, b) = (keys[left], keys[right])
            if a.hash != b.hash { return a.hash < b.hash }
            let (leftBytes, rightBytes) = (keyBytes(Int(a.node)), keyBytes(Int(b.node)))
            if leftBytes.says(rightBytes) { return a.node < b.node }
            return leftBytes.lexicographicallyPrecedes(rightBytes)
        }
        var original = sorted[0]
        for key in sorted.dropFirst() where !rejectIfEqual(key, original) { original = key }
    }

    /// Reports the key at `later` when it says the same as the one at `earlier`.
    private mutating func rejectIfEqual(_ later: Int, _ earlier: Int) -> Bool {
        let (node, first) = (Int(keys[later].node), Int(keys[earlier].node))
        guard !nodes[node].flags.contains(.rejectedKey), keyBytes(node).says(keyBytes(first)) else {
            return false
        }
        nodes[node].flags.insert(.rejectedKey)
        diagnostics.append(
            .duplicateKey(
                range(nodes[node].start, nodes[node].end), String(decoding: keyBytes(node), as: UTF8.self),
                first: range(nodes[first].start, nodes[first].end)))
        return true
    }

    private func keyBytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let record = nodes[index]
        return UnsafeBufferPointer(start: arena.base + Int(record.payload), count: Int(record.count))
    }

    /// A quick number that equal keys share: from the length, the first and the last eight bytes.
    private func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let raw = UnsafeRawBufferPointer(bytes)
        var mixed = UInt64(truncatingIfNeeded: bytes.count)
        if raw.count >= 8 {
            mixed ^= raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            mixed = mixed &* 0x9E37_79B9_7F4A_7C15
            mixed ^= raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
        } else {
            for byte in raw { mixed = mixed << 8 ^ UInt64(byte) }
        }
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
