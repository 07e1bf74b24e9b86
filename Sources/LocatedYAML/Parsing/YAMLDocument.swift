public import Diagnostics
public import SystemIO

/// One YAML document as it was written, a tree of ``YAMLNode`` values: its nodes in one array, its bytes in another.
public final class YAMLDocument: Sendable {
    /// The file that all positions belong to.
    public let file: FileID
    let nodes: FlatArray<NodeRecord>
    let arena: FlatArray<UInt8>
    /// Whether some node stands in several places.
    let hasAliases: Bool

    init(file: FileID, nodes: FlatArray<NodeRecord>, arena: FlatArray<UInt8>, hasAliases: Bool) {
        precondition(nodes.count > 0, "a document has a root")
        self.file = file
        self.nodes = nodes
        self.arena = arena
        self.hasAliases = hasAliases
    }

    /// The outermost node; an empty mapping when the file says nothing.
    public var root: YAMLNode { YAMLNode(document: self, index: 0) }

    /// Reads UTF-8 bytes into a document, and everything that is wrong with them into diagnostics.
    ///
    /// The document is nil when its structure can't be told: wrong encoding, a syntax error, a limit passed. Otherwise
    /// it is there, even with errors, so that later stages can report theirs in the same run.
    public static func parse(
        _ bytes: FileBytes, file: FileID, limits: YAMLLimits = .default
    ) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
        guard bytes.count <= limits.bytes else {
            return (nil, [.fileTooLarge(file, bytes: bytes.count, limit: limits.bytes)])
        }
        let pieces = bytes.count / bytesWorthAPiece
        let result = parse(bytes, file: file, limits: limits, pieces: pieces > 1 ? min(parallelWidth(), pieces) : 1)
        // The document has its own copy of all texts.
        if pieces > 1 { bytes.release(of: 0..<bytes.count) }
        return result
    }

    /// The same, in so many pieces side by side where the text lets it be cut.
    static func parse(
        _ bytes: FileBytes, file: FileID, limits: YAMLLimits, pieces: Int
    ) -> (document: YAMLDocument?, diagnostics: [Diagnostic]) {
        let check = CharacterCheck(bytes.view, file: file)
        if check.isSurelyWrong { return (nil, check.run()) }
        if let plan = CutPlan(check.content, pieces: pieces),
            let document = PieceParser(text: check.content, file: file, limits: limits).parse(plan)
        {
            return (document, [])
        }
        var builder = TreeBuilder(SourceText(check.content), file: file, limits: limits)
        if let document = builder.build() { return (document, builder.diagnostics) }
        // What libyaml stopped at may come from a wrong character, or hide one further down.
        let problems = check.run()
        return (nil, problems + (builder.stoppedAtCharacter ? [] : builder.diagnostics))
    }

    /// Fewer bytes take less time than it takes to wake another thread for them.
    private static let bytesWorthAPiece = 256 << 10

    /// The item of a list that begins at an index or, after a jump, elsewhere.
    @inline(__always) func item(at index: UInt32) -> UInt32 {
        let record = nodes[Int(index)]
        return record.kind == .jump ? record.next : index
    }

    /// The bytes of a scalar; valid as long as the document is.
    func bytes(of record: NodeRecord) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: arena.base + Int(record.payload), count: Int(record.count))
    }
}
