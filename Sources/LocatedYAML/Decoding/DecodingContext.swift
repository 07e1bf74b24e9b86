public import Diagnostics

/// What travels through a decoding: the diagnostics so far, and the name of what is being read.
public struct DecodingContext: Sendable {
    /// All problems found so far.
    public var diagnostics: [Diagnostic] = []
    /// How messages name the value at hand.
    @usableFromInline var subject = Subject.document
    /// The key names of each record that met an unknown key, by the record's name.
    var fieldNames: [String: [String]] = [:]

    /// How messages name a value.
    @usableFromInline
    enum Subject: Sendable {
        case document
        case field(StaticString)
        case item(of: StaticString)
    }

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

    /// Runs `body` for the items of the value at hand.
    @inlinable
    mutating func forItems<Result>(_ body: (inout DecodingContext) -> Result) -> Result {
        let outer = subject
        if case .field(let key) = outer { subject = .item(of: key) }
        defer { subject = outer }
        return body(&self)
    }
}
