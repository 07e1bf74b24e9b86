import Diagnostics
import Testing

@testable import FollowUpCommand

@Suite struct JSONReaderTests {
    @Test func readsWhatTheWriterWrites() throws {
        let value: JSONValue = [
            "null": nil, "yes": true, "no": false, "count": -12, "share": 0.625, "list": [1, [], [:]],
            "text": "\"Año\"\\ \n\t\u{1} 😀",
        ]
        #expect(JSONValue(parsing: value.text()) == value)
        #expect(JSONValue(parsing: value.text(indented: false)) == value)
    }

    @Test func readsEscapes() {
        #expect(JSONValue(parsing: #""\u00e9\/\b\f\r""#) == .string("é/\u{8}\u{C}\r"))
        #expect(JSONValue(parsing: #""a\ud83d\ude00b""#) == .string("a😀b"))
        #expect(JSONValue(parsing: " [1e2 , 1.5] ") == [100.0, 1.5])
    }

    @Test(arguments: [
        "", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a: 1}", "\"open", "\"\\x\"", "\"\\u12\"", "tru", "1 2", "-",
        "{\"a\":1,}",
    ])
    func refusesWhatIsNoJSON(_ text: String) {
        #expect(JSONValue(parsing: text) == nil)
    }

    @Test func looksUpMembers() {
        let value: JSONValue = ["a": ["b": "c"], "list": [true]]
        #expect(value["a"]?["b"]?.string == "c")
        #expect(value["z"] == nil)
        #expect(value["list"]?.elements.first?.isTrue == true)
        #expect(value["a"]?.elements == [])
        #expect(value["list"]?.string == nil)
    }
}
