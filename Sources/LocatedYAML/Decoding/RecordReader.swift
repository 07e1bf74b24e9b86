public import Diagnostics
public import JSON

/// Reads the keys of one record; see ``YAMLRecord``.
///
/// Values come back as nil when they are absent or wrong; what is wrong has been reported by then. For a value with
/// its place, wrap its type: `.located(.text)`.
public struct RecordReader {
    /// The mapping that is decoded; nil while the record is only described.
    public let node: YAMLNode?
    @usableFromInline let recordName: String
    @usableFromInline var context: DecodingContext
    /// Where the next key is looked for first: people write keys in the order of the documentation.
    private var cursor: UInt32
    @usableFromInline var foundCount = 0
    /// The signs of the keys that are written: a key whose sign is missing needn't be looked for.
    private let signs: UInt64
    private var run: Run

    /// What the reader does: boxed, since a reader is made for every record and hardly one describes.
    private enum Run {
        case decoding
        indirect case describing(SchemaBuilder, [FieldDescription])
    }

    @usableFromInline
    init(decoding node: YAMLNode, as name: String) {
        self.node = node
        recordName = name
        context = DecodingContext()
        cursor = node.target + 1
        signs = node.document.signs(from: node.target + 1, to: node.record.next)
        run = .decoding
    }

    /// A reader that only writes down which keys it is asked for.
    init(describing name: String, with builder: SchemaBuilder) {
        node = nil
        recordName = name
        context = DecodingContext()
        cursor = 0
        signs = 0
        run = .describing(builder, [])
    }

    /// The keys asked for, and the builder that has met their types.
    func description() -> ([FieldDescription], SchemaBuilder) {
        guard case .describing(let builder, let fields) = run else {
            preconditionFailure("only a reader without node describes")
        }
        return (fields, builder)
    }
}

// MARK: - Fields

extension RecordReader {
    /// The value of a key that must be there.
    @inlinable
    public mutating func required<Value>(
        _ key: StaticString, _ type: @autoclosure () -> YAMLType<Value>, _ summary: String
    ) -> Value? {
        guard let node else {
            describe(key, type(), summary, isRequired: true)
            return nil
        }
        guard let value = find(key, in: node) else {
            reportMissing(key, summary, in: node)
            return nil
        }
        return decode(value, key, type())
    }

    /// The value of a key that may be absent.
    @inlinable
    public mutating func optional<Value>(
        _ key: StaticString, _ type: @autoclosure () -> YAMLType<Value>, _ summary: String
    ) -> Value? {
        guard let node else {
            describe(key, type(), summary)
            return nil
        }
        guard let value = find(key, in: node), !value.isAbsent else { return nil }
        return decode(value, key, type())
    }

    /// The value of a key, or a default where it is absent or wrong.
    @inlinable
    public mutating func optional<Value>(
        _ key: StaticString, _ type: @autoclosure () -> YAMLType<Value>, default standIn: @autoclosure () -> Value,
        _ summary: String
    ) -> Value {
        guard let node else {
            let type = type()
            describe(key, type, summary, defaultValue: type.json?(standIn()))
            return standIn()
        }
        guard let value = find(key, in: node), !value.isAbsent else { return standIn() }
        return decode(value, key, type()) ?? standIn()
    }

    /// The items of a list that may be absent; wrong items are reported and left out.
    @inlinable
    public mutating func list<Value: Sendable>(
        _ key: StaticString, of type: @autoclosure () -> YAMLType<Value>, _ summary: String
    ) -> [Value] {
        optional(key, .list(of: type()), summary) ?? []
    }

    /// The entries of a mapping with free keys that may be absent; wrong entries are reported and left out.
    @inlinable
    public mutating func dictionary<Value>(
        _ key: StaticString, keys: @autoclosure () -> YAMLType<String> = .text,
        of type: @autoclosure () -> YAMLType<Value>, _ summary: String
    ) -> [YAMLEntry<Value>] {
        optional(key, .dictionary(keys: keys(), of: type()), summary) ?? []
    }
}

// MARK: - Places and own rules

extension RecordReader {
    /// The place of the whole mapping; nil while the record is only described.
    public var range: SourceRange? { node?.range }

    /// The place of the whole mapping; that of no text while the record is only described, and nobody keeps the value.
    public var origin: SourceRange { range ?? .wholeFile(FileID(rawValue: 0)) }

    /// The place of a key, if it is written.
    public func keyRange(_ key: StaticString) -> SourceRange? { pair(key)?.key.range }

    /// The place of a key's value, if it is written.
    public func valueRange(_ key: StaticString) -> SourceRange? { pair(key)?.value.range }

