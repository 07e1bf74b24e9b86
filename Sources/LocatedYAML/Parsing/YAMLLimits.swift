/// How much a YAML file may ask for before reading it stops.
public struct YAMLLimits: Hashable, Sendable {
    /// The largest file, in bytes.
    public var bytes = 64 << 20
    /// The deepest nesting of lists and mappings, aliases followed.
    public var depth = 64
    /// The most nodes (keys, values, lists, mappings), each alias counted as often as it would be written out.
    public var nodes = 5_000_000

    /// The most bytes of an id: pages and files are named after ids.
    package static let idLength = 120
    /// The most bytes that a text has as a rule.
    static let textLength = 10_000

    /// 64 MiB, 64 levels, 5 million nodes.
    public static let `default` = YAMLLimits()
}
