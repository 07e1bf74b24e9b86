/// A place as libyaml counts: line and column from 0, columns in code points.
struct Mark: Hashable, Comparable {
    var line: UInt32
    var column: UInt32

    static func < (left: Self, right: Self) -> Bool {
        left.line == right.line ? left.column < right.column : left.line < right.line
    }
}

/// One node in the flat, preorder array of a document: 32 bytes.
struct NodeRecord {
    enum Kind: UInt8 {
        case scalar, list, mapping, alias
        /// No node: the next item of the list stands elsewhere, where the next piece of the file was read.
        case jump
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// A key that was reported (twice, not a scalar, a merge key): its pair isn't shown to readers.
        static let rejectedKey = Flags(rawValue: 1)
    }

    var start: Mark
    var end: Mark
    /// Of a scalar, the offset of its bytes in the arena; of an alias, the index of the node it stands for.
    var payload: UInt32
    /// The number of a scalar's bytes, a list's items, or a mapping's pairs that are shown.
    var count: UInt32
    /// Index of the first node after this one and all that is in it.
    var next: UInt32
    var kind: Kind
    var style: YAMLStyle
    var flags: Flags = []
}
