import Diagnostics
import JSON
import Testing

@testable import LocatedYAML

/// Records from text, and everything that is said of wrong ones.
struct DecodingTests {
    @Test func aFullRecordIsRead() throws {
        let (value, diagnostics) = decode(
            Specimen.self,
            """
            words: {poco: low, mucho: {level: high, reason: made up}}
            id: 67.20
            name: no
            note: |
              One
              two
            count: 7
            large: true
            colour: dark-blue
            shade: 'a: b'
            day: day-3
            title: {es: Uno, en: One}
            tags: [1.10, NO]
            aims: one
            part: {size: -3}
            parts:
              - size: 1
                inner: [{size: 2}]
            """)
        #expect(diagnostics.map(\.line) == [])
        let specimen = try #require(value)
        #expect(specimen.id.value == "67.20")
        #expect(specimen.id.range.short == "2:5-2:10")
        #expect(specimen.name == "no")
        #expect(specimen.note == "One\ntwo\n")
        #expect(specimen.count == 7)
        #expect(specimen.isLarge)
        #expect(specimen.colour == .darkBlue)
        #expect(specimen.shade == "a: b")
        #expect(specimen.day == Day(number: 3))
        #expect(specimen.title.map(\.key.value) == ["es", "en"])
        #expect(specimen.title.map(\.value) == ["Uno", "One"])
        #expect(specimen.title.map(\.range.short) == ["12:13-12:16", "12:22-12:25"])
        #expect(specimen.tags == ["1.10", "NO"])
        #expect(specimen.aims == ["one"])
        #expect(specimen.part == Part(size: -3, inner: []))
        #expect(specimen.parts == [Part(size: 1, inner: [Part(size: 2, inner: [])])])
        #expect(specimen.words.map(\.key.value) == ["poco", "mucho"])
        #expect(specimen.words.map(\.value) == [.word("low"), .reasoned("high", reason: "made up")])
    }

    @Test func emptyOptionalKeysCountAsNotWritten() throws {
        let (value, diagnostics) = decode(Specimen.self, "id: a\nname:\nlarge: ~\ntags: null\npart:\n")
        #expect(diagnostics.map(\.line) == [])
        let specimen = try #require(value)
        #expect(specimen.name == nil && !specimen.isLarge && specimen.tags.isEmpty && specimen.part == nil)
    }

