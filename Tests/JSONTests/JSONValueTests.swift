import JSON
import Testing

@Suite struct JSONValueTests {
    @Test func indentsMembersAndKeepsTheirOrder() {
        let value: JSONValue = ["b": [1, -2.5, true, nil], "a": [:], "c": [[]], "d": ["x": "y"]]
        #expect(
            value.text() == """
                {
                  "b": [
                    1,
                    -2.5,
                    true,
                    null
                  ],
                  "a": {},
                  "c": [
                    []
                  ],
                  "d": {
                    "x": "y"
                  }
                }
                """)
        #expect(value.text(indented: false) == #"{"b":[1,-2.5,true,null],"a":{},"c":[[]],"d":{"x":"y"}}"#)
    }

    @Test func escapesWhatMustBeEscaped() {
        let value = JSONValue.string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}é日👩‍👩‍👧\u{2028}")
        #expect(
            value.text() == #""\"\\/\n\r\t\u0000\u001f\u007f"# + "é日👩‍👩‍👧\u{2028}\"")
        #expect(JSONValue.string("").text() == "\"\"")
        #expect(value.utf8(indented: false) == Array(value.text(indented: false).utf8))
    }

    @Test func nilBecomesNull() {
        #expect(
            JSONValue.array([.text(nil), .text("x"), .count(nil), .count(3)]).text(indented: false)
                == #"[null,"x",null,3]"#)
    }

    @Test func partsAreLookedUp() {
        let value: JSONValue = ["a": ["b": "c"], "list": [true, 2]]
        #expect(value["a"]?["b"]?.string == "c")
        #expect(value["z"] == nil)
        #expect(value["list"]?["a"] == nil)
        #expect(value["list"]?.elements == [true, 2])
        #expect(value["a"]?.elements == [])
        #expect(value["list"]?.string == nil)
    }
}
