internal import CLibYAML
import Diagnostics
import SystemIO

/// Turns libyaml's events into the flat arrays of a document.
struct TreeBuilder {
    var text: SourceText
    let file: FileID
    let limits: YAMLLimits
    var diagnostics: [Diagnostic] = []
    let nodes: FlatArray<NodeRecord>
    let arena: FlatArray<UInt8>
    /// The index of the outermost node.
    let root: Int
    /// The lines of the file before this text, where the text is a piece of it.
    let firstLine: UInt32
    /// The list or mapping that is open and takes the next node; at first the file itself.
    var frame = Frame(node: 0, isMapping: false, isFlow: false, expectsKey: false, firstKey: 0, expandedBefore: 0)
    /// What is open around it, outermost first.
    var outerFrames: [Frame] = []
    /// The keys of all open mappings.
    var keys: [KeyEntry] = []
    var anchors: [String: Anchor] = [:]
    /// The names of the anchors whose list or mapping is open, outermost first.
    private var openAnchors: [String] = []
    /// Nodes so far, each alias counted as what it stands for.
    var expandedCount = 0
    /// Whether some node stands in several places.
    var hasAliases = false
    /// Whether libyaml met a character that ``CharacterCheck`` tells better.
    var stoppedAtCharacter = false
    /// Whether `---` stands before the document.
    var hasStartMarker = false
    /// Whether `...` stands after the document.
    var hasEndMarker = false
    /// Where the node that was finished last ends.
    var lastEnd = Mark(line: 0, column: 0)
    /// Whether a text may be cut by a comment.
    let mayBeCut: Bool
    /// Where the text ends; known when all of it was read.
    var textEnd = Mark(line: 0, column: 0)

    /// A list or mapping that is open; plain values, since one is made and thrown away for each.
    struct Frame {
        var node: Int
        var isMapping: Bool
        var isFlow: Bool
        /// Whether the next node is a key.
        var expectsKey: Bool
        var hasAnchor = false
        var count: UInt32 = 0
        /// Where the keys of this mapping begin in `keys`.
        var firstKey: Int
        /// Pairs that aren't shown because their key isn't a scalar.
        var rejected: UInt32 = 0
        /// The levels below this one, aliases followed.
        var height = 0
        var expandedBefore: Int
    }

    /// A node that aliases may stand for.
    struct Anchor {
        var node: Int
        var range: SourceRange
        var height = 0
        var expandedCount = 1
        var isOpen = true
    }

    init(_ text: SourceText, file: FileID, limits: YAMLLimits) {
        // Reserved memory costs nothing until it is written to.
        self.init(
            text, file: file, limits: limits, nodes: FlatArray(capacity: text.bytes.count / 6),
            arena: FlatArray(capacity: text.bytes.count))
    }

    /// A builder for a piece of a file, with the lines before it; its nodes and texts go where they are told to.
    init(
        _ text: SourceText, file: FileID, limits: YAMLLimits, nodes: FlatArray<NodeRecord>, arena: FlatArray<UInt8>,
        firstLine: Int = 0
    ) {
        self.text = text
        self.file = file
        self.limits = limits
        self.nodes = nodes
        self.arena = arena
        self.firstLine = UInt32(firstLine)
        root = nodes.count
        mayBeCut = text.mayCutTexts
    }

    /// Reads all events and makes the document; nil when the structure can't be told.
    mutating func build() -> YAMLDocument? {
        readEvents() ? document() : nil
    }

    /// Reads all events; false when the structure can't be told.
    mutating func readEvents() -> Bool {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        precondition(yaml_parser_initialize(parser) == 1, "libyaml has no memory for its parser")
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let bytes = text.bytes.unsafeBytes.assumingMemoryBound(to: UInt8.self)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)

