import Diagnostics
import FollowUpModel
import Foundation
import JSON
import SystemIO
import Testing

@testable import Records

/// One made-up record in all its forms: what is there, what is not, what is within another.
@Suite struct RecordWriterTests {
    struct Berth: Record {
        var name: String
        var depth: Int?

        static let schema = RecordSchema<Berth>("berth", "A place for a ship.") {
            Field("name", "Its name.") { $0.name }
            Field("depth", "How deep it is.", unit: "metres") { $0.depth }
        }
    }

    struct Ship: Record {
        var name: String
        var title: LocalizedText?
        var flags: [String] = []
        var berth: Berth?
        var earlier: [Berth] = []
        var launched: PartialDate?
        var isAfloat = true
        var cargo: [Voice: Int]?
        var log = "kept"

        static let schema = RecordSchema<Ship>("ship", "A ship.") {
            Field("name", "Its name.") { $0.name }
            Field("title", "What it is called.") { $0.title }
            Field("flags", "What it shows.") { $0.flags }
            Field("berth", "Where it lies.") { $0.berth }
            Field("earlier", "Where it lay.") { $0.earlier }
            Field("launched", "When it was launched.") { $0.launched }
            Field("afloat", "Whether it floats.") { $0.isAfloat }
            Field(
                "cargo", "What it carries.",
                .counts(CodeList("cargo") { [("government", "Gold."), ("computed", "Coal.")] })
            ) { row in
                row.cargo.map { Counts($0, of: [.government, .computed]) }
            }
            Field("log", "Its log.", isInTables: false) { $0.log }
        }
    }

    static let layout = RecordLayout(languages: [.english, .spanish])
    static let bare = Ship(name: "Bare")
    static let full = Ship(
        name: "The \"Full\", she", title: LocalizedText([.init(.spanish, "Llena"), .init(Language("nl"), "Vol")]),
        flags: ["red", "blue"], berth: Berth(name: "North", depth: nil),
        earlier: [Berth(name: "South", depth: 4), Berth(name: "East", depth: nil)], launched: PartialDate("2012-06"),
        isAfloat: false, cargo: [.computed: 3])

    private func document(_ ship: Ship, _ layout: RecordLayout = layout) throws -> JSONValue {
        var writer = RecordWriter(layout)
        ship.write(to: &writer)
        return try JSONValue(parsing: writer.bytes)
    }

    @Test func aDocumentHasEveryMember() throws {
        #expect(
            try document(Self.bare) == [
                "name": "Bare", "title": nil, "flags": [], "berth": nil, "earlier": [], "launched": nil, "afloat": true,
                "cargo": nil, "log": "kept",
            ])
        #expect(
            try document(Self.full) == [
                "name": "The \"Full\", she", "title": ["es": "Llena", "nl": "Vol"], "flags": ["red", "blue"],
                "berth": ["name": "North", "depth": nil],
                "earlier": [["name": "South", "depth": 4], ["name": "East", "depth": nil]], "launched": "2012-06",
                "afloat": false, "cargo": ["government": 0, "computed": 3], "log": "kept",
            ])
    }

    @Test func aReaderOfOneLanguageGetsOneText() throws {
        let layout = RecordLayout(language: .spanish, languages: [.spanish])
        #expect(try document(Self.full, layout)["title"] == "Llena")
        #expect(RecordTable<Ship>(layout).columns[1] == "title")
    }

    @Test func anIndentedDocumentSaysTheSame() throws {
        var writer = RecordWriter(Self.layout, isIndented: true)
        Self.full.write(to: &writer)
        #expect(try JSONValue(parsing: writer.bytes) == (try document(Self.full)))
        #expect(writer.text == (try document(Self.full)).text())
    }

    @Test func aTableHasAColumnForEveryPart() {
        let table = RecordTable<Ship>(Self.layout)
        #expect(
            table.columns == [
                "name", "title-en", "title-es", "flags", "berth-name", "berth-depth", "earlier", "launched", "afloat",
                "cargo-government", "cargo-computed",
            ])
        let text = String(decoding: table.csv([Self.bare, Self.full]), as: UTF8.self)
        #expect(
            text.components(separatedBy: "\r\n") == [
                table.columns.joined(separator: ","), "Bare,,,,,,,,true,,",
                #""The ""Full"", she",,Llena,red | blue,North,,"[{""name"":""South"",""depth"":4},"#
                    + #"{""name"":""East"",""depth"":null}]",2012-06,false,0,3"#, "",
            ])
    }

    @Test func bothFormsOfATableHoldTheSame() throws {
        var files: [[UInt8]] = [[], []]
        let table = RecordTable<Ship>(Self.layout)
        let ships = [Self.bare, Self.full, Self.bare]
        table.write(
            3, in: [.json, .csv],
            to: { pieces in
                for place in files.indices { files[place] += pieces[place] }
            }
        ) { place, rows in
            if place != 1 { rows.add(ships[place]) }
        }
        #expect(
            String(decoding: files[1], as: UTF8.self)
                == String(decoding: table.csv([ships[0], ships[2]]), as: UTF8.self))
        guard case .array(let rows) = try JSONValue(parsing: files[0]) else {
            Issue.record("a table is a list of rows")
            return
        }
        #expect(rows.count == 2)
        guard case .object(let members) = rows[0] else { return }
        #expect(members.map(\.name) == table.columns)
        #expect(rows[0]["flags"] == [] && rows[0]["title-es"] == JSONValue.null)
    }

    @Test func aTableWithoutRowsIsOneTheLess() throws {
        var files: [[UInt8]] = [[], []]
        RecordTable<Berth>(Self.layout).write(
            2, in: [.json, .csv],
            to: { pieces in
                for place in files.indices { files[place] += pieces[place] }
            }
        ) { _, _ in }
        #expect(files.map { String(decoding: $0, as: UTF8.self) } == ["[]\n", "name,depth\r\n"])
    }

    @Test(arguments: [" a", "a ", "a\t", "\u{00A0}a", "a\u{2003}", "a,b", "a\rb", "a\r\nb", "\"", "\"\u{301}"])
    func whatCSVWouldLoseIsQuoted(_ text: String) {
        var out = ByteWriter()
        out.append(csv: text)
        var expected = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { expected.unicodeScalars.append(scalar) }
            expected.unicodeScalars.append(scalar)
        }
        #expect(out.bytes == Array((expected + "\"").utf8))
    }

    @Test(arguments: ["", "a b", "é", "a;b", "-", "a'b", "a!b", "a=1", "é日👩‍👩‍👧"])
    func whatCSVKeepsStandsAsItIs(_ text: String) {
        var out = ByteWriter()
        out.append(csv: text)
        #expect(out.text == text)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\",\"y\")"])
    func noTextIsAFormula(_ text: String) {
        var out = ByteWriter()
        out.append(csv: text)
        let isQuoted = text.contains(",")
        #expect(out.text == (isQuoted ? "\"'\(text.replacing("\"", with: "\"\""))\"" : "'" + text))
    }

    @Test func aDescriptionTellsWhatAFieldTakes() {
        let schema = Ship.schema.description.jsonSchema(in: Self.layout) { "#/" + $0 }
        let properties = schema["properties"]
        #expect(properties?["name"]?["type"] == "string")
        #expect(properties?["launched"]?["type"] == ["string", "null"])
        #expect(properties?["berth"]?["anyOf"] == [["$ref": "#/berth"], ["type": "null"]])
        #expect(properties?["cargo"]?["required"] == ["government", "computed"])
        #expect(Ship.schema.description.allRecords.map(\.name) == ["ship", "berth"])
    }
}
