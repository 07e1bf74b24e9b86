/// The words for the cases of one enumeration.
///
/// Two lists and not a dictionary: they are short, and a dictionary of each enumeration costs the start of every program
/// more than all look-ups together.
package struct WordList<Key: Equatable & Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    /// The cases.
    package let keys: [Key]
    /// The word for each of them.
    package let words: [String]

    /// Makes a list of a literal.
    package init(dictionaryLiteral elements: (Key, String)...) {
        keys = elements.map(\.0)
        words = elements.map(\.1)
    }

    /// The word for a case; every list has one for each, see the tests of the catalogues.
    @inlinable
    package subscript(key: Key) -> String {
        guard let place = keys.firstIndex(of: key) else { preconditionFailure("there is a word for every case") }
        return words[place]
    }
}
