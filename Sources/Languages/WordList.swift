/// The words for the cases of one enumeration.
///
/// Two lists and not a dictionary: they are short, and a dictionary of each enumeration costs the start of every program
/// more than all look-ups together.
///
/// Public, since of what belongs to the package alone other modules don't get the body: they would look for each word
/// without knowing the type of its key, which took a twenty-fifth of the time of a large site.
public struct WordList<Key: Equatable & Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    /// The cases.
    public let keys: [Key]
    /// The word for each of them.
    public let words: [String]

    /// Makes a list of a literal.
    public init(dictionaryLiteral elements: (Key, String)...) {
        keys = elements.map(\.0)
        words = elements.map(\.1)
    }

    /// The word for a case; every list has one for each, see the tests of the catalogues.
    @inlinable
    public subscript(key: Key) -> String {
        guard let place = keys.firstIndex(of: key) else { preconditionFailure("there is a word for every case") }
        return words[place]
    }
}
