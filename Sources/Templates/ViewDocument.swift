/// A view value as a template reads it: members in the order of their declaration, `null` where there is nothing.
///
/// A page may hold a hundred thousand values; they lie one after the other, and all texts in one piece, instead of each in
/// memory of its own.
package struct ViewDocument: Sendable {
    /// One value: what it is, or where the parts lie that it is made of.
    enum Value {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        /// The place of its first byte, and their number.
        case text(start: UInt32, count: UInt32)
        /// The place of its first element, and their number.
        case list(start: UInt32, count: UInt32)
        /// The place of its first member.
        case object(start: UInt32)
    }

    /// The document as a whole.
    let root: Value
    /// The elements and members of each list and object one after the other.
    let values: [Value]
    /// The bytes of all texts.
    let bytes: [UInt8]

    /// Encodes a view.
    package init(of view: some Encodable) {
        let encoder = ViewEncoder()
        do {
            root = try encoder.value(of: view)
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
        (values, bytes) = (encoder.values, encoder.bytes)
    }
}
