/// How much a YAML file may ask for before reading it stops.
public struct YAMLLimits: Hashable, Sendable {
    /// The largest file, in bytes.
    public var bytes: Int
    /// The deepest nesting of lists and mappings, aliases followed.
    public var depth: Int
    /// The most nodes (keys, values, lists, mappings), each alias counted as often as it would be written out.
    public var nodes: Int

    /// Makes limits.
    public init(bytes: Int = 64 << 20, depth: Int = 64, nodes: Int = 5_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }

    /// 64 MiB, 64 levels, 5 million nodes.
    public static let `default` = YAMLLimits()
}
