public import Diagnostics

/// What one of a forum's own status words means on the common scale.
public struct StatusWord: Sendable, Sourced {
    /// How well the word fits the level it is read as.
    public enum Fit: String, Hashable, Sendable, CaseIterable {
        /// Word and level mean the same.
        case exact
        /// The word says less than the level.
        case narrower
        /// The word says more than the level.
        case broader
    }

    /// What a word is about, where the mechanism follows several things of one commitment.
    public enum Layer: String, Hashable, Sendable, CaseIterable {
        /// Whether the text binds the State: signed, ratified, in force.
        case internationalEffect = "international-effect"
        /// Whether national law has taken it in: a bill, an act, a regulation.
        case nationalEnactment = "national-enactment"
        /// Whether it is done.
        case practice
        /// All of these, as "suspended" is.
        case all
        /// None of these: a question, a position, a meeting.
        case none
    }

    /// How far along a word is, so that a word about an earlier stage never undoes a later one.
    public struct Stage: Hashable, Sendable {
        /// What it is about.
        public var layer: Layer
        /// How far along; the later the higher, from 0.
        public var number: Int
        /// Whether it says that something no longer holds, as "denounced", "repealed" or "expired" do.
        public var lowers: Bool
        /// Whether it says that something planned for a time has come to its end, which is no step back.
        public var ends: Bool

        /// Makes a stage.
        public init(_ layer: Layer, _ number: Int = 0, lowers: Bool = false, ends: Bool = false) {
            (self.layer, self.number, self.lowers, self.ends) = (layer, number, lowers, ends)
        }

        /// Whether what it says takes the place of what a word of an earlier day said of the same layer.
        public func replaces(_ earlier: Stage) -> Bool { lowers || ends || number >= earlier.number }
    }

    /// The forum's own word.
    public var word: String
    /// A short code for it, where the forum or the compiler uses one.
    public var code: String?
    /// The word in other languages.
    public var translations: LocalizedText?
    /// What it says about progress; nil when it only says how the party stands.
    public var progress: Progress?
    /// What it says about the party's standing, if anything.
    public var standing: Standing?
    /// The act it tells of, if any.
    public var act: LegalAct?
    /// How far along it is; nil where the forum doesn't say, and the newest word holds.
    public var stage: Stage?
    /// How well it fits.
    public var fit: Fit?
    /// Why it is read so.
    public var reason: LocalizedText?
    /// How sure the reading is, where the word is attested, and a remark.
    public var provenance: Provenance
    /// Where it is declared.
    public var origin: SourceRange

    /// Makes a word.
    public init(
        word: String, code: String? = nil, translations: LocalizedText? = nil, progress: Progress?,
        standing: Standing? = nil, act: LegalAct? = nil, stage: Stage? = nil, fit: Fit? = nil,
        reason: LocalizedText? = nil, provenance: Provenance = Provenance(), origin: SourceRange
    ) {
        self.word = word
        self.code = code
        self.translations = translations
        self.progress = progress
        self.standing = standing
        self.act = act
        self.stage = stage
        self.fit = fit
        self.reason = reason
        self.provenance = provenance
        self.origin = origin
    }

    /// The word for a reader of `language`: its translation where there is one, else the forum's own word.
    public func text(for language: Language) -> String { translation(for: language) ?? word }

    /// What a reader of `language` is told beside the forum's own word; nil where nothing else is said.
    public func translation(for language: Language) -> String? {
        translations?[language].flatMap { $0 == word ? nil : $0 }
    }
}

extension StatusWord {
    /// Whether it is about the same thing as another word; a word without a stage, or about all layers, is about everything.
    public static func areAboutTheSame(_ left: Stage?, _ right: Stage?) -> Bool {
        guard let left, let right, left.layer != .all, right.layer != .all else { return true }
        return left.layer == right.layer
    }

    /// What tells whether two words can both hold.
    public struct Claim: Sendable {
        /// What it is about and how far along it is.
        public var stage: Stage?
        /// The rank of its level.
        public var rank: Int?
        /// The act that it tells of.
        public var act: LegalAct?

        /// Whether this and another word of one voice and one day can't both hold: they say different things about the same,
        /// and neither is merely a later stage of the other.
        ///
        /// Two different acts, such as signature and consent, can both hold.
        public func contradicts(_ other: Claim) -> Bool {
            guard StatusWord.areAboutTheSame(stage, other.stage), let rank, let theirs = other.rank, rank != theirs
            else {
                return false
            }
            guard let mine = stage, let second = other.stage, mine.layer == second.layer else {
                return act == nil || other.act == nil || act == other.act
            }
            return mine.number == second.number || [mine, second].contains { $0.lowers || $0.ends }
        }
    }

    /// What it claims.
    public var claim: Claim { Claim(stage: stage, rank: progress?.rank, act: act) }
}

/// A status word's place in its ``Vocabulary``.
public typealias StatusIndex = PlaceIndex<StatusWord, UInt16>

/// The status words of a forum, or of one of its rounds, and how to find a word that somebody wrote.
public struct Vocabulary: Sendable {
    /// The words, in file order.
    public let words: [StatusWord]
    /// The index of the first word: a forum's words come first, then those of its rounds, one after the other.
    public let firstIndex: Int
    private let indexBySpelling: [String: StatusIndex]
    /// Made at the first word that is written in another way than all spellings, which most files never have.
    private let indexByFolded: LazyValue<[String: StatusIndex]>

    /// Makes a vocabulary whose words have the indexes from `firstIndex`; of two equal spellings the first one counts.
    public init(_ words: [StatusWord], firstIndex: Int = 0) {
        self.words = words
        self.firstIndex = firstIndex
        indexBySpelling = Self.index(of: words, firstIndex: firstIndex) { $0 }
        indexByFolded = LazyValue { Self.index(of: words, firstIndex: firstIndex) { $0.foldedForSearch } }
    }

    private static func index(
        of words: [StatusWord], firstIndex: Int, by key: (String) -> String
    ) -> [String: StatusIndex] {
        var index: [String: StatusIndex] = [:]
        for (place, word) in words.enumerated() {
            for spelling in spellings(of: word) {
                // Of two equal spellings the first one counts.
                let key = key(spelling)
                if index[key] == nil { index[key] = StatusIndex(firstIndex + place) }
            }
        }
        return index
    }

    /// Every spelling under which a word can be written in a report: the word, its code, its translations.
    public static func spellings(of word: StatusWord) -> [String] {
        [word.word] + (word.code.map { [$0] } ?? []) + (word.translations?.wordings.map(\.text) ?? [])
    }

    /// The word written exactly so, in any of its spellings.
    public func index(of spelling: String) -> StatusIndex? { indexBySpelling[spelling] }

    /// The word written so but for upper or lower case and accents.
    public func indexIgnoringCaseAndAccents(of spelling: String) -> StatusIndex? {
        indexByFolded.value[spelling.foldedForSearch]
    }

    /// All spellings, for suggestions.
    public var spellings: [String] { words.flatMap(Self.spellings) }

    /// The word with this index, or nil when it belongs to another vocabulary.
    public func word(at index: StatusIndex) -> StatusWord? {
        let place = Int(index.rawValue) - firstIndex
        return words.indices.contains(place) ? words[place] : nil
    }
}
