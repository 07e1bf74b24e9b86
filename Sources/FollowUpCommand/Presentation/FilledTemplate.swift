extension String {
    /// A text of the program's resources, with a value in place of each `{{name}}`.
    init(template: [UInt8], values: [String: String]) {
        let parts = String(decoding: template, as: UTF8.self).split(separator: "{{", omittingEmptySubsequences: false)
        self = parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            let halves = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let value = values[String(halves[0])] else {
                preconditionFailure("nothing fills a place of a template: {{\(part.prefix(40))")
            }
            text += value + halves[1]
        }
    }
}
