import Diagnostics
import SystemIO

/// Reads a long file in pieces side by side.
///
/// **The fast path.** libyaml reads a text from left to right and keeps little in mind: the open brackets and quotes,
/// the indentations, what it expects next. At the beginning of a line that is the next item of an indented list it has
/// nothing open but this list and what the list stands in; so the items after it read the same when a parser begins
/// there, only that lines count from the cut. Each piece's nodes go to a region of the document's memory, with a jump to
/// the next region behind them.
///
/// Whether a cut is such a place isn't guessed but seen in what the parsers say of the pieces. The piece before must end
/// well, with the list as its last value and nothing on the line of the cut; so no quote, bracket or block of text goes
/// on over the cut. The piece after must be one list at the same column and nothing else; so no key comes back to an
/// outer level. And where there is anything to report, an alias, a document marker or a passed limit, the pieces are
/// thrown away and the file is read whole: every message comes from one parser over the whole file. Tests compare both
/// ways over random and damaged files.
struct PieceParser {
    let text: ByteView
    let file: FileID
    let limits: YAMLLimits

    /// The document, or nil when the file must be read whole.
    func parse(_ plan: CutPlan) -> YAMLDocument? {
        let nodes = FlatArray<NodeRecord>(capacity: text.count / 4)
        let arena = FlatArray<UInt8>(capacity: text.count)
        let nodesPerByte = Double(nodes.reserved) / Double(text.count)
        let (text, file, limits, pieces) = (text, file, limits, plan.pieces)
        let readings = parallelMap(pieces.count) { number -> Reading? in
            let bytes = pieces[number].bytes
            let region = Int(Double(bytes.lowerBound) * nodesPerByte)..<Int(Double(bytes.upperBound) * nodesPerByte)
            // After a cut the outermost mapping isn't seen.
            let depth = number == 0 ? limits.depth : limits.depth - 1
            let own = FlatArray(region: region, of: nodes)
            var builder = TreeBuilder(
                SourceText(text.part(bytes)), file: file,
                limits: YAMLLimits(bytes: limits.bytes, depth: depth, nodes: limits.nodes),
                nodes: own, arena: FlatArray(region: bytes, of: arena), firstLine: pieces[number].firstLine)
            guard builder.readEvents(), own.hasRoom(for: 1) else { return nil }
            let reading = Reading(builder)
            // The next piece's outermost list is passed over: the list goes on with what is in it.
            if number + 1 < pieces.count { own.append(.jump(to: region.upperBound + 1)) }
            return reading
        }
        guard let ends = join(readings.compactMap(\.self), of: plan, in: nodes) else { return nil }
        nodes.takeRegions(upTo: ends.nodes)
        arena.takeRegions(upTo: ends.arena)
        nodes.shrink()
        arena.shrink()
        return YAMLDocument(file: file, nodes: nodes, arena: arena, hasAliases: false)
    }

    /// What the parser says of one piece.
    private struct Reading: Sendable {
        /// The piece's nodes, the outermost one first.
        var nodes: Range<Int>
        var arenaEnd: Int
        var expandedCount: Int
        var isPlain: Bool
        var lastEnd: Mark
        var textEnd: Mark

        init(_ builder: TreeBuilder) {
            nodes = builder.root..<builder.nodes.count
            arenaEnd = builder.arena.count
            expandedCount = builder.expandedCount
            isPlain =
                builder.diagnostics.isEmpty && builder.anchors.isEmpty && !builder.hasAliases && !builder.hasEndMarker
                && (!builder.hasStartMarker || builder.root == 0)
            lastEnd = builder.lastEnd
            textEnd = builder.textEnd
        }
    }

    /// Ties the pieces together where all of them are as they must be, and tells where nodes and texts end.
    private func join(
        _ readings: [Reading], of plan: CutPlan, in nodes: FlatArray<NodeRecord>
    ) -> (nodes: Int, arena: Int)? {
        guard readings.count == plan.pieces.count, readings.allSatisfy({ $0.isPlain && !$0.nodes.isEmpty }) else {
            return nil
        }
        let (first, last) = (readings[0], readings[readings.count - 1])
        // The list itself stands in each piece and counts once.
        let expandedCount = readings.reduce(1 - readings.count) { $0 + $1.expandedCount }
        guard expandedCount <= limits.nodes else { return nil }
        let all = nodes.base
        guard let list = openList(first, in: all, at: plan.indentation) else { return nil }
        for (reading, piece) in zip(readings, plan.pieces).dropLast() {
            let cut = Mark(line: UInt32(piece.lineFeeds), column: 0)
            guard reading.textEnd == cut, reading.lastEnd < cut else { return nil }
        }
        for reading in readings.dropFirst() {
            let root = all[reading.nodes.lowerBound]
            guard isBlockList(root, at: plan.indentation), Int(root.next) == reading.nodes.upperBound else {
                return nil
            }
        }

        let end = all[last.nodes.lowerBound].end
        for next in readings.dropFirst() { all[list].count += all[next.nodes.lowerBound].count }
        for index in [0, list] {
            all[index].end = end
            all[index].next = UInt32(last.nodes.upperBound)
        }
        return (last.nodes.upperBound, last.arenaEnd)
    }

    /// The list that is open where the first piece ends: the last value of the outermost mapping.
    private func openList(_ reading: Reading, in nodes: UnsafeMutablePointer<NodeRecord>, at column: Int) -> Int? {
        guard nodes[0].kind == .mapping, nodes[0].style == .block, nodes[0].start.column < column else { return nil }
        var last: Int?
        var index = 1
        while index < reading.nodes.upperBound {
            let value = Int(nodes[index].next)
            last = value
            index = Int(nodes[value].next)
        }
        guard let last, isBlockList(nodes[last], at: column) else { return nil }
        return last
    }

    private func isBlockList(_ node: NodeRecord, at column: Int) -> Bool {
        node.kind == .list && node.style == .block && Int(node.start.column) == column
    }
}

extension NodeRecord {
    /// No node, but where the next one stands.
    fileprivate static func jump(to index: Int) -> NodeRecord {
        let nowhere = Mark(line: 0, column: 0)
        return NodeRecord(
            start: nowhere, end: nowhere, payload: 0, count: 0, next: UInt32(index), kind: .jump, style: .block)
    }
}
