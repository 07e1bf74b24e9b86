import FollowUpModel
import LocatedYAML

/// reference/countries.yaml: countries, territories and the regions they lie in.
struct CountriesFile: YAMLRecord {
    static var schemaName: String { "countries" }
    static var schemaSummary: String { "Countries, territories and the regions they lie in." }

    var countries: [Country]
    var regions: [Region]

    static func read(_ record: inout RecordReader) -> CountriesFile? {
        _ = record.optional("sources", .sources, "Where the list comes from.")
        _ = record.optional("notes", .list(of: .prose), "Remarks on the list.")
        let regions = record.required(
            "regions", .list(of: .region), "The regions of the UN M49 standard that are used.")
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