    /// One wrong field, and exactly what is said of it.
    static let wrong: [(String, String)] = [
        ("idd: x\nid: a", "1:1-1:4 specimen has no key 'idd' [unknown-key]"),
        ("nme: x\nid: a", "1:1-1:4 specimen has no key 'nme'; did you mean 'name'? [unknown-key]"),
        ("name: x", "1:1-1:5 specimen needs the key 'id' [missing-key]"),
        ("id:", "1:4-1:4 'id' must not be empty [empty-value]"),
        (
            "id: a b",
            "1:5-1:8 'a b' is not an id; an id has only letters a to z, digits, '.', '_', '-' and '/' "
                + "[invalid-identifier]"
        ),
        ("id: a\nname: ''", "2:7-2:9 'name' must not be empty [empty-value]"),
        ("id: a\nname: |\n  x\n  y", "2:7-4:4 'name' must be a text of one line [line-break-in-text]"),
        ("id: a\nname: [x]", "2:7-2:10 'name' must be a text, not a list [wrong-kind]"),
        ("id: a\ncount: x", "2:8-2:9 'x' is not a whole number [not-an-integer]"),
        ("id: a\ncount: '7'", "2:8-2:11 '7' is not a whole number [not-an-integer]"),
        ("id: a\ncount: 007", "2:8-2:11 '007' is not a whole number [not-an-integer]"),
        ("id: a\ncount: 100", "2:8-2:11 100 is out of range; it must be 0 to 99 [out-of-range]"),
        (
            "id: a\npart: {size: 99999999999999999999}",
            "2:14-2:34 99999999999999999999 is out of range; no number of this size can be kept [out-of-range]"
        ),
        ("id: a\nlarge: yes", "2:8-2:11 'yes' is neither true nor false [not-a-boolean]"),
        ("id: a\nlarge: 'true'", "2:8-2:14 'true' is neither true nor false in quotes [not-a-boolean]"),
        ("id: a\nlarge: maybe", "2:8-2:13 'maybe' is neither true nor false [not-a-boolean]"),
        ("id: a\ncolour: gren", "2:9-2:13 'colour' can't be 'gren'; did you mean 'green'? [unknown-word]"),
        ("id: a\ncolour: Zebra", "2:9-2:14 'colour' can't be 'Zebra' [unknown-word]"),
        ("id: a\nshade: a. b", "2:8-2:12 'shade' can't be 'a. b'; did you mean 'a: b'? [unknown-word]"),
        ("id: a\nday: 7", "2:6-2:7 '7' is not a day [invalid-value]"),
        ("id: a\nday: {x: y}", "2:6-2:12 'day' must be a day, not a mapping [wrong-kind]"),
        (
            "id: a\ntitle: Uno",
            "2:8-2:11 'title' must be a mapping of languages to texts, not a single value "
                + "[wrong-kind]"
        ),
        ("id: a\ntitle: {}", "2:8-2:10 'title' needs at least one language [empty-list]"),
        (
            "id: a\ntitle: {ESS: Uno}",
            "2:9-2:12 'ESS' is not a language code here; did you mean 'es'? "
                + "[unknown-language]"
        ),
        ("id: a\ntitle: {es: ''}", "2:13-2:15 each value in 'title' must not be empty [empty-value]"),
        ("id: a\ntags: x", "2:7-2:8 'tags' must be a list, not a single value [wrong-kind]"),
        ("id: a\ntags: [x, ]\nparts: x: y", "3:9-3:10 a ':' followed by a space can't stand here [yaml-syntax]"),
        ("id: a\ntags:\n-\n- x", "3:2-3:2 each value in 'tags' must not be empty [empty-value]"),
        (
            "id: a\naims: [One]",
            "2:8-2:11 'One' is not an id; an id has only small letters a to z, digits and '-', "
                + "a letter first [invalid-identifier]"
        ),
        ("id: a\npart: x", "2:7-2:8 'part' must be a mapping, not a single value [wrong-kind]"),
        ("id: a\nparts: [{}]", "2:9-2:11 part needs the key 'size' [missing-key]"),
        (
            "id: a\nwords: {x: hgh}",
            "2:12-2:15 each value in 'words' can't be 'hgh'; did you mean 'high'? "
                + "[unknown-word]"
        ),
        (
            "id: a\nwords: {x: [low]}",
            "2:12-2:17 each value in 'words' must be a single value or a mapping, not a list "
                + "[wrong-kind]"
        ),
        ("id: a\nwords: {x: {level: low}}", "2:13-2:18 reasoned-level needs the key 'reason' [missing-key]"),
        ("[x]", "1:1-1:4 the file must be a mapping, not a list [wrong-kind]"),
        ("", "1:1-1:1 specimen needs the key 'id' [missing-key]"),
    ]

    @Test(arguments: wrong)
    func oneFaultOneDiagnostic(_ text: String, _ line: String) {
        #expect(decode(Specimen.self, text).1.map(\.line) == [line])
    }

