public import Diagnostics

/// What travels through a decoding: the diagnostics so far, and the name of what is being read.
public struct DecodingContext: Sendable {
    /// All problems found so far.
    public var diagnostics: [Diagnostic] = []
    /// How messages name the value at hand.
    @usableFromInline var subject = Subject.document
    /// The key names of each record type that met an unknown key.
    var fieldNames: [ObjectIdentifier: [String]] = [:]

    /// How messages name a value.
    @usableFromInline
    enum Subject: Sendable {
        case document
        case field(StaticString)
        case item(of: StaticString)
    }

    /// Makes a context without diagnostics.
    public init() {}

    /// Adds a diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The value at hand in words, as `'members'` or `an item of 'members'`.
    public var subjectName: String {
        switch subject {
        case .document: "the file"
        case .field(let key): "'\(key)'"
        case .item(let key): "each value in '\(key)'"
        }
    }

    @usableFromInline
    mutating func reportEmpty(_ node: YAMLNode) {
        report(.emptyValue(node.range, subject: subjectName))
    }

    @usableFromInline
    mutating func reportNotAList(_ node: YAMLNode) {
        report(.notAList(node, subject: subjectName))
    }

    @usableFromInline
    mutating func reportEmptyList(_ node: YAMLNode, _ what: String) {
        report(.emptyList(node.range, subject: subjectName, what))
    }

    @usableFromInline
    mutating func reportWrongKind(_ node: YAMLNode, expected: String) {
        report(.wrongKind(node, expected: expected, subject: subjectName))
    }

    @usableFromInline
    mutating func reportUnknownWord(_ node: YAMLNode, _ text: String, known: [String]) {
        report(.unknownWord(node, text, known: known, in: subjectName))
    }

    @usableFromInline
    mutating func reportRefused(_ node: YAMLNode, _ reason: InvalidText, code: DiagnosticCode) {
        report(.refused(node, reason, code: code))
    }

    /// Runs `body` for the items of the value at hand.
    @inlinable
    mutating func forItems<Result>(_ body: (inout DecodingContext) -> Result) -> Result {
        let outer = subject
        if case .field(let key) = outer { subject = .item(of: key) }
        defer { subject = outer }
        return body(&self)
    }
}
