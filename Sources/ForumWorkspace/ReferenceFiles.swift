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
            "chapters", .list(of: .chapter, nonEmpty: true), "The chapters, in order.")
        let measures = record.required(
            "measures", .list(of: .measure, nonEmpty: true), "The priority measures, in order.")
        _ = record.list(
            "adopted-indicators", of: .adoptedIndicator, "Indicators adopted for the region.")
        let background = record.list("background", of: .background, "What is known about it.")
        _ = Provenance.read(&record)
        guard let id, let name, let chapters, let measures else { return nil }
        return FrameworkFile(
            framework: Framework(
                id: id, name: name, chapters: chapters, measures: measures, background: background))
    }
}

extension YAMLType<Framework.Chapter> {
    static let chapter = record("chapter", "One chapter of the framework.") { record in
        let id = record.required("id", .identifier, "The chapter's letter.")
        let title = record.required("title", .localized, "The title for people.")
        let numbers = record.required("measures", .measureNumbers, "Its measures' running numbers.")
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
        return Framework.Chapter(
            id: id, title: title, measureNumbers: numbers, coverage: coverage, origin: record.range)
    }
}

extension YAMLType<ClosedRange<Int>> {
    static let measureNumbers = record(
        "measure-numbers", "The first and last running number of a chapter's measures."
    ) { record in
        let from = record.required("from", .integer(in: 1...10_000), "The first measure's number.")
        let to = record.required("to", .integer(in: 1...10_000), "The last measure's number.")
        let count = record.optional("count", .integer(in: 1...10_000), "How many there are.")
        guard let from, let to else { return nil }
        guard from <= to else {
            record.report(.error(.outOfRange, at: record.range, "the last measure comes before the first one"))
            return nil
        }
        if let count, count != to - from + 1 {
            record.report(
                .warning(
                    .frameworkNumbers, at: record.valueRange("count"),
                    "\(from) to \(to) are \(to - from + 1) measures, not \(count)"))
        }
        return from...to
    }
}

extension YAMLType<Framework.Measure> {
    static let measure = record("measure", "One priority measure, with its lines of action.") { record in
        let id = record.required("id", .identifier, "The running number, in quotes.")
        let code = record.required("code", .identifier, "The number with its chapter, as F.67.")
        let chapter = record.required("chapter", .identifier, "The chapter's letter.")
        let title = record.required("title", .localized, "The title for people.")
        var measure = Framework.Measure(
            id: id ?? "", code: code ?? "", chapter: chapter ?? "", title: title ?? LocalizedText([]),
            origin: record.origin)
        measure.gist = record.optional("gist", .localizedOrPlain, "What it asks, in our words.")
        _ = record.optional(
            "guide-format", .word(from: [YAMLWord("full"), YAMLWord("general")]), "Its form in the guide.")
        let coverage = record.required(
            "coverage", .word(from: [YAMLWord("full"), YAMLWord("partial")]), "Whether it is here in full.")
        measure.lines = record.list("lines", of: .line, "Its lines of action, in order.")
        _ = record.optional("lines-complete", .boolean, "Whether these are all its lines.")
        measure.targets = record.list("targets", of: .line, "Its targets, in order.")
        _ = record.optional("targets-truncated", .boolean, "Whether there may be more targets.")
        readIndicators(&record)
        readSurroundings(&record)
        measure.relatedMeasures = record.list("related", of: .relatedMeasure, "Measures it is related to.")
        measure.gaps = record.optional("gaps", .localizedOrPlain, "What of it is not known.")
        _ = Provenance.read(&record)
        measure.isPartial = coverage == "partial"
        return id != nil && code != nil && chapter != nil && title != nil && coverage != nil ? measure : nil
    }

