import JSON
import SystemIO
import Testing

@Suite struct JSONTextTests {
    /// Each byte of ASCII at each place of texts that are shorter and longer than what is looked at at a time.
    @Test(arguments: [1, 7, 8, 9, 16, 19])
    func itSpellsEachByteOutThatJSONDoesNotAllow(_ length: Int) {
        for code in UInt8(0)..<128 {
            let byte = Unicode.Scalar(code)
            let written =
                switch byte {
                case "\"": "\\\""
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\r": "\\r"
                case "\t": "\\t"
                case "\0"..<" ", "\u{7F}": "\\u00" + (code < 16 ? "0" : "") + String(code, radix: 16)
                default: String(byte)
                }
            for place in 0..<length {
                let (before, after) = (
                    String(repeating: "ñ", count: place), String(repeating: "~", count: length - place)
                )
                var writer = ByteWriter()
                writer.append(json: before + String(byte) + after + String(byte))
                #expect(writer.text == "\"" + before + written + after + written + "\"")
            }
        }
    }
}
