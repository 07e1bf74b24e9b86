/// A place in a list or table of things of one kind; places of different kinds can't be taken for one another.
public struct PlaceIndex<Kind, RawValue>: Hashable, Comparable, Sendable
where RawValue: FixedWidthInteger & UnsignedInteger & Sendable {
    /// The place, from 0.
    public var rawValue: RawValue

    /// Makes an index.
    @inlinable
    public init(_ rawValue: Int) { self.rawValue = RawValue(rawValue) }

    /// Makes an index of a number that is known to be one.
    @inlinable
    package init(rawValue: UInt32) { self.rawValue = RawValue(truncatingIfNeeded: rawValue) }

    /// The places of keys in a list; of two equal keys the first one counts.
    package static func places<Key>(of keys: [Key]) -> [Key: Self] {
        Dictionary(keys.enumerated().map { ($1, Self($0)) }) { first, _ in first }
    }

    /// Orders by place.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
