import JSON
import Testing

/// JSON is read as RFC 8259 defines it, and nothing else is.
@Suite struct JSONParserTests {
    static let documents: [(String, JSONValue)] = [
        ("null", nil), (" true ", true), ("false", false), ("0", 0), ("-12", -12), ("1.5", 1.5), ("1e3", 1000.0),
        ("-0.25E-2", -0.0025), ("12345678901234567890", 12_345_678_901_234_567_890.0), ("\"\"", ""),
        ("\"a\\n\\t\\\"\\\\\\/\\b\\f\\r\"", "a\n\t\"\\/\u{08}\u{0C}\r"), ("\"\\u00e9\"", "é"),
        ("\"\\ud83d\\ude00\"", "😀"), ("\"é😀\"", "é😀"), ("[]", []), ("[ 1 , [ ] , {} ]", [1, [], [:]]),
        ("{\"b\": 1, \"a\": {\"c\": null}}", ["b": 1, "a": ["c": nil]]),
    ]

    @Test(arguments: documents)
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(parsing: text.utf8) == value)
    }

    @Test(arguments: [
        ("", "the document ends too early", 0), ("nul", "no value begins like this", 0),
        ("[1,]", "no value begins like this", 3), ("{\"a\":1,}", "a member begins with its name in quotes", 7),
        ("{a:1}", "a member begins with its name in quotes", 1), ("{\"a\" 1}", "a name is followed by a colon", 5),
        ("[1 2]", "an element is followed by a comma or a bracket", 3),
        ("{\"a\":1 \"b\":2}", "a member is followed by a comma or a brace", 7),
        ("{\"a\":1,\"a\":2}", "the name 'a' comes twice", 10), ("01", "something follows the document", 1),
        ("-", "the document ends too early", 1), ("1.", "the document ends too early", 2),
        ("+1", "no value begins like this", 0), (".5", "no value begins like this", 0),
        ("NaN", "no value begins like this", 0),
        ("1e400", "the number is too large", 5), ("\"a", "the document ends inside a text", 2),
        ("\"a\nb\"", "a text has a control character", 2), ("\"\\x\"", "no escape begins like this", 3),
        ("\"\\u12\"", "an escape \\u has four hexadecimal digits", 5),
        ("\"\\ud83d\"", "half a surrogate pair stands alone", 7),
        ("\"\\ude00\"", "half a surrogate pair stands alone", 7),
        ("1 2", "something follows the document", 2),
    ])
    func refuses(_ text: String, _ reason: String, _ offset: Int) {
        #expect(throws: JSONSyntaxError(offset: offset, reason: reason)) { try JSONValue(parsing: text.utf8) }
    }

    @Test func refusesBytesThatAreNoText() {
        #expect(throws: JSONSyntaxError(offset: 2, reason: "the text is not UTF-8")) {
            try JSONValue(parsing: [0x22, 0xFF, 0x22])
        }
    }

    @Test func nestingHasALimit() throws {
        let depth = JSONValue.greatestDepth
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONValue(parsing: nested(depth).utf8)
        #expect(throws: JSONSyntaxError(offset: depth + 1, reason: "the document is nested too deep")) {
            try JSONValue(parsing: nested(depth + 1).utf8)
        }
        #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: nested(1_000_000).utf8) }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let value: JSONValue = [
            "text": "a \"quoted\"\u{01}\u{7F}\n😀", "list": [1, -2.5, nil, true], "empty": [:], "": "no name",
        ]
        for indented in [true, false] { #expect(try JSONValue(parsing: value.utf8(indented: indented)) == value) }
    }

    @Test func membersAreFoundByName() {
        let value: JSONValue = ["a": 1, "b": ["c": 2]]
        #expect(value["b"]?["c"] == 2)
        #expect(value["c"] == nil)
        #expect(JSONValue.array([])["a"] == nil)
    }
}
