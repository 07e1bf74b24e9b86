import Diagnostics
import Foundation
import Testing

@testable import ForumWorkspace

/// A slip in the made-up workspace of `Fixtures/Base` that can be read and can't be meant so: what is written instead of
/// what, and the codes that are to be said.
struct Slip: CustomTestStringConvertible, Sendable {
    var name: String
    var file: String
    /// What is replaced, and by what; an empty first text puts the other one at the end of the file.
    var edits: [(String, String)]
    var codes: Set<String>

    init(_ name: String, _ file: Place, _ edits: (String, String)..., says codes: String...) {
        (self.name, self.file, self.edits, self.codes) = (name, file.rawValue, edits, Set(codes))
    }

    enum Place: String {
        case workspace = "workspace.yaml"
        case countries = "reference/countries.yaml"
        case framework = "reference/framework.yaml"
        case forum = "andes/forum.yaml"
        case commitments = "andes/commitments.yaml"
        case reports = "andes/reports/2020.csv"
    }

    var testDescription: String { name }

    /// The files of the workspace, with more text at the end of some if asked for.
    func files(with more: [String: String] = [:]) throws -> [String: [UInt8]] {
        var files = try Fixture.base()
        var text = String(decoding: try #require(files[file]), as: UTF8.self)
        for (old, new) in edits {
            if old.isEmpty {
                text += new
            } else {
                try #require(text.contains(old), "\(file) holds no '\(old)'")
                text = text.replacing(old, with: new, maxReplacements: 1)
            }
        }
        files[file] = Array(text.utf8)
        for (file, more) in more { files[file, default: []] += Array(more.utf8) }
        return files
    }
}

extension Slip {
    private static let first = "A made-up undertaking}, legal-force: political"
    private static let second = "Another one}, legal-force: binding"

    /// A commitment A-1 with more keys.
    private static func commitment(_ name: String, _ keys: String, says code: String) -> Slip {
        Slip(name, .commitments, (first, first + ", " + keys), says: code)
    }
    private static func tied(_ name: String, _ one: String, _ other: String, says code: String) -> Slip {
        Slip(
            name, .commitments, (first, "\(first), links: [\(one)]"), (second, "\(second), links: [\(other)]"),
            says: code)
    }
    private static func member(_ name: String, _ keys: String, says code: String) -> Slip {
        Slip(
            name, .forum, ("{country: BOL, since: 2012-12-07}", "{country: BOL, since: 2012-12-07, \(keys)}"),
            says: code)
    }
    private static func forum(_ name: String, _ text: String, says code: String) -> Slip {
        Slip(name, .forum, ("", text), says: code)
    }
    private static func row(_ name: String, _ text: String, says codes: String...) -> Slip {
        var slip = Slip(name, .reports, ("", text))
        slip.codes = Set(codes)
        return slip
    }

    /// One slip of each kind, and their kin.
    static let all: [Slip] = commitments + forums + reports + workspaces + texts

