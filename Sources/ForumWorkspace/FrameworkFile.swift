import Diagnostics
import FollowUpModel
import LocatedYAML

/// The framework's file: chapters, priority measures, lines of action, targets, indicators.
struct FrameworkFile: YAMLRecord {
    static var schemaName: String { "framework" }
    static var schemaSummary: String { "The reference taxonomy that every commitment is aligned to." }

    var framework: Framework

    static func read(_ record: inout RecordReader) -> FrameworkFile? {
        let id = record.required("framework", .identifier, "The framework's id.")
        let name = record.required("name", .localized, "The name for people.")
        _ = record.optional("adopted", .partialDate, "When it was adopted.")
        _ = record.optional("title-languages", .list(of: .name), "The languages of the titles.")
        let chapters = record.required(
            "chapters", .list(of: .record(ChapterRecord.self), nonEmpty: true), "The chapters, in order.")
        let measures = record.required(
            "measures", .list(of: .record(MeasureRecord.self), nonEmpty: true), "The priority measures, in order.")
        _ = record.list(
            "adopted-indicators", of: .record(AdoptedIndicatorRecord.self), "Indicators adopted for the region.")
        let background = record.list("background", of: .record(BackgroundRecord.self), "What is known about it.")
        _ = Provenance.read(&record)
        guard let id, let name, let chapters, let measures else { return nil }
        return FrameworkFile(
            framework: Framework(
                id: id, name: name, chapters: chapters.map(\.chapter), measures: measures.map(\.measure),
                background: background.map(\.item)))
    }
}

struct ChapterRecord: YAMLRecord {
    static var schemaName: String { "chapter" }
    static var schemaSummary: String { "One chapter of the framework." }

    var chapter: Framework.Chapter

    static func read(_ record: inout RecordReader) -> ChapterRecord? {
        let id = record.required("id", .identifier, "The chapter's letter.")
        let title = record.required("title", .localized, "The title for people.")
        let numbers = record.required("measures", .record(NumbersRecord.self), "Its measures' running numbers.")
        let coverage = record.required(
            "coverage",
            .word(from: [
                YAMLWord("full", "Everything is here."), YAMLWord("full-with-gaps", "Full, but for the gaps named."),
                YAMLWord("partial", "Only a part is here."), YAMLWord("titles-only", "Only titles are here."),
            ]), "How much of it is here.")
        _ = record.optional("counted", .boolean, default: true, "Whether its measures count in the framework's total.")
        _ = record.optional("themes", .list(of: .prose), "What it is about.")
        _ = Provenance.read(&record)
        guard let id, let title, let numbers, let coverage else { return nil }
        return ChapterRecord(
            chapter: Framework.Chapter(
                id: id, title: title, measureNumbers: numbers.range, coverage: coverage))
    }
}

struct NumbersRecord: YAMLRecord {
    static var schemaName: String { "measure-numbers" }
    static var schemaSummary: String { "The first and last running number of a chapter's measures." }

    var range: ClosedRange<Int>

    static func read(_ record: inout RecordReader) -> NumbersRecord? {
        let from = record.required("from", .integer(in: 1...10_000), "The first measure's number.")
        let to = record.required("to", .integer(in: 1...10_000), "The last measure's number.")
        _ = record.optional("count", .integer(in: 1...10_000), "How many there are.")
        guard let from, let to else { return nil }
        guard from <= to else {
            record.report(.error(.outOfRange, at: record.range, "the last measure comes before the first one"))
            return nil
        }
        return NumbersRecord(range: from...to)
    }
}

struct MeasureRecord: YAMLRecord {
    static var schemaName: String { "measure" }
    static var schemaSummary: String { "One priority measure, with its lines of action." }

    var measure: Framework.Measure

    static func read(_ record: inout RecordReader) -> MeasureRecord? {
        let id = record.required("id", .identifier, "The running number, in quotes.")
        let code = record.required("code", .identifier, "The number with its chapter, as F.67.")
        let chapter = record.required("chapter", .identifier, "The chapter's letter.")
        let title = record.required("title", .localized, "The title for people.")
        let gist = record.optional("gist", .localizedOrPlain, "What it asks, in our words.")
        _ = record.optional(
            "guide-format", .word(from: [YAMLWord("full"), YAMLWord("general")]), "Its form in the guide.")
        let coverage = record.required(
            "coverage", .word(from: [YAMLWord("full"), YAMLWord("partial")]), "Whether it is here in full.")
        let lines = record.list("lines", of: .record(LineRecord.self), "Its lines of action, in order.")
        _ = record.optional("lines-complete", .boolean, "Whether these are all its lines.")
        let targets = record.list("targets", of: .record(LineRecord.self), "Its targets, in order.")
        _ = record.optional("targets-truncated", .boolean, "Whether there may be more targets.")
        readIndicators(&record)
        readSurroundings(&record)
        let related = record.list("related", of: .record(RelatedMeasureRecord.self), "Measures it is related to.")
        let gaps = record.optional("gaps", .localizedOrPlain, "What of it is not known.")
        _ = Provenance.read(&record)
        guard let id, let code, let chapter, let title, let coverage, let origin = record.range else { return nil }
        return MeasureRecord(
            measure: Framework.Measure(
                id: id, code: code, chapter: chapter, title: title, gist: gist, lines: lines.map(\.line),
                targets: targets.map(\.line), relatedMeasures: related.map(\.related), gaps: gaps,
                isPartial: coverage == "partial", origin: origin))
    }