    @Test func allFaultsInOnePass() {
        let (value, diagnostics) = decode(
            Specimen.self, "nme: x\ncount: x\nlarge: no\ntags: [a, {b: c}]\nparts: [{sze: 1}, {size: 2}]\ncount: 3\n")
        #expect(value == nil)
        #expect(
            diagnostics.inStableOrder().map(\.line) == [
                "1:1-1:4 specimen needs the key 'id' [missing-key]",
                "1:1-1:4 specimen has no key 'nme'; did you mean 'name'? [unknown-key]",
                "2:8-2:9 'x' is not a whole number [not-an-integer]",
                "3:8-3:10 'no' is neither true nor false [not-a-boolean]",
                "4:11-4:17 each value in 'tags' must be a text, not a mapping [wrong-kind]",
                "5:10-5:13 part needs the key 'size' [missing-key]",
                "5:10-5:13 part has no key 'sze'; did you mean 'size'? [unknown-key]",
                "6:1-6:6 the key 'count' stands twice in this mapping [duplicate-key]",
            ])
    }

    @Test func goodPartsStandBesideWrongOnes() {
        let (value, _) = decode(Specimen.self, "id: a\ntags: [x, [y], z]\nparts: [{size: 1}, {}]\nlarge: nope\n")
        #expect(value?.tags == ["x", "z"])
        #expect(value?.parts == [Part(size: 1, inner: [])])
        #expect(value?.isLarge == false)
    }

    @Test(arguments: [
        ("nme: x\nid: a", "name: x\nid: a"),
        ("id: a b", "id: a-b"),
        ("id: a\ncount: '7'", "id: a\ncount: 7"),
        ("id: a\nlarge: yes", "id: a\nlarge: true"),
        ("id: a\nlarge: 'Off'", "id: a\nlarge: false"),
        ("id: a\ncolour: gren", "id: a\ncolour: green"),
        ("id: a\nshade: a. b", "id: a\nshade: 'a: b'"),
        ("id: a\nday: 7", "id: a\nday: day-7"),
        ("id: a\ntitle: {ESS: Uno}", "id: a\ntitle: {es: Uno}"),
        ("id: a\ntags: x", "id: a\ntags: [x]"),
        ("id: a\ntags: 'x'", "id: a\ntags: ['x']"),
        ("id: a\ntags: x, it's y", "id: a\ntags: ['x, it''s y']"),
        ("id: a\naims: [One]", "id: a\naims: [one]"),
    ])
    func fixesMend(_ text: String, _ mended: String) throws {
        let fix = try #require(decode(Specimen.self, text).1.first?.fixIts.first)
        #expect(text.applying(fix) == mended)
        #expect(decode(Specimen.self, mended).1.map(\.line) == [])
    }

    @Test func notesTellWhatMayStand() {
        #expect(
            decode(Specimen.self, "id: a\ncolour: x").1.first?.notes.map(\.message) == [
                "it is one of red, green, dark-blue"
            ])
        #expect(decode(Part.self, "size: 1\nx: 2").1.first?.notes.map(\.message) == ["its keys are size, inner"])
        #expect(decode(Part.self, "inner: []").1.first?.help == "size: its size.")
    }

    @Test func aLongListIsDecodedInItsOrder() throws {
        // Long enough to be decoded side by side where there are several cores.
        let text = (0..<9000).map { number in
            switch number % 700 {
            case 3: "  - [\(number)]\n"
            case 5: "  - size: \(number)\n    unknown: key\n"
            default: "  - size: \(number)\n"
            }
        }
        let parts = try #require(try document("parts:\n" + text.joined()).root["parts"])
        var diagnostics: [Diagnostic] = []
        let sizes = YAMLType.list(of: .record(Size.self)).decode(parts, into: &diagnostics)
        #expect(sizes?.map(\.size) == (0..<9000).filter { $0 % 700 != 3 })
        let places = diagnostics.compactMap(\.range?.start)
        #expect(places.count == 26)
        #expect(places == places.sorted())
    }

    /// A record with one key.
    private struct Size: YAMLRecord {
        static let schemaName = "size"
        static let schemaSummary = "A size."
        var size: Int

        static func read(_ record: inout RecordReader) -> Size? {
            let size = record.required("size", .integer, "How much.")
            return size.map(Size.init)
        }
    }

    @Test func manyUnknownKeysAndManyPairs() {
        let text = "size: 1\n" + (0..<200).map { "k\($0): x" }.joined(separator: "\n")
        let (value, diagnostics) = decode(Part.self, text)
        #expect(value == Part(size: 1, inner: []))
        #expect(diagnostics.count == 200)
        #expect(diagnostics.allSatisfy { $0.code == .unknownKey })
    }
}

/// Options of types that the specimen doesn't use.
struct TypeOptionTests {
    private func lines<Value>(_ type: YAMLType<Value>, _ text: String) throws -> [String] {
        var diagnostics: [Diagnostic] = []
        let value = type.decode(try document(text).root, into: &diagnostics)
        #expect((value == nil) == diagnostics.hasErrors)
        return diagnostics.map(\.line)
    }