    private static let commitments: [Slip] = [
        commitment("supersedes itself", "links: [{to: A-1, as: supersedes}]", says: "circular-tie"),
        tied("supersedes in a circle", "{to: A-2, as: supersedes}", "{to: A-1, as: supersedes}", says: "circular-tie"),
        commitment("is part of itself", "links: [{to: andes/A-1, as: part-of}]", says: "circular-tie"),
        tied("is part of its part", "{to: A-2, as: part-of}", "{to: andes/A-1, as: part-of}", says: "circular-tie"),
        tied("repeats in a circle", "{to: A-2, as: reiterates}", "{to: A-1, as: reiterates}", says: "circular-tie"),
        commitment("is related to itself", "links: [{to: A-1, as: related}]", says: "circular-tie"),
        commitment(
            "tied twice", "links: [{to: A-2, as: related}, {to: A-2, as: related}]", says: "said-twice"),
        commitment("in force before adopted", "adopted: 2012, in-force: 2010-05-01", says: "dates-out-of-order"),
        commitment(
            "published before adopted", "adopted: 2012, entry-into-force: {clause: on-publication, published: 2011}",
            says: "dates-out-of-order"),
        commitment(
            "deferred to before published",
            "entry-into-force: {clause: on-publication, published: 2011, deferred-to: 2010}",
            says: "dates-out-of-order"),
        commitment(
            "an exception over before adoption",
            "adopted: 2012, exceptions: [{party: ARG, kind: deferral, until: 2011}]", says: "dates-out-of-order"),
        commitment(
            "an exception twice", "exceptions: [{party: ARG, kind: opt-out}, {party: ARG, kind: opt-out}]",
            says: "said-twice"),
        commitment(
            "an exception for who isn't addressed", "exceptions: [{party: CHL, kind: opt-out}]", says: "not-addressed"),
        commitment("an addressee twice", "addressees: [ARG, BOL, ARG]", says: "listed-twice"),
        Slip("ids that differ by case", .commitments, ("id: A-2", "id: a-1"), says: "similar-ids"),
        Slip(
            "ids that lose a zero", .commitments, ("", "  - {id: '140.1', title: {en: T}, legal-force: political}\n"),
            ("", "  - {id: '140.10', title: {en: T}, legal-force: political}\n"), says: "spreadsheet-ids"),
        Slip(
            "ids with a zero before them", .commitments,
            ("", "  - {id: '7', title: {en: T}, legal-force: political}\n"),
            ("", "  - {id: '007', title: {en: T}, legal-force: political}\n"), says: "spreadsheet-ids"),
        Slip(
            "ids that become one day", .commitments, ("", "  - {id: 1/2, title: {en: T}, legal-force: political}\n"),
            ("", "  - {id: 01-02, title: {en: T}, legal-force: political}\n"), says: "spreadsheet-ids"),
        Slip(
            "ids that become one number", .commitments,
            ("", "  - {id: 1e3, title: {en: T}, legal-force: political}\n"),
            ("", "  - {id: '1000', title: {en: T}, legal-force: political}\n"), says: "spreadsheet-ids"),
        Slip(
            "ids of more digits than a number has", .commitments,
            ("", "  - {id: '1234567890123456', title: {en: T}, legal-force: political}\n"),
            ("", "  - {id: '1234567890123457', title: {en: T}, legal-force: political}\n"), says: "spreadsheet-ids"),
        commitment("a source that runs", "sources: ['javascript:alert(1)']", says: "unsafe-address"),
        commitment("a source twice", "sources: [Acta 1, Acta 1]", says: "listed-twice"),
    ]

    private static let forums: [Slip] = [
        Slip(
            "a member twice", .forum, ("  - {country: ARG}", "  - {country: ARG}\n  - {country: ARG}"),
            says: "overlapping-spells"),
        Slip(
            "memberships that overlap", .forum,
            ("- {country: ARG}", "- {country: ARG, until: 2015}\n  - {country: ARG, since: 2014}"),
            says: "overlapping-spells"),
        member("suspended before membership", "suspended: {since: 2010, until: 2013}", says: "outside-membership"),
        member(
            "absent after membership", "until: 2015, not-participating: {since: 2016}", says: "outside-membership"),
        Slip(
            "a holder until before since", .forum,
            ("kind: secretariat}", "kind: secretariat, holders: [{country: ARG, since: 2015, until: 2014}]}"),
            says: "ends-before-begin"),
        Slip(
            "a group with a stranger", .forum, ("members: [ARG, BOL]", "members: [ARG, PER]"), says: "unknown-country"),
        Slip(
            "words that differ by case", .forum, ("  retroceso:", "  Cumplida: limited\n  retroceso:"),
            says: "similar-words"),
        Slip(
            "a word with a blank", .forum, ("  cumplida:", "  'cumplida ':"), says: "similar-words", "status-spelling"),
        Slip(
            "words that differ by a blank", .forum, ("  retroceso:", "  'cumplida ': limited\n  retroceso:"),
            says: "similar-words"),
        forum(
            "a meeting that ends early", "sessions: [{date: 2015-05-04, until: 2015-05-01}]\n",
            says: "ends-before-begin"),
        forum(
            "a meeting twice", "sessions: [{id: S1, date: 2015}, {id: S1, date: 2016}]\n", says: "session-order"),
        forum("meetings out of order", "sessions: [{date: 2016}, {date: 2015}]\n", says: "session-order"),
        forum("over before founded", "founded: 2010\ndormant: {since: 2005}\n", says: "dates-out-of-order"),
        forum("known before the first report", "data-until: 2019-12-31\n", says: "until-unclear"),
        Slip("a language twice", .forum, ("languages: [es]", "languages: [es, es]"), says: "listed-twice"),
        forum("an address that runs", "websites: ['JavaScript:alert(1)']\n", says: "unsafe-address"),
        forum(
            "rounds that differ by case", "rounds: [{id: P1, name: {en: P}}, {id: p1, name: {en: P}}]\n",
            says: "similar-ids"),
    ]

