import Diagnostics
import FollowUpModel
import LocatedYAML

/// What a status word means: a level alone, or a record.
struct StatusRecord: YAMLRecord {
    static var schemaName: String { "status" }
    static var schemaSummary: String { "What one of the forum's own words means on the common scale." }

    /// The word without its name and what it says about progress.
    var word: StatusWord
    var level: Located<String>?
    var nothing: String?
    /// Whether a reading is written that can't be understood, which has been reported.
    var isMisread = false

    /// A level alone, as in `incorporada: complete`.
    static let short = YAMLType<Located<String>>.located(.text).map {
        StatusRecord(word: StatusWord(word: "", progress: nil, origin: $0.range), level: $0)
    }
    /// Either way of writing it.
    static let either = YAMLType<StatusRecord>.byKind(scalar: short, mapping: .record(StatusRecord.self))

    static func read(_ record: inout RecordReader) -> StatusRecord? {
        let level = record.optional("level", .locatedText, "The level it stands for, or contrary.")
        let nothing = record.optional(
            "nothing",
            .word(from: [
                YAMLWord("reported-without-status", "The word says nothing about progress."),
                YAMLWord("withheld", "The report is not public."),
            ]), "Set where the word stands for no level.")
        let standing = record.optional(
            "standing", .enumeration(Standing.self), "What it says about the party's standing.")
        let act = record.optional("act", .enumeration(LegalAct.self), "The act it tells of, for modules.")
        let stage = stage(&record)
        let code = record.optional("code", .identifier, "A short code, which reports may use as well.")
        let words = record.optional("words", .localized, "The word in other languages, which reports may use as well.")
        let fit = record.optional(
            "as",
            .enumeration(StatusWord.Fit.self) { fit in
                switch fit {
                case .exact: "Word and level mean the same."
                case .narrower: "The word says less than the level."
                case .broader: "The word says more than the level."
                }
            }, "How well word and level fit.")
        let reason = record.optional("reason", .localizedOrPlain, "Why it is read so.")
        _ = record.optional("normalised", .text, "A normalised status proposed elsewhere.")
        let provenance = Provenance.read(&record)
        if let level, nothing != nil {
            record.report(
                .error(
                    .statusUnclear, at: record.valueRange("nothing"),
                    "the word has the level '\(level.value)' and 'nothing' as well; keep one of them"))
        }
        guard let origin = record.range else { return nil }
        return StatusRecord(
            word: StatusWord(
                word: "", code: code, translations: words, progress: nil, standing: standing, act: act, stage: stage,
                fit: fit, reason: reason, provenance: provenance, origin: origin),
            level: level, nothing: nothing,
            isMisread: level == nil && record.isWritten("level") || nothing == nil && record.isWritten("nothing")
                || standing == nil && record.isWritten("standing"))
    }
}

extension StatusRecord {
    /// How far along the word is, where that is declared.
    private static func stage(_ record: inout RecordReader) -> StatusWord.Stage? {
        let layer = record.optional(
            "layer",
            .enumeration(StatusWord.Layer.self) { layer in
                switch layer {
                case .internationalEffect: "Whether the text binds the State: signed, ratified, in force."
                case .nationalEnactment: "Whether national law has taken it in: a bill, an act, a regulation."
                case .practice: "Whether it is done."
                case .all: "All of these, as 'suspended' is."
                case .none: "None of these: a question, a position, a meeting."
                }
            }, "What the word is about, where a mechanism follows several things.")
        let number = record.optional(
            "stage", .integer(in: 0...100), default: 0,
            "How far along it is in its layer; a word about an earlier stage never undoes a later one.")
        let lowers = record.optional(
            "lowers", .boolean, default: false, "Whether it says that something no longer holds, such as 'denounced'.")
        let ends = record.optional(
            "ends", .boolean, default: false, "Whether something planned for a time has come to its end.")
        if layer == nil, record.keyRange("layer") == nil,
            let key = (["stage", "lowers", "ends"] as [StaticString]).first(where: { record.keyRange($0) != nil })
        {
            record.report(
                .error(.stageUnclear, at: record.keyRange(key), "the word has '\(key)' and no 'layer' that it is about")
            )
        }
        if lowers, ends {
            record.report(
                .error(
                    .stageUnclear, at: record.valueRange("ends"),
                    "the word has 'lowers' and 'ends' as well; keep one of them"))
        }
        return layer.map { StatusWord.Stage($0, number, lowers: lowers, ends: ends) }
    }
}

/// A plan or cycle with its own words.
struct RoundRecord: YAMLRecord {
    static var schemaName: String { "round" }
    static var schemaSummary: String { "A plan or cycle of the forum, with its own words where it has any." }

    /// The round without its words.
    var round: Round
    var statuses: [YAMLEntry<StatusRecord>]

    static func read(_ record: inout RecordReader) -> RoundRecord? {
        let id = record.required("id", .identifier, "The id used in commitments.")
        let name = record.required("name", .localized, "The name for people.")
        let since = record.optional("since", .partialDate, "The day it began.")
        let until = record.optional("until", .partialDate, "The first day on which it no longer ran.")
        let statuses = record.dictionary("statuses", of: StatusRecord.either, "Its own status words.")
        _ = Provenance.read(&record)
        guard let id, let name, let origin = record.range else { return nil }
        record.checkOrder(since: since, until: until)
        let interval = DatedInterval(since: since, until: until)
        return RoundRecord(
            round: Round(id: id, name: name, interval: interval, vocabulary: nil, origin: origin), statuses: statuses)
    }
}