    private static func readIndicators(_ record: inout RecordReader) {
        _ = record.list("indicators", of: .indicator, "Its tentative indicators.")
        _ = record.optional("indicators-status", .prose, "What is known about its indicators.")
        _ = record.list("indicators-mentioned", of: .indicator, "Indicators its comments mention.")
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

extension YAMLType<Framework.Line> {
    static let line = record("line", "A line of action or a target of a measure.") { record in
        let id = record.required("id", .identifier, "The number, in quotes.")
        let title = record.required("title", .localized, "The title for people.")
        guard let id, let title else { return nil }
        return Framework.Line(id: id, title: title)
    }
}

extension YAMLType<Void> {
    static let indicator = record("indicator", "An indicator of a measure.") { record in
        _ = record.optional("id", .identifier, "Its id.")
        let title = record.required("title", .localized, "The title for people.")
        _ = record.optional("kind", .text, "What kind of indicator it is.")
        _ = record.optional("unit", .text, "Its unit.")
        _ = record.optional("level", .text, "The level it is measured at.")
        return title.map { _ in }
    }
}

extension YAMLType<Void> {
    static let adoptedIndicator = record("adopted-indicator", "An indicator of the region's adopted set.") { record in
        let id = record.required("id", .identifier, "Its id.")
        let gist = record.required("gist", .prose, "What it measures, in our words.")
        _ = record.optional("adapted-from", .text, "The indicator it is adapted from.")
        _ = record.optional("measures", .list(of: .identifier), "The measures it is linked to.")
        _ = Provenance.read(&record)
        return id != nil && gist != nil ? () : nil
    }
}

extension YAMLType<Framework.RelatedMeasure> {
    static let relatedMeasure = record("related-measure", "A pointer from one measure to another.") { record in
        let to = record.required("to", .identifier, "The other measure's number.")
        let relation = record.required("relation", .text, "How they are related.")
        _ = record.optional("chapter", .identifier, "The other measure's chapter.")
        guard let to, let relation else { return nil }
        return Framework.RelatedMeasure(to: to, relation: relation)
    }
}

/// reference/countries.yaml: countries, territories and the regions they lie in.
struct CountriesFile: YAMLRecord {
    static var schemaName: String { "countries" }
    static var schemaSummary: String { "Countries, territories and the regions they lie in." }

    var countries: [Country]
    var regions: [Located<Region>]

    static func read(_ record: inout RecordReader) -> CountriesFile? {
        _ = record.optional("sources", .sources, "Where the list comes from.")
        _ = record.optional("notes", .list(of: .prose), "Remarks on the list.")
        let regions = record.required(
            "regions", .list(of: .located(.region)), "The regions of the UN M49 standard that are used.")
        let countries = record.required(
            "countries", .list(of: .country, nonEmpty: true), "The countries and territories.")
        guard let regions, let countries else { return nil }
        return CountriesFile(countries: countries, regions: regions)
    }
}

extension YAMLType<Region> {
    static let region = record("region", "A region of the UN M49 standard.") { record in
        let id = record.required("id", .text, "The M49 code, three digits in quotes.")
        let name = record.required("name", .localized, "The name for people.")
        let parent = record.optional("parent", .text, "The region it lies in.")
        guard let id, let name else { return nil }
        return Region(id: id, name: name, parent: parent)
    }
}

extension YAMLType<Country> {
    static let country = record("country", "A country or territory.") { record in
        let code = record.required("code", .countryCode, "ISO 3166-1 alpha-3.")
        let alpha2 = record.required("alpha2", .text, "ISO 3166-1 alpha-2.")
        let m49 = record.required("m49", .text, "The UN M49 code, three digits in quotes.")
        let name = record.required("name", .localized, "The name for people.")
        let group = record.required("group", .name, "The group it belongs to, such as lac-state.")
        let region = record.required("region", .text, "The M49 code of its region.")
        let subregion = record.optional("subregion", .text, "The M49 code of its intermediate region.")
        let isSovereign = record.required("sovereign", .boolean, "Whether it is a sovereign State.")
        let administeredBy = record.optional("administered-by", .countryCode, "The State that administers it.")
        _ = record.optional("eclac-associate", .boolean, "Whether it is an associate member of ECLAC.")
        _ = record.optional("un-name", .prose, "The long name of the UN list, where it differs.")
        _ = Provenance.read(&record)
        guard let code, let alpha2, let m49, let name, let group, let region, let isSovereign,
            let origin = record.range
        else { return nil }
        return Country(
            code: code, alpha2: alpha2, m49: m49, name: name, group: group, region: region, subregion: subregion,
            isSovereign: isSovereign, administeredBy: administeredBy, origin: origin)
    }
}
