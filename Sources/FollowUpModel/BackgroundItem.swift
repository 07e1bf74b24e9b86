/// Something that is known about a forum or the framework and is kept as prose, with its source.
public struct BackgroundItem: Hashable, Sendable, Sourced {
    /// The id, where it has one.
    public var id: String?
    /// The matter, in a few words.
    public var topic: String
    /// What is known.
    public var text: String
    /// The date it speaks of.
    public var date: PartialDate?
    /// How sure it is, where it is read, and a remark.
    public var provenance: Provenance

    /// Makes an item.
    public init(id: String?, topic: String, text: String, date: PartialDate?, provenance: Provenance) {
        self.id = id
        self.topic = topic
        self.text = text
        self.date = date
        self.provenance = provenance
    }
}
