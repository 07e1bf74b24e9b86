import Diagnostics
import SystemIO

@testable import LocatedYAML

/// A made-up word.
enum Colour: String, CaseIterable, Sendable {
    case red, green
    case darkBlue = "dark-blue"
}

/// A made-up record with every kind of field.
struct Specimen: YAMLRecord, Equatable {
    static let schemaName = "specimen"
    static let schemaSummary = "A made-up thing with every kind of field."

    var id: Located<String>
    var name: String?
    var note: String?
    var count: Int?
    var isLarge = false
    var colour: Colour?
    var shade: String?
    var day: Day?
    var title: [YAMLEntry<String>] = []
    var tags: [String] = []
    var aims: [String] = []
    var part: Part?
    var parts: [Part] = []
    var words: [YAMLEntry<Level>] = []

    static func read(_ record: inout RecordReader) -> Self? {
        let id = record.required("id", .located(.identifier), "The id, never used again.")
        let name = record.optional("name", .text, "What people call it.")
        let note = record.optional("note", .prose, "Anything else.")
        let count = record.optional("count", .integer(in: 0...99), "How many.")
        let isLarge = record.optional("large", .boolean, default: false, "Whether it is large.")
        let colour = record.optional("colour", .enumeration(Colour.self) { "The colour \($0)." }, "Its colour.")
        let shade = record.optional("shade", .word(from: [YAMLWord("light"), YAMLWord("a: b")]), "Its shade.")
        let day = record.optional("day", .day, "When.")
        let title = record.optional("title", .localizedText, default: [], "Its title.")
        let tags = record.list("tags", of: .text, "Its tags.")
        let aims = record.optional("aims", .oneOrMany(of: .name), default: [], "One aim or several.")
        let part = record.optional("part", .record(Part.self), "Its main part.")
        let parts = record.list("parts", of: .record(Part.self), "Its other parts.")
        let words = record.dictionary("words", of: .level, "Words and their levels.")
        guard let id else { return nil }
        return Self(
            id: id, name: name, note: note, count: count, isLarge: isLarge, colour: colour, shade: shade,
            day: day, title: title, tags: tags, aims: aims, part: part, parts: parts, words: words)
    }
}

/// A made-up record inside another one, and inside itself.
struct Part: YAMLRecord, Equatable {
    static let schemaName = "part"
    static let schemaSummary = "A part of a made-up thing."

    var size: Int
    var inner: [Part]

    static func read(_ record: inout RecordReader) -> Self? {
        let size = record.required("size", .integer, "Its size.")
        let inner = record.list("inner", of: .record(Part.self), "Its own parts.")
        return size.map { Self(size: $0, inner: inner) }
    }
}

/// A made-up value of another target: the day of a month.
struct Day: Hashable, Sendable {
    var number: Int
}

extension YAMLType<Day> {
    static var day: Self {
        .custom(
            name: "a day", pattern: "^day-[0-9]{1,2}$", description: "A day as day-7.", examples: ["day-7"]
        ) { text in
            if text.hasPrefix("day-"), let number = Int(text.dropFirst(4)) { return .success(Day(number: number)) }
            let suggestion = Int(text).map { "day-\($0)" }
            return .failure(
                InvalidText(
                    "'\(text)' is not a day", suggestions: suggestion.map { [$0] } ?? [], help: "write it as day-7"))
        }
    }
}

/// A made-up value with two forms: a word, or a mapping with a reason.
enum Level: Hashable, Sendable {
    case word(String)
    case reasoned(String, reason: String)
}

extension YAMLType<Level> {
    static var level: Self {
        .byKind(
            scalar: YAMLType<String>.word(from: [YAMLWord("low"), YAMLWord("high")]).map { .word($0) },
            mapping: YAMLType<ReasonedLevel>.record(ReasonedLevel.self).map { .reasoned($0.level, reason: $0.reason) })
    }
}

/// The long form of a level.
struct ReasonedLevel: YAMLRecord {
    static let schemaName = "reasoned-level"
    static let schemaSummary = "A level with its reason."

    var level: String
    var reason: String

    static func read(_ record: inout RecordReader) -> Self? {
        let level = record.required("level", .word(from: [YAMLWord("low"), YAMLWord("high")]), "The level.")
        let reason = record.required("reason", .text, "Why.")
        guard let level, let reason else { return nil }
        return Self(level: level, reason: reason)
    }
}

/// Decodes a text and returns the value with everything that is said of it.
func decode<Record: YAMLRecord>(_ type: Record.Type = Record.self, _ text: String) -> (Record?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let value = Record.decode(FileBytes(text), file: file, into: &diagnostics)
    return (value, diagnostics)
}
