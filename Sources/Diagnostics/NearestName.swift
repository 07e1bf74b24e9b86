extension String {
    /// The candidate that is most likely meant by this text, or nil when none is near.
    ///
    /// Near means an edit distance (insert, delete, replace, swap of neighbours) of at most a third of the longer text
    /// once both are folded (``foldedForComparison``); a text of one or two characters must therefore be the same but
    /// for case and accents, or lack one of three. The nearest wins, of equally near ones the one whose unfolded
    /// spelling is nearer, then the first.
    public func nearest(in candidates: some Sequence<String>) -> String? {
        let text = foldedForComparison.unicodeScalars.map(\.value)
        var best: (name: String, distance: Int, spelling: Int)?
        for candidate in candidates {
            let other = candidate.foldedForComparison.unicodeScalars.map(\.value)
            let limit = Swift.min(Swift.max(text.count, other.count) / 3, best?.distance ?? .max)
            guard let distance = editDistance(text, other, atMost: limit) else { continue }
            let (spelt, otherSpelt) = (Array(unicodeScalars.map(\.value)), Array(candidate.unicodeScalars.map(\.value)))
            let spelling = editDistance(spelt, otherSpelt, atMost: .max) ?? .max
            if let best, (distance, spelling) >= (best.distance, best.spelling) { continue }
            best = (candidate, distance, spelling)
        }
        return best?.name
    }

    /// The text without what people tell apart only by accident: case, accents, and whether words are joined by a space,
    /// a hyphen or an underscore; white space around it is left out.
    ///
    /// Two texts with the same folded form are the same word for a person; `"En Trámite"` folds to `"en-tramite"`.
    public var foldedForComparison: String {
        String(decoding: foldedForSearch.utf8.map { $0 == 0x20 || $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    }
}

/// The Damerau–Levenshtein distance of two texts, neighbours swapped at most once (optimal string alignment).
///
/// - Returns: the distance, or nil as soon as it must be more than `limit`.
private func editDistance(_ left: [UInt32], _ right: [UInt32], atMost limit: Int) -> Int? {
    if abs(left.count - right.count) > limit { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = Array(repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = beforeLast
    for i in 1...left.count {
        row[0] = i
        var nearest = i
        for j in 1...right.count {
            let same = left[i - 1] == right[j - 1]
            var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                cost = min(cost, beforeLast[j - 2] + 1)
            }
            row[j] = cost
            nearest = min(nearest, cost)
        }
        // A swap may still step over this row, from the one before it.
        if nearest > limit, last.allSatisfy({ $0 > limit }) { return nil }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
