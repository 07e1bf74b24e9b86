import FollowUpModel

/// What the fields of a row are looked up in, for one forum.
///
/// A class because it is asked several times for every row: whoever reads rows holds one reference and copies nothing.
final class RowLookups: Sendable {
    let commitments: ByteLookup
    let parties: ByteLookup
    let countries: CountryTable
    let voices = ByteLookup(Voice.allCases.map { ($0.rawValue, UInt32($0.code)) })
    let confidences = ByteLookup(Confidence.allCases.map { ($0.rawValue, UInt32($0.rank)) })
    let dateKinds = ByteLookup(DateKind.allCases.map { ($0.rawValue, UInt32($0.code)) })
    let givers = ByteLookup(WordGiver.allCases.map { ($0.rawValue, $0 == .source ? 0 : 1) })
    /// The forum's own words, then those of each round that has words of its own.
    private let vocabularies: [Vocabulary]
    private let words: [ByteLookup]
    /// The place in ``words`` of each commitment's words; empty where all use the forum's own.
    private let vocabularyOfCommitment: [Int]

    init(forum: ForumDefinition, commitments: [Commitment], countries: CountryTable) {
        self.countries = countries
        self.commitments = ByteLookup(commitments.enumerated().map { ($1.id, UInt32($0)) })
        parties = ByteLookup(forum.parties.parties.enumerated().map { ($1.id, UInt32($0)) })
        let own = forum.rounds.filter { $0.vocabulary != nil }
        vocabularies = [forum.vocabulary] + own.compactMap(\.vocabulary)
        words = vocabularies.map(Self.lookup)
        vocabularyOfCommitment =
            own.isEmpty
            ? []
            : commitments.map { commitment in own.firstIndex { $0.id == commitment.round }.map { $0 + 1 } ?? 0 }
    }

    private static func lookup(of vocabulary: Vocabulary) -> ByteLookup {
        ByteLookup(
            vocabulary.words.enumerated().flatMap { place, word in
                Vocabulary.spellings(of: word).map { ($0, UInt32(vocabulary.firstIndex + place)) }
            })
    }

    /// Whether each round of the forum uses the forum's own words.
    var hasOneVocabulary: Bool { words.count == 1 }

    /// The words that reports on a commitment use.
    @inline(__always)
    func words(ofCommitment commitment: Int) -> ByteLookup {
        words[vocabularyOfCommitment.isEmpty ? 0 : vocabularyOfCommitment[commitment]]
    }

    /// The vocabulary that reports on a commitment use.
    func vocabulary(ofCommitment commitment: Int) -> Vocabulary {
        vocabularies[vocabularyOfCommitment.isEmpty ? 0 : vocabularyOfCommitment[commitment]]
    }
}