    private static let reports: [Slip] = [
        Slip(
            "a report before adoption", .commitments, (first, first + ", adopted: 2021"), says: "report-before-adoption"
        ),
        row("a report before membership", "R-3,A-1,BOL,cumplida,2011,,\n", says: "report-before-membership"),
        row(
            "a report twice without an id", ",A-1,ARG,adoptada,2019,,x\n,A-1,ARG,adoptada,2019,,x\n",
            says: "identical-reports"),
        row(
            "a report twice under two ids", "R-3,A-1,ARG,cumplida,2020-05-04,government,made up\n",
            says: "identical-reports"),
        row(
            "two words of one voice and day", "R-3,A-1,ARG,retroceso,2020-05-04,government,\n",
            says: "contradicting-reports"),
        row("an id that differs by case", "r-1,A-2,ARG,cumplida,2020,,\n", says: "similar-ids"),
        row("an id with a control", "R\u{7}3,A-2,ARG,cumplida,2020,,\n", says: "hidden-character", "report-id-form"),
        row("an id with blanks and markup", "<b>R 3</b>,A-2,ARG,cumplida,2020,,\n", says: "report-id-form"),
        row("a note with an escape", "R-3,A-2,ARG,cumplida,2020,,\u{1B}[31mred\n", says: "hidden-character"),
        row("a note that turns round", "R-3,A-2,ARG,cumplida,2020,,\"a \u{202E}b\"\n", says: "hidden-character"),
        row("a NUL", "R-3,A-2,ARG,cumplida,2020,,a\0b\n", says: "hidden-character"),
        row("a bell in quotes", "R-3,A-2,ARG,cumplida,2020,,\"a,\u{7}b\"\n", says: "hidden-character"),
        Slip(
            "a source that runs, below others", .reports, ("voice,note", "voice,sources"),
            ("", "R-3,A-2,ARG,cumplida,2020,,https://example.org/a | javascript:alert(1)\n"), says: "unsafe-address"),
        Slip(
            "a header alone", .reports, ("R-1,A-1,ARG,cumplida,2020-05-04,government,made up\n", ""),
            ("R-2,A-1,BOL,en trámite,2020-05,,made up", ",,,,,,"), says: "no-rows"),
    ]

