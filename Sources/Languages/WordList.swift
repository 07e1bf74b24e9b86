/// The words for the cases of one enumeration.
///
/// A list of pairs and not a dictionary: it is short, and a dictionary of each enumeration costs the start of every program
/// more than all look-ups together.
package struct WordList<Key: Equatable & Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    /// The cases with their words.
    package let pairs: [(key: Key, word: String)]

    /// Makes a list of a literal.
    package init(dictionaryLiteral elements: (Key, String)...) { pairs = elements.map { ($0.0, $0.1) } }

    /// The word for a case; every list has one for each, see the tests of the catalogues.
    @inlinable
    package subscript(key: Key) -> String {
        for pair in pairs where pair.key == key { return pair.word }
        preconditionFailure("there is a word for every case")
    }
}
