extension String {
    /// The candidate that is most likely meant by this text, or nil when none is near.
    ///
    /// Near means an edit distance (insert, delete, replace, swap of neighbours) of at most a third of the longer
    /// text, and at least one; the first of equally near candidates wins.
    public func nearest(in candidates: some Sequence<String>) -> String? {
        let text = Array(lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(text.count, other.count) / 3)
            if abs(text.count - other.count) > limit { continue }
            let distance = editDistance(text, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }
}

/// The Damerau–Levenshtein distance of two texts, neighbours swapped at most once (optimal string alignment).
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
        var row = [i]
        row.reserveCapacity(right.count + 1)
        for j in 1...right.count {
            let same = left[i - 1] == right[j - 1]
            var cost = Swift.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                cost = Swift.min(cost, beforeLast[j - 2] + 1)
            }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[right.count]
}
