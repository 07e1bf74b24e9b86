import Diagnostics
import Testing

@Suite struct ByteWriterTests {
    /// Pieces of many lengths, so that the memory has to grow between and within them.
    @Test func itHoldsWhatAnArrayWould() {
        var writer = ByteWriter(capacity: 0)
        var expected: [UInt8] = []
        for length in [0, 1, 63, 1, 64, 65, 0, 200, 1, 4000, 7, 100_000] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
            writer.append(piece)
            expected += piece
            writer.append(UInt8(truncatingIfNeeded: length))
            expected.append(UInt8(truncatingIfNeeded: length))
            let text = String(repeating: "ñ", count: length % 90)
            writer.append(text)
            expected += text.utf8
            #expect(writer.count == expected.count)
        }
        #expect(writer.bytes == expected)
        #expect(writer.withBytes { $0.elementsEqual(expected) })
    }

    @Test(arguments: [0, 1, -1, 9, 10, 1234, -1200, 1_000_000_007, Int.max, Int.min])
    func itWritesNumbersInDecimal(_ number: Int) {
        var writer = ByteWriter()
        writer.append("<")
        writer.append(decimal: number)
        writer.append(UInt8(ascii: ">"))
        #expect(writer.text == "<\(number)>")
    }

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

    @Test func itForgetsWhatIsTakenBack() {
        var writer = ByteWriter()
        writer.append(String(repeating: "old", count: 1000))
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
        writer.append("new")
        #expect(writer.text == "new")
    }
}