    /// Reports a broken rule between several keys; does nothing while the record is only described.
    public mutating func report(_ diagnostic: Diagnostic) {
        if node != nil { context.report(diagnostic) }
    }

    private func pair(_ key: StaticString) -> YAMLPairs.Element? {
        node?.pairs.first { $0.key.hasBytes(key) }
    }
}

// MARK: - The two runs

extension RecordReader {
    @inlinable
    static func decode<Value>(
        _ node: YAMLNode, as name: String, in context: inout DecodingContext,
        _ read: (inout RecordReader) -> Value?
    ) -> Value? {
        guard node.kind == .mapping else {
            context.report(.wrongKind(node, expected: "a mapping", subject: context.subjectName))
            return nil
        }
        var reader = RecordReader(decoding: node, as: name)
        swap(&reader.context, &context)
        let outer = reader.context.subject
        let value = read(&reader)
        reader.takeAcceptances(in: node)
        if reader.foundCount < node.count { reader.reportUnknownKeys(in: node) { _ = read(&$0) } }
        reader.context.subject = outer
        swap(&reader.context, &context)
        return value
    }

    @inlinable
    mutating func decode<Value>(
        _ value: YAMLNode, _ key: StaticString, _ type: YAMLType<Value>
    ) -> Value? {
        context.subject = .field(key)
        return type.decode(value, in: &context)
    }

    @usableFromInline
    mutating func describe<Value>(
        _ key: StaticString, _ type: YAMLType<Value>, _ summary: String, isRequired: Bool = false,
        defaultValue: JSONValue? = nil
    ) {
        var (fields, builder) = description()
        let field = FieldDescription(
            name: key.description, summary: summary, type: type.describe(&builder), isRequired: isRequired,
            defaultValue: defaultValue)
        precondition(!fields.contains { $0.name == field.name }, "a record asks for each key once")
        run = .describing(builder, fields + [field])
    }

    @usableFromInline
    mutating func reportMissing(_ key: StaticString, _ summary: String, in node: YAMLNode) {
        context.report(.missingKey(key, of: recordName, summary: summary, at: node.headRange))
    }

    /// The value of a key, looked for from the last one found onwards, then from the start.
    @usableFromInline
    mutating func find(_ key: StaticString, in node: YAMLNode) -> YAMLNode? {
        guard signs & key.sign != 0, foundCount < node.count else { return nil }
        let document = node.document
        let first = node.target + 1
        let end = node.record.next
        let value = document.value(of: key, from: cursor, to: end) ?? document.value(of: key, from: first, to: cursor)
        guard let value else { return nil }
        cursor = document.nodes[Int(value)].next
        foundCount += 1
        return YAMLNode(document: document, index: value)
    }

    @usableFromInline
    mutating func reportUnknownKeys(in node: YAMLNode, _ read: (inout RecordReader) -> Void) {
        let names: [String]
        if let known = context.fieldNames[recordName] {
            names = known
        } else {
            var reader = RecordReader(describing: recordName, with: SchemaBuilder())
            read(&reader)
            names = reader.description().0.map(\.name)
            context.fieldNames[recordName] = names
        }
        let present = node.pairs.map(\.key.text)
        for pair in node.pairs where !names.contains(pair.key.text) && !pair.key.hasBytes(Self.acceptKey) {
            context.report(.unknownKey(pair.key, of: recordName, known: names, present: present))
        }
    }
}

extension YAMLDocument {
    /// The value of a key among the pairs from one node index to another.
    fileprivate func value(of key: StaticString, from start: UInt32, to end: UInt32) -> UInt32? {
        var index = start
        while index < end {
            let record = nodes[Int(index)]
            let value = record.next
            if record.kind == .scalar, Int(record.count) == key.utf8CodeUnitCount,
                !record.flags.contains(.rejectedKey), bytes(of: record).says(key.utf8Buffer)
            {
                return value
            }
            index = nodes[Int(value)].next
        }
        return nil
    }
}

extension YAMLDocument {
    /// The signs of the keys from one node index to another.
    fileprivate func signs(from start: UInt32, to end: UInt32) -> UInt64 {
        var result: UInt64 = 0
        var index = start
        while index < end {
            let record = nodes[Int(index)]
            if record.kind == .scalar { result |= bytes(of: record).sign }
            index = nodes[Int(record.next)].next
        }
        return result
    }
}

extension YAMLNode {
    /// Where to point when something is missing in a mapping: its first key, or else itself.
    var headRange: SourceRange { pairs.first { _ in true }?.key.range ?? range }
}
