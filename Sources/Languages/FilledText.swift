extension String {
    /// The text with every `{name}` replaced by its value.
    package func filled(with values: KeyValuePairs<String, String>) -> String {
        filled(with: Array(values))
    }

    /// The text with every `{name}` replaced by its value.
    package func filled(with values: [(key: String, value: String)]) -> String {
        guard contains("{") else { return self }
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            if let value = values.first(where: { $0.key == name })?.value {
                result += value
            } else {
                preconditionFailure("no value was given for '{\(name)}' in '\(self)'")
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
