import Diagnostics
import JSON
import SystemIO
import Testing

@testable import LocatedYAML

/// The JSON Schema that comes from the declarations.
struct SchemaTests {
    @Test func smallRecordsAreDescribedCompletely() {
        #expect(
            Part.jsonSchema(id: "https://example.org/part.json").text() == """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "https://example.org/part.json",
                  "$ref": "#/$defs/part",
                  "$defs": {
                    "part": {
                      "description": "A part of a made-up thing.",
                      "type": "object",
                      "properties": {
                        "size": {
                          "description": "Its size.",
                          "type": "integer"
                        },
                        "inner": {
                          "description": "Its own parts.",
                          "type": "array",
                          "items": {
                            "$ref": "#/$defs/part"
                          }
                        }
                      },
                      "required": [
                        "size"
                      ],
                      "patternProperties": {
                        "^accept$": {
                          "description": "Codes of warnings about it that are right as they stand, each with the reason.",
                          "type": [
                            "array",
                            "object"
                          ],
                          "items": {
                            "type": "object",
                            "additionalProperties": {
                              "type": "string"
                            }
                          },
                          "additionalProperties": {
                            "type": "string"
                          }
                        }
                      },
                      "additionalProperties": false
                    }
                  }
                }
                """)
    }

    @Test(arguments: [
        (
            "id",
            #"{"description":"The id, never used again.","type":["string","number"],"#
                + #""pattern":"^[A-Za-z0-9][A-Za-z0-9._/-]*$"}"#
        ),
        ("count", #"{"description":"How many.","type":"integer","minimum":0,"maximum":99}"#),
        ("large", #"{"description":"Whether it is large.","type":"boolean","default":false}"#),
        (
            "colour",
            #"{"description":"Its colour.","enum":["red","green","dark-blue"],"#
                + #""markdownEnumDescriptions":["The colour red.","The colour green.","The colour darkBlue."]}"#
        ),
        (
            "day",
            #"{"description":"When.\n\nA day as day-7.","type":"string","pattern":"^day-[0-9]{1,2}$","#
                + #""examples":["day-7"]}"#
        ),
        ("part", ##"{"description":"Its main part.","$ref":"#/$defs/part"}"##),
        (
            "aims",
            #"{"description":"One aim or several.","anyOf":[{"type":"string","pattern":"^[a-z][a-z0-9-]*$"},"#
                + #"{"type":"array","items":{"type":"string","pattern":"^[a-z][a-z0-9-]*$"}}]}"#
        ),
        (
            "words",
            ##"{"description":"Words and their levels.","type":"object","propertyNames":{"type":"string","##
                + ##""pattern":"^(?=[^\\n]*[^ \\t\\n])[^\\n]*\\n?$"},"additionalProperties":{"anyOf":["##
                + ##"{"enum":["low","high"]},{"$ref":"#/$defs/reasoned-level"}]}}"##
        ),
    ])
    func fieldsAreDescribed(_ key: String, _ schema: String) {
        let properties = Specimen.jsonSchema()["$defs"]?["specimen"]?["properties"]
        #expect(properties?[key]?.text(indented: false) == schema)
    }

    @Test func everyReferenceHasItsDefinition() throws {
        let schema = Specimen.jsonSchema()
        let names = try #require(schema["$defs"]).members.map(\.name)
        #expect(names == ["specimen", "part", "reasoned-level"])
        #expect(Set(references(in: schema)) == Set(names.map { "#/$defs/\($0)" }))
        for definition in schema["$defs"]?.members ?? [] {
            let keys = definition.value["properties"]?.members.map(\.name) ?? []
            #expect(Set(keys).count == keys.count)
            guard case .array(let required)? = definition.value["required"] else { continue }
            for name in required { #expect(keys.map(JSONValue.string).contains(name)) }
        }
    }

    private func references(in value: JSONValue) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { member -> [String] in
                if member.name == "$ref", case .string(let text) = member.value { return [text] }
                return references(in: member.value)
            }
        case .array(let values): values.flatMap(references)
        default: []
        }
    }
}

/// Decoder and schema come from one declaration, and say the same of the same text.
struct AgreementTests {
    private static let check = SchemaCheck(root: Specimen.jsonSchema())

    static let fitting = [
        "id: a", "id: 67.20", "id: 7", "id: MER-03/x", "id: a\nname: 2012", "id: a\nname: no", "id: a\nname: true",
        "id: a\nname: 'x y'", "id: a\nnote: |\n  x\n  y\n", "id: a\ncount: 0", "id: a\ncount: 99",
        "id: a\nlarge: true", "id: a\nlarge: false", "id: a\ncolour: dark-blue",
        "id: a\nshade: 'a: b'", "id: a\nday: day-12", "id: a\ntitle: {en: x, es: 1984}", "id: a\ntags: []",
        "id: a\ntags: [x, 1.10]", "id: a\naims: x-1", "id: a\naims: [x, y]", "id: a\npart: {size: -1}",
        "id: a\nparts: [{size: 1, inner: [{size: 2}]}]", "id: a\nwords: {en trámite: low}",
        "id: a\nwords: {x: {level: high, reason: y}}",
    ]

    static let failing = [
        "name: x", "id: a\nother: x", "id: [a]", "id: a b", "id: -a", "id: ''", "id: a\nname: ''", "id: a\nname: ' '",
        "id: a\nname: \"x\\ny\"", "id: a\nname: [x]", "id: a\nname: {x: y}", "id: a\ncount: -1", "id: a\ncount: 100",
        "id: a\ncount: 1.5", "id: a\ncount: x", "id: a\ncount: '7'",
        "id: a\nlarge: yes", "id: a\nlarge: 'true'", "id: a\nlarge: 1", "id: a\ncolour: blue",
        "id: a\ncolour: [red]", "id: a\nshade: x", "id: a\nday: 7", "id: a\nday: [day-7]", "id: a\ntitle: x",
        "id: a\ntitle: {}", "id: a\ntitle: {DE: x}", "id: a\ntitle: {en: [x]}", "id: a\ntags: x", "id: a\ntags: [[x]]",
        "id: a\ntags: [~]", "id: a\ntags: {x: y}", "id: a\naims: X", "id: a\naims: [x, Y]", "id: a\npart: {}",
        "id: a\npart: x", "id: a\npart: {size: x}", "id: a\nparts: {size: 1}", "id: a\nparts: [{inner: []}]",
        "id: a\nwords: x", "id: a\nwords: {x: y}", "id: a\nwords: {x: {level: low}}", "id: a\nwords: {x: [low]}",
        "id: a\nwords: {' ': low}", "[]", "x",
    ]

    @Test(arguments: fitting)
    func bothAccept(_ text: String) throws {
        #expect(decode(Specimen.self, text).1.map(\.line) == [])
        #expect(Self.check.fault(try document(text).root) == nil)
    }

    @Test(arguments: failing)
    func bothRefuse(_ text: String) throws {
        #expect(decode(Specimen.self, text).1.hasErrors)
        #expect(Self.check.fault(try document(text).root) != nil)
    }
}

/// The codes of this target.
struct CodeTests {
    /// One text for each code, as a specimen.
    static let raised: Set<String> = {
        let parsed = (RejectionTests.syntax + RejectionTests.features + RejectionTests.characters).map(\.text)
        let doubtful = [
            "id: a #b", "id: \"\\u0007\"", "id: [\(String(repeating: "x", count: 10_001))]", "aims: [a, a]",
            "id: a\n<<<<<<< ours\n",
        ]
        let texts = parsed + doubtful + DecodingTests.wrong.map(\.0)
        var codes = Set(texts.flatMap { decode(Specimen.self, $0).1 }.map(\.code.name))
        codes.formUnion(parse("a: b", limits: YAMLLimits(bytes: 1)).diagnostics.map(\.code.name))
        codes.formUnion(parse("[[a]]", limits: YAMLLimits(depth: 1)).diagnostics.map(\.code.name))
        codes.formUnion(parse("[a]", limits: YAMLLimits(nodes: 1)).diagnostics.map(\.code.name))
        for bytes: [UInt8] in [[0x61, 0xFF], [0xFF, 0xFE]] {
            codes.formUnion(YAMLDocument.parse(FileBytes(bytes), file: file).diagnostics.map(\.code.name))
        }
        return codes
    }()

    @Test(arguments: DiagnosticCode.yamlCodes)
    func isExplainedAndRaised(_ code: DiagnosticCode) {
        #expect(Self.raised.contains(code.name))
        #expect(code.explanation.count > 100)
        #expect(code.summary.hasSuffix("."))
        #expect(code.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    }

    @Test func noCodeIsRaisedThatIsNotListed() {
        #expect(Self.raised.subtracting(DiagnosticCode.yamlCodes.map(\.name)).isEmpty)
        #expect(Set(DiagnosticCode.yamlCodes).count == DiagnosticCode.yamlCodes.count)
    }
}