        var step = Step.goOn
        let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
        defer { event.deallocate() }
        while step == .goOn {
            guard yaml_parser_parse(parser, event) == 1 else {
                stoppedAtCharacter = parser.pointee.error == YAML_READER_ERROR
                diagnostics.append(syntaxDiagnostic(parser))
                return false
            }
            step = take(event)
            yaml_event_delete(event)
        }
        return step == .finished
    }

    /// What follows from an event.pointee.
    enum Step {
        case goOn, finished, failed
    }

    private mutating func take(_ event: UnsafePointer<yaml_event_t>) -> Step {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: return takeScalar(event)
        case YAML_ALIAS_EVENT: return takeAlias(event)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.pointee.data.sequence_start
            let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
            return open(.list, event, isFlow: isFlow, anchor: data.anchor, tag: data.tag)
        case YAML_MAPPING_START_EVENT:
            let data = event.pointee.data.mapping_start
            let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
            return open(.mapping, event, isFlow: isFlow, anchor: data.anchor, tag: data.tag)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            close(event)
            return .goOn
        case YAML_DOCUMENT_START_EVENT: return startDocument(event)
        case YAML_DOCUMENT_END_EVENT:
            if event.pointee.data.document_end.implicit == 0 { hasEndMarker = true }
            return .goOn
        case YAML_STREAM_END_EVENT:
            textEnd = Mark(event.pointee.end_mark)
            return .finished
        default: return .goOn
        }
    }

    private mutating func startDocument(_ event: UnsafePointer<yaml_event_t>) -> Step {
        let data = event.pointee.data.document_start
        if data.implicit == 0 { hasStartMarker = true }
        if nodes.count > root {
            diagnostics.append(.secondDocument(range(Mark(event.pointee.start_mark), Mark(event.pointee.end_mark))))
            return .finished
        }
        if data.version_directive != nil || data.tag_directives.start != data.tag_directives.end {
            let start = Mark(event.pointee.start_mark)
            diagnostics.append(.directive(range(start, text.endOfLine(start.line))))
        }
        return .goOn
    }

    private mutating func document() -> YAMLDocument {
        let saysNothing =
            nodes.count == 0
            || (nodes.count == 1 && nodes[0].kind == .scalar && nodes[0].count == 0
                && nodes[0].style == .plain)
        if saysNothing {
            let start = nodes.count == 0 ? Mark(line: 0, column: 0) : nodes[0].start
            let root = NodeRecord(
                start: start, end: start, payload: 0, count: 0, next: 1, kind: .mapping, style: .block)
            if nodes.count == 0 { nodes.append(root) } else { nodes[0] = root }
        }
        nodes.shrink()
        arena.shrink()
        return YAMLDocument(file: file, nodes: nodes, arena: arena, hasAliases: hasAliases)
    }

    func range(_ start: Mark, _ end: Mark) -> SourceRange {
        SourceRange(file: file, start: start.position, end: end.position)
    }
}

// MARK: - Scalars and aliases

extension TreeBuilder {
    private mutating func takeScalar(_ event: UnsafePointer<yaml_event_t>) -> Step {
        let data = event.pointee.data.scalar
        var start = Mark(event.pointee.start_mark)
        var end = Mark(event.pointee.end_mark)
        let style = YAMLStyle(data.style)
        if data.anchor != nil || data.tag != nil {
            start = min(takeProperties(at: start, hasTag: data.tag != nil), end)
        }
        if style == .literal || style == .folded { end = trimmedEnd(start, end) }
        guard makeRoom(at: start, end), arena.hasRoom(for: data.length) else { return .failed }
        let index = nodes.count
        nodes.append(
            NodeRecord(
                start: placed(start), end: placed(end), payload: UInt32(arena.count), count: UInt32(data.length),
                next: UInt32(index + 1),
                kind: .scalar, style: style))
        arena.append(data.value, count: data.length)
        checkText(UnsafeBufferPointer(start: data.value, count: data.length), style, start, end)
        if let name = data.anchor {
            declare(String(cString: name), Anchor(node: index, range: range(start, end), isOpen: false))
        }
        lastEnd = end
        if frame.expectsKey { takeKey(index) }
        childDone(height: 0)
        return .goOn
    }

    private mutating func takeAlias(_ event: UnsafePointer<yaml_event_t>) -> Step {
        let (start, end) = (Mark(event.pointee.start_mark), Mark(event.pointee.end_mark))
        let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
        guard let anchor = anchors[name] else {
            diagnostics.append(.undefinedAlias(range(start, end), name, known: anchors.keys.sorted()))
            return .failed
        }
        guard !anchor.isOpen else {
            diagnostics.append(.recursiveAlias(range(start, end), name, anchor: anchor.range))
            return .failed
        }
        guard outerFrames.count + anchor.height <= limits.depth else {
            diagnostics.append(.tooDeep(range(start, end), limit: limits.depth))
            return .failed
        }
        expandedCount += anchor.expandedCount - 1
        hasAliases = true
        guard makeRoom(at: start, end) else { return .failed }
        let index = nodes.count
        nodes.append(
            NodeRecord(
                start: placed(start), end: placed(end), payload: UInt32(anchor.node), count: 0, next: UInt32(index + 1),
                kind: .alias,
                style: .plain))
        lastEnd = end
        if frame.expectsKey { rejectKey(index, "an alias") }
        childDone(height: anchor.height)
        return .goOn
    }

    /// A place of this text as one of the file.
    @inline(__always) private func placed(_ mark: Mark) -> Mark {
        Mark(line: mark.line + firstLine, column: mark.column)
    }

