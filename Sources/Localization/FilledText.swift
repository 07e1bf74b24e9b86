extension String {
    /// The text with every `{name}` replaced by its value.
    package func filled(with values: KeyValuePairs<String, String>) -> String {
        filled(with: Array(values))
    }

    /// The text with every `{name}` replaced by its value.
    package func filled(with values: [(key: String, value: String)]) -> String {
        // By bytes: braces are ASCII, and a page is filled with hundreds of these texts.
        let bytes = Array(utf8)
        guard bytes.contains(UInt8(ascii: "{")) else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(2 * bytes.count)
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")),
            let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let name = bytes[open + 1..<close]
            result += bytes[start..<open]
            guard let value = values.first(where: { $0.key.utf8.elementsEqual(name) })?.value else {
                preconditionFailure("no value was given for '{\(String(decoding: name, as: UTF8.self))}' in '\(self)'")
            }
            result += value.utf8
            start = close + 1
        }
        return String(decoding: result + bytes[start...], as: UTF8.self)
    }
}