    private static let workspaces: [Slip] = [
        Slip(
            "a region in itself", .countries, ("{id: \"419\",", "{id: \"419\", parent: \"419\","), says: "circular-tie"),
        Slip(
            "regions in a circle", .countries, ("{id: \"419\",", "{id: \"419\", parent: \"005\","),
            ("countries:", "  - {id: \"005\", name: {en: South}, parent: \"419\"}\ncountries:"), says: "circular-tie"),
        Slip(
            "a region in no region", .countries, ("{id: \"419\",", "{id: \"419\", parent: \"001\","),
            says: "region-mismatch"),
        Slip(
            "a subregion elsewhere", .countries,
            (
                "countries:",
                "  - {id: \"150\", name: {en: E}}\n  - {id: \"039\", name: {en: S}, parent: \"150\"}\ncountries:"
            ),
            ("region: \"419\"", "subregion: \"039\", region: \"419\""), says: "region-mismatch"),
        Slip(
            "one subregion in two regions", .countries,
            ("countries:", "  - {id: \"150\", name: {en: E}}\n  - {id: \"039\", name: {en: S}}\ncountries:"),
            ("region: \"419\"", "subregion: \"039\", region: \"419\""),
            ("lac-state, region: \"419\"", "lac-state, subregion: \"039\", region: \"150\""), says: "region-mismatch"),
        Slip(
            "administered by itself", .countries, ("sovereign: true", "sovereign: true, administered-by: ARG"),
            says: "circular-tie"),
        Slip("one M49 code for two", .countries, ("\"068\"", "\"032\""), says: "country-codes"),
        Slip("one alpha-2 code for two", .countries, ("alpha2: BO", "alpha2: AR"), says: "country-codes"),
        Slip(
            "a region twice", .countries, ("countries:", "  - {id: \"419\", name: {en: Again}}\ncountries:"),
            says: "country-codes"),
        Slip("an alpha-2 code that is none", .countries, ("alpha2: BO", "alpha2: bolivia"), says: "country-codes"),
        Slip("an M49 code that is none", .countries, ("\"068\"", "68"), says: "country-codes"),
        Slip(
            "weights of 0", .workspace,
            ("{exact: 4, close: 3, narrow: 2, broad: 2, related: 1}", "{exact: 0, close: 0}"),
            says: "no-weight"),
        Slip("standings of 0", .workspace, ("{bound: 2, pending: 2, invited: 1}", "{bound: 0}"), says: "no-weight"),
        commitment(
            "a relation without weight", "crosswalk: [{to: '67.1', relation: intersects}]", says: "no-weight"),
        Slip("one letter for two levels", .workspace, ("letter: L", "letter: C"), says: "alike-levels"),
        Slip("one sign for two levels", .workspace, ("sign: ◔", "sign: ✕"), says: "alike-levels"),
        Slip(
            "a long sign", .workspace, ("sign: ◔", "sign: \(String(repeating: "x", count: 1000))"), says: "alike-levels"
        ),
        Slip("a long letter", .workspace, ("letter: L", "letter: Limited"), says: "alike-levels"),
        Slip("the sign of no report", .workspace, ("sign: ◔", "sign: '?n'"), says: "alike-levels"),
        Slip("the sign of overdue", .workspace, ("sign: ◔", "sign: '!'"), says: "alike-levels"),
        Slip(
            "a public language twice", .workspace, ("languages: [en, es]", "languages: [en, es, en]"),
            says: "listed-twice"),
        Slip("a language without texts", .workspace, ("languages: [en, es]", "languages: [en, tlh]"), says: "no-texts"),
        Slip(
            "chapters that overlap", .framework,
            (
                "measures:\n",
                "  - {id: G, title: {en: More}, measures: {from: 68, to: 70}, coverage: full}\nmeasures:\n"
            ),
            says: "framework-numbers"),
        Slip("a count that isn't true", .framework, ("to: 68}", "to: 68, count: 3}"), says: "framework-numbers"),
        Slip(
            "a chapter twice", .framework,
            (
                "measures:\n",
                "  - {id: F, title: {en: More}, measures: {from: 69, to: 70}, coverage: full}\nmeasures:\n"
            ),
            says: "framework-numbers"),
        Slip("a measure out of its chapter", .framework, ("to: 68}", "to: 67}"), says: "framework-numbers"),
        Slip(
            "a measure of no chapter", .framework, ("code: F.68, chapter: F", "code: F.68, chapter: G"),
            says: "framework-numbers"),
        Slip(
            "a measure related to itself", .framework,
            ("without lines}, coverage: full", "without lines}, coverage: full, related: [{to: '68', relation: x}]"),
            says: "framework-numbers"),
        Slip(
            "a measure related to none", .framework,
            ("without lines}, coverage: full", "without lines}, coverage: full, related: [{to: '99', relation: x}]"),
            says: "framework-numbers"),
    ]

    private static let texts: [Slip] = [
        Slip(
            "an id too long for a file", .commitments, ("id: A-2", "id: \(String(repeating: "A", count: 10_000))"),
            says: "invalid-identifier"),
        Slip(
            "a title of 1 MB", .commitments, ("Another one", String(repeating: "Another ", count: 131_072)),
            says: "long-text"),
        Slip(
            "a title that turns round", .commitments, ("Another one", "Another \u{202E}one"), says: "hidden-character"),
        Slip(
            "a title with a blank of no width", .commitments, ("Another one", "Ano\u{200B}ther one"),
            says: "hidden-character"),
        Slip(
            "a control by its escape", .commitments, ("Another one", "\"Another\\u001b one\""), says: "hidden-character"
        ),
        Slip(
            "a title that can't be seen", .commitments, ("Another one", "\"\u{200B}\u{200D}\u{A0}\""),
            says: "hidden-character", "empty-value"),
        Slip(
            "a name that can't be seen", .forum, ("en: Made-up Forum of the Andes", "en: \"\u{200D}\u{200C}\""),
            says: "empty-value"),
        Slip(
            "a number cut by a comment", .commitments,
            ("", "  - id: A-3\n    number: Resolution #12 of 2004\n    title: {en: T}\n    legal-force: political\n"),
            says: "comment-in-text"),
        Slip(
            "a title cut below its first line", .commitments,
            ("", "  - id: A-3\n    title:\n      en: One\n        plan #3 of two\n    legal-force: political\n"),
            says: "comment-in-text"),
    ]
}

/// Slips that `check` warns of; all data are made up.
@Suite struct LintTests {
    @Test(arguments: Slip.all)
    func isSaid(_ slip: Slip) throws {
        let loaded = try load(slip.files())
        #expect(Set(loaded.codes) == slip.codes, "\(loaded.rendered)")
        #expect(loaded.diagnostics.allSatisfy { $0.range != nil })
    }

