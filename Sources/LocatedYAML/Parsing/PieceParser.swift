import Diagnostics

/// Reads a long file in pieces side by side.
///
/// **The fast path.** libyaml reads a text from left to right and keeps little in mind: the open brackets and quotes,
/// the indentations, what it expects next. At the beginning of a line that is the next item of an indented list it has
/// nothing open but this list and what the list stands in; so the items after it read the same when a parser begins
/// there, only that lines count from the cut. The pieces' nodes, put one after the other, with lines, indices and
/// offsets shifted, are bit for bit those that one parser makes.
///
/// Whether a cut is such a place isn't guessed but seen in what the parsers say of the pieces. The piece before must end
/// well, with the list as its last value and nothing on the line of the cut; so no quote, bracket or block of text goes
/// on over the cut. The piece after must be one list at the same column and nothing else; so no key comes back to an
/// outer level. And where there is anything to report, an alias, a document marker or a passed limit, the pieces are
/// thrown away and the file is read whole: every message comes from one parser over the whole file. Tests compare both
/// ways over random and damaged files.
struct PieceParser {
    let text: UnsafeRawBufferPointer
    let file: FileID
    let limits: YAMLLimits

    /// The document, or nil when the file must be read whole.
    func parse(_ plan: CutPlan) -> YAMLDocument? {
        // Safe: the bytes are only read, and parallelMap doesn't return before all readers are done.
        nonisolated(unsafe) let text = text
        let (file, limits, pieces) = (file, limits, plan.pieces)
        let readings = parallelMap(pieces.count) { number in
            let isFirst = number == 0
            let own = YAMLLimits(
                bytes: limits.bytes, depth: isFirst ? limits.depth : limits.depth - 1, nodes: limits.nodes)
            let bytes = UnsafeRawBufferPointer(rebasing: text[pieces[number].bytes])
            var builder = TreeBuilder(SourceText(bytes), file: file, limits: own, size: isFirst ? text.count : nil)
            return builder.readEvents() ? Reading(builder) : nil
        }
        return join(readings, of: plan)
    }

    /// What the parser says of one piece.
    private struct Reading: Sendable {
        var nodes: FlatArray<NodeRecord>
        var arena: FlatArray<UInt8>
        var expandedCount: Int
        var isPlain: Bool
        var lastEnd: Mark
        var textEnd: Mark

        init(_ builder: TreeBuilder) {
            nodes = builder.nodes
            arena = builder.arena
            expandedCount = builder.expandedCount
            isPlain =
                builder.diagnostics.isEmpty && builder.anchors.isEmpty && !builder.hasAliases && !builder.hasMarkers
            lastEnd = builder.lastEnd
            textEnd = builder.textEnd
        }
    }

    private func join(_ readings: [Reading?], of plan: CutPlan) -> YAMLDocument? {
        guard let first = readings[0], let list = openList(first, at: plan.indentation) else { return nil }
        var expandedCount = 0
        for (piece, reading) in zip(plan.pieces, readings) {
            guard let reading, reading.isPlain, reading.nodes.count > 0 else { return nil }
            let isLast = piece.bytes.upperBound == text.count
            guard isLast || ends(reading, before: piece.lineFeeds) else { return nil }
            guard piece.firstLine == 0 || isListAlone(reading, at: plan.indentation) else { return nil }
            // The list itself stands in each piece.
            expandedCount += reading.expandedCount - (piece.firstLine == 0 ? 0 : 1)
        }
        guard expandedCount <= limits.nodes else { return nil }
        let (nodes, arena) = (first.nodes, first.arena)
        for (piece, reading) in zip(plan.pieces, readings).dropFirst() {
            guard let reading else { return nil }
            nodes[list].count += reading.nodes[0].count
            nodes.appendItems(reading.nodes, line: UInt32(piece.firstLine), payload: UInt32(arena.count))
            arena.append(reading.arena.base, count: reading.arena.count)
        }
        guard let (piece, last) = zip(plan.pieces, readings).suffix(1).first, let last else { return nil }
        let end = Mark(line: last.lastEnd.line + UInt32(piece.firstLine), column: last.lastEnd.column)
        for index in [0, list] {
            nodes[index].end = end
            nodes[index].next = UInt32(nodes.count)
        }
        nodes.shrink()
        arena.shrink()
        return YAMLDocument(file: file, nodes: nodes, arena: arena, hasAliases: false)
    }

    /// The list that is open where the first piece ends: the last value of the outermost mapping.
    private func openList(_ reading: Reading, at column: Int) -> Int? {
        let nodes = reading.nodes
        guard nodes.count > 0, nodes[0].kind == .mapping, nodes[0].style == .block, nodes[0].start.column < column
        else { return nil }
        var last: Int?
        var index = 1
        while index < nodes.count {
            let value = Int(nodes[index].next)
            last = value
            index = Int(nodes[value].next)
        }
        guard let last, isBlockList(nodes[last], at: column) else { return nil }
        return last
    }

    /// Whether the piece is whole at the cut: as many lines as were counted, and nothing on the line of the cut.
    private func ends(_ reading: Reading, before line: Int) -> Bool {
        reading.textEnd == Mark(line: UInt32(line), column: 0) && reading.lastEnd.line < line
    }

    private func isListAlone(_ reading: Reading, at column: Int) -> Bool {
        reading.nodes[0].start.line == 0 && Int(reading.nodes[0].next) == reading.nodes.count
            && isBlockList(reading.nodes[0], at: column)
    }

    private func isBlockList(_ node: NodeRecord, at column: Int) -> Bool {
        node.kind == .list && node.style == .block && Int(node.start.column) == column
    }
}

extension FlatArray<NodeRecord> {
    /// Appends all nodes of a list but the list itself, moved to their place in the whole file.
    fileprivate func appendItems(_ piece: FlatArray<NodeRecord>, line: UInt32, payload: UInt32) {
        let moved = UInt32(count) - 1
        reserve(piece.count - 1)
        for index in 1..<piece.count {
            var node = piece.base[index]
            node.start.line += line
            node.end.line += line
            node.next += moved
            if node.kind == .scalar { node.payload += payload }
            append(node)
        }
    }
}
