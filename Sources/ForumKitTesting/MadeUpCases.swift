import Diagnostics
import FollowUpModel
import ForumKit
import Localization

/// Made-up forums of every shape: memberships of every standing, words of every meaning, commitments of every kind.
struct MadeUpCases: Sendable {
    /// The options of the module; names that they give as default or example exist in every forum.
    var options: [OptionDeclaration]
    var reads: EvidenceScope
    var adjusting: @Sendable (inout ForumDefinition) -> Void

    static let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))
    /// The years in which made-up things happen; some lie after every as-of day.
    static let years = 1990...2032

    func makeCase(seed: UInt64) -> ContractCase {
        var numbers = SeededNumbers(seed: seed)
        let top = numbers.once(in: 6) ? numbers.number(0...1) : numbers.number(2...6)
        var forum = numbers.forum(scaleTop: top, groups: names)
        adjusting(&forum)
        let commitments = numbers.commitments(of: forum, named: names)
        let focus = commitments.indices.map(CommitmentIndex.init)
        var trial = ContractCase(
            seed: seed, forum: forum, options: values(&numbers, seed: seed), commitments: commitments, focus: focus,
            scaleTop: top, asOf: numbers.day(1996...2028), reads: reads)
        trial.rows = numbers.rows(of: trial, count: numbers.number(0...24))
        return trial
    }

    /// Texts that the options give as default or example, which may name a group or a commitment.
    private var names: [String] {
        var seen: Set<String> = []
        return options.filter(\.kind.isText).flatMap { [$0.defaultValue, $0.example] }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// The defaults in the first cases; later on each option has its default, its example or another value.
    private func values(_ numbers: inout SeededNumbers, seed: UInt64) -> [String: String] {
        var values: [String: String] = [:]
        for option in options {
            let others = [option.example] + option.kind.samples
            values[option.name] = seed < 5 || numbers.once(in: 3) ? option.defaultValue : numbers.one(of: others)
        }
        // Only a single value is written as one text; a list stays away.
        return values.filter { name, _ in
            options.contains { $0.name == name && ($0.kind.isText || !$0.kind.samples.isEmpty) }
        }
    }
}

extension SeededNumbers {
    /// A text that tells its number, the same in every language.
    static func text(_ text: String) -> LocalizedText { LocalizedText(en: text, es: text, pt: text, fr: text) }

    fileprivate mutating func forum(scaleTop: Int, groups names: [String]) -> ForumDefinition {
        let words = words(scaleTop: scaleTop)
        let vocabulary = Vocabulary(words)
        var forum = ForumDefinition(
            id: "made-up", module: "made-up", name: Self.text("Made up"), kind: one(of: ForumKind.allCases),
            vocabulary: vocabulary, origin: MadeUpCases.nowhere)
        // What is made up is known to the end, whatever is reported later.
        forum.dataUntil = PartialDate(year: 2100)
        if once(in: 5) { forum.dormantSince = date(2005...2025) }
        forum.voices = Voice.allCases.shuffled(using: &self)
        forum.organs = [
            Organ(id: "forum", name: Self.text("Made up"), kind: .forum, origin: nil),
            Organ(id: "secretariat", name: Self.text("Secretariat"), kind: .secretariat, origin: MadeUpCases.nowhere),
        ]
        let codes = (0..<number(1...6)).map { "XA" + String(UnicodeScalar(UInt8(65 + $0))) }
        for code in codes { forum.memberships += memberships(of: code) }
        forum.groups = (["inner-circle"] + names).map { id in
            MemberGroup(
                id: id, name: Self.text(id), members: codes.filter { _ in once(in: 2) }, origin: MadeUpCases.nowhere)
        }
        forum.rounds = [
            Round(
                id: "first", name: Self.text("First"), interval: interval(MadeUpCases.years), vocabulary: nil,
                origin: MadeUpCases.nowhere),
            Round(
                id: "second", name: Self.text("Second"), interval: interval(MadeUpCases.years),
                vocabulary: Vocabulary(self.words(scaleTop: scaleTop), firstIndex: words.count),
                origin: MadeUpCases.nowhere),
        ]
        let kinds = (0..<number(0...6)).map { _ in one(of: ForumSession.Kind.allCases) }
        forum.sessions = kinds.map {
            ForumSession(id: nil, label: nil, date: date(MadeUpCases.years), until: nil, place: nil, kind: $0)
        }.sorted { $0.date < $1.date }
        let countries = codes.enumerated().map { Party.country(CountryIndex($0), code: $1) }
        forum.parties = PartyTable(countries + forum.organs.map { Party.organ(id: $0.id) })
        return forum
    }

    /// Words for every act, every kind of nothing and every level, with and without a standing.
    private mutating func words(scaleTop: Int) -> [StatusWord] {
        var words = (0...scaleTop).map {
            StatusWord(word: "level \($0)", progress: .level(.init(rank: $0)), origin: MadeUpCases.nowhere)
        }
        words.append(StatusWord(word: "a step back", progress: .contrary, origin: MadeUpCases.nowhere))
        words += [MissingReason.reportedWithoutStatus, .unmapped, .withheld].map {
            StatusWord(word: "nothing: \($0.rawValue)", progress: .missing($0), origin: MadeUpCases.nowhere)
        }
        words += Standing.allCases.map {
            StatusWord(word: "stands \($0.rawValue)", progress: nil, standing: $0, origin: MadeUpCases.nowhere)
        }
        return words
            + LegalAct.allCases.map { act in
                let progress = once(in: 3) ? nil : Progress.level(.init(rank: number(0...scaleTop)))
                let standing = once(in: 4) ? one(of: Standing.allCases) : nil
                return StatusWord(
                    word: "act \(act.rawValue)", progress: progress, standing: standing, act: act,
                    origin: MadeUpCases.nowhere)
            }
    }

    private mutating func memberships(of code: String) -> [Membership] {
        let standings: [MembershipStanding] = [.member, .member, .member, .associate, .observer, .acceding]
        var first = Membership(
            country: code, standing: one(of: standings), interval: interval(1990...2020), origin: MadeUpCases.nowhere)
        if once(in: 4) { first.suspensions = [spell(2000...2026)] }
        if once(in: 4) { first.absences = [spell(2000...2026)] }
        if once(in: 3) { first.adoptionPeriod = spell(2005...2030) }
        guard let end = first.interval.until, once(in: 2) else { return [first] }
        // The country comes back, as something else perhaps, once its first time is wholly over.
        let back = PartialDate(end.latest.adding(days: number(1...900)))
        return [
            first,
            Membership(
                country: code, standing: one(of: standings), interval: DatedInterval(since: back),
                origin: MadeUpCases.nowhere),
        ]
    }

    private mutating func spell(_ years: ClosedRange<Int>) -> MembershipSpell {
        MembershipSpell(interval: interval(years), origin: MadeUpCases.nowhere)
    }
}