    /// Counts one more node; false, with a diagnostic, when there are too many, or when the piece has more than
    /// expected.
    private mutating func makeRoom(at start: Mark, _ end: Mark) -> Bool {
        expandedCount += 1
        if expandedCount <= limits.nodes { return nodes.hasRoom(for: 1) }
        diagnostics.append(.tooManyNodes(range(start, end), limit: limits.nodes))
        return false
    }

    private mutating func takeProperties(at start: Mark, hasTag: Bool) -> Mark {
        let properties = text.properties(at: start)
        if hasTag, let tag = properties.tag {
            diagnostics.append(.explicitTag(range(tag.start, tag.end), content: properties.content.position))
        }
        return properties.content
    }

    private mutating func declare(_ name: String, _ anchor: Anchor) {
        if let first = anchors[name] {
            diagnostics.append(.duplicateAnchor(anchor.range, name, first: first.range))
        }
        anchors[name] = anchor
    }

    /// The end of a block scalar's last line; libyaml's own mark is after the blank lines that follow.
    private mutating func trimmedEnd(_ start: Mark, _ end: Mark) -> Mark {
        var line = end.column == 0 && end.line > start.line ? end.line - 1 : end.line
        var result = text.endOfLine(line)
        while result.column == 0, line > start.line {
            line -= 1
            result = text.endOfLine(line)
        }
        return max(start, result)
    }
}

// MARK: - Lists and mappings

extension TreeBuilder {
    private mutating func open(
        _ kind: NodeRecord.Kind, _ event: UnsafePointer<yaml_event_t>, isFlow: Bool,
        anchor: UnsafeMutablePointer<yaml_char_t>?,
        tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> Step {
        var start = Mark(event.pointee.start_mark)
        if anchor != nil || tag != nil { start = takeProperties(at: start, hasTag: tag != nil) }
        let end = max(start, Mark(event.pointee.end_mark))
        guard outerFrames.count < limits.depth else {
            diagnostics.append(.tooDeep(range(start, end), limit: limits.depth))
            return .failed
        }
        guard makeRoom(at: start, end) else { return .failed }
        let index = nodes.count
        nodes.append(
            NodeRecord(
                start: placed(start), end: placed(end), payload: 0, count: 0, next: 0, kind: kind,
                style: isFlow ? .flow : .block))
        outerFrames.append(frame)
        frame = Frame(
            node: index, isMapping: kind == .mapping, isFlow: isFlow, expectsKey: kind == .mapping,
            firstKey: keys.count, expandedBefore: expandedCount - 1)
        if let anchor {
            let name = String(cString: anchor)
            declare(name, Anchor(node: index, range: range(start, end)))
            frame.hasAnchor = true
            openAnchors.append(name)
        }
        return .goOn
    }

    private mutating func close(_ event: UnsafePointer<yaml_event_t>) {
        guard let outer = outerFrames.popLast() else { preconditionFailure("libyaml balances its events") }
        let closed = frame
        frame = outer
        let (start, end) = (Mark(event.pointee.start_mark), Mark(event.pointee.end_mark))
        // Only a closing bracket has a width of its own; everything else ends with its last child.
        if closed.isFlow, start != end { lastEnd = end }
        var count = closed.count
        if closed.isMapping { count -= closed.rejected + finishKeys(from: closed.firstKey) }
        nodes.finish(closed.node, end: placed(lastEnd), count: count)
        if frame.expectsKey { rejectKey(closed.node, closed.isMapping ? "a mapping" : "a list") }
        let height = closed.height + 1
        if closed.hasAnchor, let name = openAnchors.popLast(), anchors[name]?.node == closed.node {
            anchors[name]?.height = height
            anchors[name]?.expandedCount = expandedCount - closed.expandedBefore
            anchors[name]?.isOpen = false
        }
        childDone(height: height)
    }

    /// Tells the open list or mapping that a child is complete.
    private mutating func childDone(height: Int) {
        if height > frame.height { frame.height = height }
        if frame.expectsKey {
            frame.expectsKey = false
        } else {
            frame.count += 1
            frame.expectsKey = frame.isMapping
        }
    }
}

extension FlatArray<NodeRecord> {
    /// Notes where a list or mapping ends and how much is in it, once all that is in it stands behind it.
    fileprivate func finish(_ index: Int, end: Mark, count: UInt32) {
        precondition(index < self.count, "an index belongs to its document")
        base[index].end = end
        base[index].count = count
        base[index].next = UInt32(self.count)
    }
}

extension Mark {
    init(_ mark: yaml_mark_t) {
        self.init(line: UInt32(truncatingIfNeeded: mark.line), column: UInt32(truncatingIfNeeded: mark.column))
    }
}

extension YAMLStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}
