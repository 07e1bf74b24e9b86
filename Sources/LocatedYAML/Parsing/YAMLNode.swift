public import Diagnostics
import SystemIO

/// What a node is.
public enum YAMLKind: Hashable, Sendable {
    /// A text, a number, a date: anything that isn't a list or a mapping.
    case scalar
    /// Items in order.
    case list
    /// Keys with values, in the order written.
    case mapping
}

/// How a node was written.
public enum YAMLStyle: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// A scalar without quotes.
    case plain
    /// A scalar in single quotes.
    case singleQuoted
    /// A scalar in double quotes.
    case doubleQuoted
    /// A block scalar that keeps its line breaks (`|`).
    case literal
    /// A block scalar whose lines are joined (`>`).
    case folded
    /// A list or mapping by indentation.
    case block
    /// A list or mapping in brackets or braces.
    case flow
}

/// One node of a document: a light value that knows its text and its place.
///
/// An alias reads as the node it stands for; only its own ``range`` is that of the alias.
public struct YAMLNode: Sendable {
    /// The document the node belongs to.
    public let document: YAMLDocument
    let index: UInt32

    /// The node's own place in the array, aliases followed.
    @inline(__always) var target: UInt32 {
        let record = document.nodes[Int(index)]
        return record.kind == .alias ? record.payload : index
    }

    @inline(__always) var record: NodeRecord { document.nodes[Int(target)] }

    /// What the node is.
    public var kind: YAMLKind {
        switch record.kind {
        case .scalar: .scalar
        case .list: .list
        case .mapping: .mapping
        case .alias: preconditionFailure("an alias never stands for another alias")
        case .jump: preconditionFailure("items are looked up over jumps")
        }
    }

    /// How the node was written.
    public var style: YAMLStyle { record.style }

    /// Whether it is a scalar without quotes.
    public var isPlain: Bool { record.style == .plain }

    /// Whether there is nothing: an empty plain scalar, a plain `~` or a plain `null`.
    public var isAbsent: Bool {
        let record = record
        guard record.kind == .scalar, record.style == .plain, record.count <= 4 else { return false }
        return record.count == 0 || hasBytes("~") || hasBytes("null")
    }

    /// The exact place: from the first character to after the last one, without trailing spaces or comments.
    public var range: SourceRange {
        let record = document.nodes[Int(index)]
        return SourceRange(file: document.file, start: record.start.position, end: record.end.position)
    }

    /// The number of items of a list, of pairs of a mapping; 0 for a scalar.
    public var count: Int {
        let record = record
        return record.kind == .scalar ? 0 : Int(record.count)
    }

    /// The text of a scalar, with quotes and escapes resolved; empty for lists and mappings.
    public var text: String {
        withPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the UTF-8 bytes of a scalar's text (no bytes for lists and mappings).
    public func withUTF8<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        try withPointer { try body($0.span) }
    }

    private func withPointer<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        let record = record
        guard record.kind == .scalar else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        let start = document.arena.base + Int(record.payload)
        defer { withExtendedLifetime(document) {} }
        return try body(UnsafeBufferPointer(start: start, count: Int(record.count)))
    }

    /// Whether the scalar's text is exactly this.
    public func hasBytes(_ text: StaticString) -> Bool {
        withPointer { $0.says(text.utf8Buffer) }
    }

    /// The items of a list; nothing for scalars and mappings.
    public var items: YAMLItems { YAMLItems(node: self) }

    /// The pairs of a mapping, in the order written; nothing for scalars and lists.
    ///
    /// Keys are scalars and different from each other: pairs with other keys were reported when the file was parsed
    /// and are left out here.
    public var pairs: YAMLPairs { YAMLPairs(node: self) }

    /// The value of the first pair with this key.
    public subscript(key: String) -> YAMLNode? {
        for pair in pairs where pair.key.text == key { return pair.value }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether it holds the same bytes as another one.
    func says(_ other: Self) -> Bool {
        UnsafeRawBufferPointer(self).equals(UnsafeRawBufferPointer(other))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// One bit of 64, from the length and the ends of a key: equal keys have the same, others mostly another.
    var sign: UInt64 {
        guard let first, let last else { return 1 }
        let mixed = UInt64(truncatingIfNeeded: count) &* 5 &+ UInt64(first) &* 11 &+ UInt64(last) &* 3
        return 1 << (mixed & 63)
    }
}

extension StaticString {
    var sign: UInt64 { utf8Buffer.sign }

    var utf8Buffer: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}

extension Mark {
    var position: SourcePosition { SourcePosition(line: Int(line) + 1, column: Int(column) + 1) }
}

/// The items of a list, in order.
public struct YAMLItems: Sequence, IteratorProtocol, Sendable {
    private let document: YAMLDocument
    private var index: UInt32
    private let end: UInt32

    init(node: YAMLNode) {
        let record = node.record
        document = node.document
        index = node.target + 1
        end = record.kind == .list ? record.next : index
    }

    /// Some neighbouring items of a list.
    init(document: YAMLDocument, from start: UInt32, to end: UInt32) {
        self.document = document
        index = start
        self.end = end
    }

    /// The next item.
    public mutating func next() -> YAMLNode? {
        guard index < end else { return nil }
        let item = document.item(at: index)
        index = document.nodes[Int(item)].next
        return YAMLNode(document: document, index: item)
    }
}

/// The pairs of a mapping, in the order written.
public struct YAMLPairs: Sequence, IteratorProtocol, Sendable {
    /// One key with its value.
    public typealias Element = (key: YAMLNode, value: YAMLNode)

    private let document: YAMLDocument
    private var index: UInt32
    private let end: UInt32

    init(node: YAMLNode) {
        let record = node.record
        document = node.document
        index = node.target + 1
        end = record.kind == .mapping ? record.next : index
    }

    /// The next pair.
    public mutating func next() -> Element? {
        while index < end {
            let key = index
            let value = document.nodes[Int(key)].next
            index = document.nodes[Int(value)].next
            if document.nodes[Int(key)].flags.contains(.rejectedKey) { continue }
            return (YAMLNode(document: document, index: key), YAMLNode(document: document, index: value))
        }
        return nil
    }
}