    @Test func aListThatWasCompleteBeforeItsTextWasAdopted() throws {
        let slip = Slip(
            "adopted later", .commitments,
            ("A made-up undertaking}, legal-force: political", "T}, legal-force: political, adopted: 2012"))
        for (until, codes) in [("2011-12-31", ["until-unclear"]), ("2012", [])] {
            let list = "records: [{commitments: [A-1, andes/A-1], complete-until: \(until), kept-by: The board}]\n"
            let loaded = try load(slip.files(with: ["andes/forum.yaml": list]))
            #expect(loaded.codes == codes, "\(loaded.rendered)")
        }
    }

    @Test func theBaseIsQuiet() throws {
        #expect(try load(Fixture.base()).codes == [])
    }

    @Test(arguments: Slip.all)
    func isAcceptedAtTheTopOfTheWorkspace(_ slip: Slip) throws {
        let before = try load(slip.files()).diagnostics
        guard before.allSatisfy({ $0.severity == .warning }) else { return }
        let codes = Set(before.map(\.code.name)).sorted().map { "\($0): made up" }.joined(separator: ", ")
        let loaded = try load(slip.files(with: ["workspace.yaml": "accept: [\(codes)]\n"]))
        #expect(loaded.codes == [], "\(loaded.rendered)")
        #expect(loaded.reading.accepted.count == before.count)
    }

    @Test func manyOfAKindAreListedInPart() throws {
        let rows =
            (1...300).map { "R-\($0 + 2),A-2,ARG,cumplida,\(1600 + $0),,\n" } + ["R-1 x,A-2,ARG,cumplida,2020,,\n"]
        let members = String(repeating: "  - {country: ARG}\n", count: 10_000)
        let slip = Slip("many members", .forum, ("  - {country: ARG}\n", members))
        let found = try load(slip.files(with: ["andes/reports/2020.csv": rows.joined()])).diagnostics
        #expect(found.count { $0.code == .overlappingSpells } == 201)
        #expect(found.contains { $0.message == "9999 warnings are like this one; only the first 200 are listed" })
    }

    @Test func whatIsUsualIsNotSaid() throws {
        let usual = Slip(
            "usual", .commitments,
            (
                "",
                """
                  - id: A-3  # a comment that stands off
                    number: "Resolution #12"
                    title: {en: 'Plan #3', es: زيارة}
                    adopted: 2012-05
                    in-force: 2012
                    legal-force: political  # and another one
                    tracked: true # after a word of the program
                    links: [{to: A-1, as: supersedes}, {to: A-1, as: related}, {to: A-2, as: part-of}]
                    exceptions:
                      - {party: ARG, kind: reservation, articles: [Article 1]}
                      - {party: ARG, kind: reservation, articles: [Article 2]}
                      - {party: BOL, kind: deferral, since: 2013, until: 2014}
                      - {party: BOL, kind: deferral, since: 2014}
                    sources: ["Data: a table", "File 7", https://example.org/javascript:x]

                """
            ))
        let loaded = try load(
            usual.files(with: [
                "andes/reports/2020.csv": """
                R-3,A-3,ARG,cumplida,2012,,línea 1
                R-4,A-3,ARG,cumplida,2012-06,,\u{1F468}\u{200D}\u{1F469}
                ,,,,,,
                """
            ]))
        #expect(loaded.codes == [], "\(loaded.rendered)")
    }
}
