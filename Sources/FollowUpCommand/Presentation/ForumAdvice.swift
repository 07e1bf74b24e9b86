import FollowUpModel
import ForumWorkspace
import Localization

/// What could be better in a forum's files although nothing is wrong: words, translations, texts that drift apart.
struct ForumAdvice: Sendable {
    /// Words that are read as the same place on the scale, so that the picture can't tell them apart.
    struct Merged: Hashable, Sendable {
        /// The round whose words they are; nil for the forum's own.
        var round: String?
        var progress: Progress
        var words: [String]
    }

    /// What a text is.
    enum TextKind: String, Hashable, Sendable, CaseIterable {
        /// The name of the forum, an organ, a group or a round.
        case name
        /// A status word.
        case status
        /// The title of a commitment.
        case title
        /// Why a status word is read as it is.
        case reason
        /// The matter of a rule, or what it says.
        case rule
    }

    /// A text with the thing that it belongs to.
    struct OwnedText: Hashable, Sendable {
        var kind: TextKind
        var owner: String
        var text: LocalizedText
    }

    /// How many texts of a kind lack a language.
    struct Missing: Hashable, Sendable {
        var kind: TextKind
        var language: Language
        var count: Int
        var total: Int
    }

    /// A text whose wordings don't tell the same numbers and dates.
    struct Drift: Hashable, Sendable {
        var kind: TextKind
        var owner: String
        /// What each wording tells that not all of them do.
        var wordings: [Telling]
    }

    /// The numbers and dates of one wording.
    struct Telling: Hashable, Sendable {
        var language: Language
        var facts: [String]
    }

    /// Words read as the same level.
    let merged: [Merged]
    /// Words that no report uses.
    let unused: [String]
    /// Words that no report uses and no reason explains.
    let unexplained: [String]
    /// Texts that lack a language, of each kind and language of which there are any.
    let missing: [Missing]
    /// Texts that drift apart.
    let drifting: [Drift]

    /// Whether there is nothing to say.
    var isEmpty: Bool { merged.isEmpty && unused.isEmpty && missing.isEmpty && drifting.isEmpty }

    /// Looks at a forum's files.
    init(_ forum: LoadedForum, languages: [Language]) {
        let definition = forum.definition
        var uses = [Int](repeating: 0, count: definition.statusWords.count)
        for status in forum.reports.statuses { uses[Int(status.rawValue)] += 1 }
        let idle = zip(definition.statusWords, uses).filter { $1 == 0 }.map(\.0)
        unused = idle.map(\.word)
        unexplained = idle.filter { $0.reason == nil }.map(\.word)
        merged =
            Self.merged(definition.vocabulary, round: nil)
            + definition.rounds.flatMap { round in
                round.vocabulary.map { Self.merged($0, round: round.id) } ?? []
            }
        let texts = Self.texts(of: forum)
        missing = TextKind.allCases.flatMap { kind in
            let own = texts.filter { $0.kind == kind }
            return languages.map { language in
                Missing(
                    kind: kind, language: language, count: own.count { $0.text[language] == nil }, total: own.count)
            }.filter { $0.count > 0 }
        }
        drifting = texts.compactMap(Self.drift)
    }

    private static func merged(_ vocabulary: Vocabulary, round: String?) -> [Merged] {
        var order: [Progress] = []
        var words: [Progress: [String]] = [:]
        for word in vocabulary.words {
            guard let progress = word.progress, progress.rank != nil else { continue }
            if words[progress] == nil { order.append(progress) }
            words[progress, default: []].append(word.word)
        }
        return order.compactMap { progress in
            guard let same = words[progress], same.count > 1 else { return nil }
            return Merged(round: round, progress: progress, words: same)
        }.sorted { ($0.progress.rank ?? 0) < ($1.progress.rank ?? 0) }
    }

    /// All texts; a status word itself is its text in the forum's first language.
    private static func texts(of forum: LoadedForum) -> [OwnedText] {
        let definition = forum.definition
        var texts = [OwnedText(kind: .name, owner: definition.id, text: definition.name)]
        texts += definition.organs.filter { $0.origin != nil }.map {
            OwnedText(kind: .name, owner: $0.id, text: $0.name)
        }
        texts += definition.groups.map { OwnedText(kind: .name, owner: $0.id, text: $0.name) }
        texts += definition.rounds.map { OwnedText(kind: .name, owner: $0.id, text: $0.name) }
        texts += definition.statusWords.map { word in
            var text = word.translations ?? LocalizedText([])
            if let language = definition.languages.first, text[language] == nil {
                text.wordings.append(.init(language, word.word))
            }
            return OwnedText(kind: .status, owner: word.word, text: text)
        }
        texts += forum.commitments.map { OwnedText(kind: .title, owner: $0.id, text: $0.title) }
        texts += definition.statusWords.compactMap { word in
            word.reason.map { OwnedText(kind: .reason, owner: word.word, text: $0) }
        }
        texts += definition.rules.flatMap { rule in
            [rule.topic, rule.statement].map { OwnedText(kind: .rule, owner: rule.id, text: $0) }
        }
        // Where nobody told the language of a text, nobody can say which one it lacks.
        return texts.filter { $0.text[.undetermined] == nil }
    }

    private static func drift(_ owned: OwnedText) -> Drift? {
        let told = owned.text.wordings.map { ($0.language, TextFacts($0.text).facts) }
        guard let first = told.first, told.contains(where: { $0.1 != first.1 }) else { return nil }
        let common = told.dropFirst().reduce(first.1) { common, other in common.removing(common.removing(other.1)) }
        return Drift(
            kind: owned.kind, owner: owned.owner,
            wordings: told.map { Telling(language: $0, facts: $1.removing(common)) })
    }
}

extension [String] {
    /// The elements without those of another list, each taken away once.
    fileprivate func removing(_ others: [String]) -> [String] {
        var rest = others
        return filter { element in
            guard let place = rest.firstIndex(of: element) else { return true }
            rest.remove(at: place)
            return false
        }
    }
}
