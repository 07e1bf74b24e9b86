/// How sure a record is, where it is read, and a remark: what most records end with.
public struct Provenance: Hashable, Sendable {
    /// How sure it is.
    public var confidence: Confidence?
    /// Where it is read: addresses or citations.
    public var sources: [String]
    /// A remark.
    public var note: String?

    /// Makes a provenance; without arguments, one of which nothing is known.
    public init(confidence: Confidence? = nil, sources: [String] = [], note: String? = nil) {
        self.confidence = confidence
        self.sources = sources
        self.note = note
    }
}

/// A record that tells how sure it is and where it is read.
public protocol Sourced {
    /// How sure it is, where it is read, and a remark.
    var provenance: Provenance { get }
}

extension Sourced {
    /// How sure it is.
    public var confidence: Confidence? { provenance.confidence }
    /// Where it is read: addresses or citations.
    public var sources: [String] { provenance.sources }
    /// A remark.
    public var note: String? { provenance.note }
}
