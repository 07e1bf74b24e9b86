import Diagnostics
import Testing

@testable import FollowUpModel

/// What people write for a country; the names are real, the table is cut short.
@Suite struct CountryNamesTests {
    private static let table: CountryTable = {
        let rows = [
            ("ARG", "AR", "032", "Argentina"), ("ATG", "AG", "028", "Antigua and Barbuda"),
            ("BRA", "BR", "076", "Brazil"),
            ("BRB", "BB", "052", "Barbados"), ("DMA", "DM", "212", "Dominica"),
            ("DOM", "DO", "214", "Dominican Republic"),
            ("GTM", "GT", "320", "Guatemala"), ("GUY", "GY", "328", "Guyana"), ("PAN", "PA", "591", "Panama"),
            ("PRY", "PY", "600", "Paraguay"), ("TTO", "TT", "780", "Trinidad and Tobago"),
            ("URY", "UY", "858", "Uruguay"),
            ("VEN", "VE", "862", "Venezuela"),
        ]
        let place = SourceRange(
            file: FileID(rawValue: 0), start: SourcePosition(line: 1, column: 1),
            end: SourcePosition(line: 1, column: 1))
        return CountryTable(
            countries: rows.map { code, alpha2, m49, name in
                let names =
                    code == "BRA"
                    ? LocalizedText([.init(.english, name), .init(.spanish, "Brasil")])
                    : LocalizedText([.init(.english, name)])
                return Country(
                    code: code, alpha2: alpha2, m49: m49, name: names, group: "lac-state", region: "419",
                    subregion: nil,
                    isSovereign: true, administeredBy: nil, origin: place)
            }, regions: [])
    }()

    @Test(arguments: [
        ("ARG", "ARG"), ("arg", "ARG"), ("AG", "ATG"), ("uy", "URY"), ("858", "URY"), ("32", "ARG"), ("Brasil", "BRA"),
        ("brasil ", "BRA"), ("Urugay", "URY"), ("Gatemala", "GTM"), ("Dominica", "DMA"),
        // Codes of the International Olympic Committee.
        ("URU", "URY"), ("PAR", "PRY"), ("GUA", "GTM"), ("BAR", "BRB"),
        // Cyrillic letters that look like ours.
        ("АRG", "ARG"),
        // Another country's, or nobody's: no guess.
        ("ROM", nil), ("ANT", nil), ("BUR", nil), ("UR", nil), ("URX", nil), ("GUY1", nil), ("TRI", nil), ("99", nil),
        ("Dominic", nil), ("", nil), ("Atlantis", nil),
    ])
    func areUnderstoodOrLeftAlone(_ text: String, _ code: String?) {
        #expect(Self.table.code(meantBy: text) == code)
    }

    @Test func aNameThatIsMisspeltIsOnlySuggested() {
        #expect(Self.table.code(of: "Urugay") == nil && Self.table.code(of: "uruguay") == "URY")
    }

    /// No code is taken for one that is merely near: of all codes of three letters only those of the table and of the
    /// list of other codes mean anything.
    @Test func noCodeIsGuessed() {
        let letters = (0x41...0x5A).map { String(Unicode.Scalar(UInt8($0))) }
        let known = Set(Self.table.countries.map(\.code))
        var meant: [String: String] = [:]
        for a in letters {
            for b in letters {
                for c in letters { meant[a + b + c] = Self.table.code(meantBy: a + b + c) }
            }
        }
        let others = ["BAR": "BRB", "GUA": "GTM", "PAR": "PRY", "URU": "URY"]
        #expect(meant == others.merging(known.map { ($0, $0) }) { first, _ in first })
    }
}