    @Test func listsMayHaveToHoldSomething() throws {
        #expect(try lines(.list(of: .text, nonEmpty: true), "[x]") == [])
        #expect(
            try lines(.list(of: .text, nonEmpty: true), "[]") == [
                "1:1-1:3 the file needs at least one item [empty-list]"
            ])
        #expect(YAMLType.list(of: YAMLType<String>.text, nonEmpty: true).jsonSchema()["minItems"] == 1)
    }

    @Test func keysOfFreeMappingsHaveTypes() throws {
        let type = YAMLType<[YAMLEntry<Int>]>.dictionary(keys: .name, of: .integer, nonEmpty: true)
        #expect(try lines(type, "{a-b: 1}") == [])
        #expect(try lines(type, "{}") == ["1:1-1:3 the file needs at least one entry [empty-list]"])
        var diagnostics: [Diagnostic] = []
        let value = type.decode(try document("{A: 1, b: 2}").root, into: &diagnostics)
        #expect(value?.map(\.key.value) == ["b"])
        #expect(diagnostics.map(\.code) == [.invalidIdentifier])
        #expect(type.jsonSchema()["propertyNames"]?["pattern"] == "^[a-z][a-z0-9-]*$")
    }

    @Test func otherLanguagesMayBeAllowed() throws {
        let type = YAMLType.localizedText
        #expect(try lines(type, "{en: x, gn: y, quc: z, es-MX: v, zh-Hant: w, es-419: u, no: t}") == [])
        #expect(type.jsonSchema()["patternProperties"]?.members.map(\.name) == ["^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"])
        var diagnostics: [Diagnostic] = []
        _ = type.decode(try document("{es_MX: x}").root, into: &diagnostics)
        #expect(diagnostics.map(\.line) == ["1:2-1:7 'es_MX' is not a language code here [unknown-language]"])
    }

    @Test func textsSaySomething() throws {
        #expect(try lines(.prose, "\" \"") == ["1:1-1:4 the file must not be empty [empty-value]"])
    }
}

/// A record with a rule between its keys, and options that are read later.
private struct Order: YAMLRecord {
    static let schemaName = "order"
    static let schemaSummary = "A made-up order of two numbers, with options."

    var least: Int?
    var options: YAMLNode?
    var keyRange: SourceRange?

    static func read(_ record: inout RecordReader) -> Self? {
        let least = record.optional("least", .integer, "The lower one.")
        let most = record.optional("most", .integer, "The higher one.")
        let options = record.optional("options", .node, "Options.")
        if let least, let most, least > most {
            record.report(.error(.outOfRange, at: record.valueRange("least"), "\(least) is more than \(most)"))
        }
        return Self(least: least, options: options, keyRange: record.keyRange("options"))
    }
}

/// What a record may do beside reading its keys.
struct RecordReaderTests {
    @Test func rulesBetweenKeysHaveTheirPlaces() {
        #expect(decode(Order.self, "most: 1\nleast: 2").1.map(\.line) == ["2:8-2:9 2 is more than 1 [out-of-range]"])
    }

    @Test func nodesAreDecodedLater() throws {
        let (order, diagnostics) = decode(Order.self, "options:\n  size: x\n")
        #expect(diagnostics.isEmpty)
        #expect(order?.keyRange?.short == "1:1-1:8")
        let node = try #require(order?.options)
        var later: [Diagnostic] = []
        #expect(YAMLType.record(Part.self).decode(node, into: &later) == nil)
        #expect(later.map(\.line) == ["2:9-2:10 'x' is not a whole number [not-an-integer]"])
    }

    @Test func aFaultThatAliasesRepeatIsSaidOnce() {
        let (_, diagnostics) = decode(Specimen.self, "id: a\npart: &p {size: x}\nparts: [*p, *p]\n")
        #expect(diagnostics.map(\.line) == ["2:17-2:18 'x' is not a whole number [not-an-integer]"])
    }

    @Test func aliasedRecordsAreReadEachTime() {
        let (value, diagnostics) = decode(Specimen.self, "id: a\npart: &p {size: 4}\nparts: [*p, *p]\n")
        #expect(diagnostics.map(\.line) == [])
        #expect(value?.parts == [Part(size: 4, inner: []), Part(size: 4, inner: [])])
        #expect(
            decode(Specimen.self, "id: a\nname: &n x\ntags: *n").1.map(\.line) == [
                "3:7-3:9 'tags' must be a list, not a single value [wrong-kind]"
            ])
    }
}