extension YAMLType<FieldDefinition> {
    /// A field whose name and place are those of its key.
    static let field = record("field", "A field that the forum adds to its commitments or reports.") { record in
        let kind = record.required(
            "type",
            .enumeration(FieldDefinition.Kind.self) { kind in
                switch kind {
                case .text: "Any text."
                case .boolean: "true or false."
                case .integer: "A whole number."
                case .decimal: "A number."
                case .date: "A date as 2012, 2012-06 or 2012-06-30."
                case .country: "A country's alpha-3 code."
                case .link: "An address on the web."
                }
            }, "What a value may be.")
        let values = record.optional("values", .list(of: .text), "The only texts allowed.") ?? []
        let isRequired = record.optional("required", .boolean, default: false, "Whether it must be given.")
        _ = record.optional("default", .text, "The value where none is given.")
        let description = record.optional("description", .prose, "What it means.")
        guard let kind, let origin = record.range else { return nil }
        return FieldDefinition(
            name: "", kind: kind, values: values, isRequired: isRequired, description: description, origin: origin)
    }
}

/// The fields of commitments and of reports.
struct FieldsRecord: YAMLRecord {
    static var schemaName: String { "fields" }
    static var schemaSummary: String { "The forum's own fields." }

    var commitment: [FieldDefinition]
    var report: [FieldDefinition]

    static func read(_ record: inout RecordReader) -> FieldsRecord? {
        let commitment = record.dictionary(
            "commitment", keys: .name, of: .field, "Fields of commitments, by name.")
        let report = record.dictionary(
            "report", keys: .name, of: .field, "Fields of reports: further columns, by name.")
        func named(_ entry: YAMLEntry<FieldDefinition>) -> FieldDefinition {
            var field = entry.value
            field.name = entry.key.value
            field.origin = entry.key.range
            return field
        }
        return FieldsRecord(commitment: commitment.map(named), report: report.map(named))
    }
}

/// Bounds on how many there should be, so that a silent loss becomes an error.
struct Bounds: Sendable {
    var min: Int?
    var max: Int?
    var range: SourceRange
}

extension YAMLType<Bounds> {
    static let bounds = record("bounds", "How many there should be.") { record in
        let least = record.optional("min", .integer(in: 0...Int.max), "At least so many.")
        let most = record.optional("max", .integer(in: 0...Int.max), "At most so many.")
        return record.range.map { Bounds(min: least, max: most, range: $0) }
    }
}

struct ExpectRecord: YAMLRecord {
    static var schemaName: String { "expect" }
    static var schemaSummary: String { "How much the folder should hold; a silent loss becomes an error." }

    var commitments: Bounds?
    var reports: Bounds?

    static func read(_ record: inout RecordReader) -> ExpectRecord? {
        let commitments = record.optional("commitments", .bounds, "How many commitments.")
        let reports = record.optional("reports", .bounds, "How many reports that can be read.")
        return ExpectRecord(commitments: commitments, reports: reports)
    }
}

extension YAMLType<ClosedRecord> {
    static let closedRecord = record(
        "closed-record", "A list that somebody keeps complete, so that what isn't on it has not happened."
    ) { record in
        let commitments = record.required(
            "commitments", .list(of: .identifier, nonEmpty: true), "The commitments that it covers.")
        let until = record.required("complete-until", .partialDate, "The last day on which it was complete.")
        let keptBy = record.required("kept-by", .localizedOrPlain, "Who keeps it, such as the depositary.")
        let provenance = Provenance.read(&record)
        guard let commitments, let until, let keptBy, let origin = record.range else { return nil }
        return ClosedRecord(
            commitments: commitments, completeUntil: until, keptBy: keptBy, provenance: provenance, origin: origin)
    }
}

extension YAMLType<PartialDate> {
    static let dormant = record("dormant", "Since when the forum no longer works, and why.") { record in
        let since = record.required("since", .partialDate, "Since when.")
        _ = record.optional("reason", .prose, "Why.")
        _ = Provenance.read(&record)
        return since
    }
}

extension YAMLType<ForumSession> {
    static let session = record("session", "A meeting of the forum: a summit, a conference, a review.") { record in
        let id = record.optional("id", .identifier, "Its id.")
        let label = record.optional("label", .prose, "What it is called, such as its ordinal.")
        let date = record.required("date", .partialDate, "Its first day.")
        let until = record.optional("until", .partialDate, "Its last day.")
        let place = record.optional("place", .prose, "Where it was held.")
        let kind = record.optional(
            "kind",
            .enumeration(ForumSession.Kind.self) { kind in
                switch kind {
                case .ordinary: "A regular meeting."
                case .special: "An extraordinary meeting."
                case .review: "A meeting that reviews what was done."
                case .regionalReview: "A review in the region."
                case .adoption: "The meeting that adopted the text."
                }
            }, default: .ordinary, "What kind of meeting it is.")
        _ = Provenance.read(&record)
        guard let date else { return nil }
        record.checkOrder(since: date, until: until, from: "date")
        return ForumSession(id: id, label: label, date: date, until: until, place: place, kind: kind)
    }
}

extension YAMLType<ForumRule> {
    static let rule = record(
        "rule", "A rule of the forum: how it decides, when texts bind, who reports when."
    ) { record in
        let id = record.required("id", .identifier, "The id.")
        let topic = record.required("topic", .localizedOrPlain, "The matter, in a few words.")
        let article = record.optional("article", .prose, "The article it stands in.")
        let statement = record.required("statement", .localizedOrPlain, "What it says.")
        _ = record.optional("compute", .prose, "How it can be worked out.")
        let provenance = Provenance.read(&record)
        guard let id, let topic, let statement, let origin = record.range else { return nil }
        return ForumRule(
            id: id, topic: topic, article: article, statement: statement, provenance: provenance, origin: origin)
    }
}