    private static func readIndicators(_ record: inout RecordReader) {
        _ = record.list("indicators", of: .record(IndicatorRecord.self), "Its tentative indicators.")
        _ = record.optional("indicators-status", .prose, "What is known about its indicators.")
        _ = record.list("indicators-mentioned", of: .record(IndicatorRecord.self), "Indicators its comments mention.")
        _ = record.optional("adopted-indicators", .list(of: .identifier), "Adopted indicators linked to it.")
    }

    private static func readSurroundings(_ record: inout RecordReader) {
        _ = record.optional("instruments", .list(of: .prose), "Instruments it is related to.")
        _ = record.optional("forums", .list(of: .identifier), "Forums it is related to.")
        _ = record.optional("forums-note", .prose, "A remark on the forums.")
        _ = record.optional("forums-confidence", .confidence, "How sure the forums are.")
        _ = record.optional("counterparts", .list(of: .prose), "Counterparts outside the region.")
        _ = record.optional("sdg", .list(of: .identifier), "Targets of the Sustainable Development Goals.")
        _ = record.optional("sdg-note", .prose, "A remark on them.")
        _ = record.optional("themes", .list(of: .prose), "What it is about.")
        _ = record.optional("inherits-from", .prose, "Measures whose lines and targets feed it.")
        _ = record.optional("time-bound", .prose, "A deadline inside it.")
    }
}

struct LineRecord: YAMLRecord {
    static var schemaName: String { "line" }
    static var schemaSummary: String { "A line of action or a target of a measure." }

    var line: Framework.Line

    static func read(_ record: inout RecordReader) -> LineRecord? {
        let id = record.required("id", .identifier, "The number, in quotes.")
        let title = record.required("title", .localized, "The title for people.")
        guard let id, let title else { return nil }
        return LineRecord(line: Framework.Line(id: id, title: title))
    }
}

struct IndicatorRecord: YAMLRecord {
    static var schemaName: String { "indicator" }
    static var schemaSummary: String { "An indicator of a measure." }

    static func read(_ record: inout RecordReader) -> IndicatorRecord? {
        _ = record.optional("id", .identifier, "Its id.")
        let title = record.required("title", .localized, "The title for people.")
        _ = record.optional("kind", .text, "What kind of indicator it is.")
        _ = record.optional("unit", .text, "Its unit.")
        _ = record.optional("level", .text, "The level it is measured at.")
        return title.map { _ in IndicatorRecord() }
    }
}

struct AdoptedIndicatorRecord: YAMLRecord {
    static var schemaName: String { "adopted-indicator" }
    static var schemaSummary: String { "An indicator of the region's adopted set." }

    static func read(_ record: inout RecordReader) -> AdoptedIndicatorRecord? {
        let id = record.required("id", .identifier, "Its id.")
        let gist = record.required("gist", .prose, "What it measures, in our words.")
        _ = record.optional("adapted-from", .text, "The indicator it is adapted from.")
        _ = record.optional("measures", .list(of: .identifier), "The measures it is linked to.")
        _ = Provenance.read(&record)
        return id != nil && gist != nil ? AdoptedIndicatorRecord() : nil
    }
}

struct RelatedMeasureRecord: YAMLRecord {
    static var schemaName: String { "related-measure" }
    static var schemaSummary: String { "A pointer from one measure to another." }

    var related: Framework.RelatedMeasure

    static func read(_ record: inout RecordReader) -> RelatedMeasureRecord? {
        let to = record.required("to", .identifier, "The other measure's number.")
        let relation = record.required("relation", .text, "How they are related.")
        _ = record.optional("chapter", .identifier, "The other measure's chapter.")
        guard let to, let relation else { return nil }
        return RelatedMeasureRecord(related: Framework.RelatedMeasure(to: to, relation: relation))
    }
}
