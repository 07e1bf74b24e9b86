/// Something that is known about a forum or the framework and is kept as prose, with its source.
public struct BackgroundItem: Hashable, Sendable {
    /// The id, where it has one.
    public var id: String?
    /// The matter, in a few words.
    public var topic: String
    /// What is known.
    public var text: String
    /// The date it speaks of.
    public var date: PartialDate?
    /// How sure it is.
    public var confidence: Confidence?
    /// Where it is read.
    public var sources: [String]
    /// A remark.
    public var note: String?

    /// Makes an item.
    public init(
        id: String?, topic: String, text: String, date: PartialDate?, confidence: Confidence?, sources: [String],
        note: String?
    ) {
        self.id = id
        self.topic = topic
        self.text = text
        self.date = date
        self.confidence = confidence
        self.sources = sources
        self.note = note
    }
}
