/// One piece of a template, with what stands inside it.
///
/// The language is Mustache without what goes unescaped, without lambdas and without other delimiters, with `[[name]]` for a
/// text of the interface, and with `{{^empty(list)}}…{{/empty(list)}}` for what stands once around a list that isn't empty.
indirect enum TemplateTag: Hashable, Sendable {
    /// What stands between tags.
    case text([UInt8])
    /// `[[name]]`.
    case label(String)
    /// `{{name}}`.
    case variable(String)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}`, whose inside sees nothing new.
    case section(String, inside: [TemplateTag], isInverted: Bool)
    /// `{{>name}}`.
    case partial(String)
    /// `{{<name}}…{{/name}}`: another template with some of its blocks replaced.
    case parent(String, blocks: [TemplateTag])
    /// `{{$name}}…{{/name}}`.
    case block(String, inside: [TemplateTag])

    /// The pieces of a template's text.
    static func tags(of text: String, in template: String) throws(TemplateError) -> [TemplateTag] {
        var reader = TagReader(bytes: Array(text.utf8), template: template)
        return try reader.tags(until: nil)
    }
}

/// Reads pieces one after the other.
private struct TagReader {
    let bytes: [UInt8]
    let template: String
    var place = 0

    /// - Parameter isParent: whether only blocks count here, and other text is none of the page's.
    mutating func tags(until end: String?, isParent: Bool = false) throws(TemplateError) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while let open = find(UInt8(ascii: "{"), from: place) {
            guard open + 2 < bytes.count, bytes[open + 2] != UInt8(ascii: "{"),
                let close = find(UInt8(ascii: "}"), from: open + 2)
            else {
                let start = String(decoding: bytes[open...].prefix(22), as: UTF8.self)
                throw TemplateError(template, "a tag is not closed, or a text would go unescaped: \(start)")
            }
            let tag = String(decoding: bytes[open + 2..<close], as: UTF8.self)
            let name = tag.dropFirst().filter { $0 != " " }
            let line = line(ofTag: open..<close + 2, isParent: isParent)
            let isVariable = tag.first.map { !"!/#^$<>".contains($0) } ?? true
            takeText(to: isVariable ? open : line?.lowerBound ?? open, into: &tags)
            place = isVariable ? close + 2 : line?.upperBound ?? close + 2
            switch tag.first {
            case "!": continue
            case "/":
                guard name == end else {
                    throw TemplateError(template, "{{/\(name)}} stands where {{/\(end ?? "")}} is expected")
                }
                return tags
            case "#": tags.append(.section(name, inside: try self.tags(until: name), isInverted: false))
            case "^": tags.append(.section(name, inside: try self.tags(until: name), isInverted: true))
            case "$": tags.append(.block(name, inside: try self.tags(until: name)))
            case "<": tags.append(.parent(name, blocks: try self.tags(until: name, isParent: true)))
            case ">":
                if let line, line.lowerBound < open {
                    throw TemplateError(template, "{{>\(name)}} is indented, and its lines would not be")
                }
                tags.append(.partial(name))
            case "&", "%", "=", nil:
                throw TemplateError(template, "{{\(tag)}} is not used here: no text goes unescaped")
            default: tags.append(.variable(tag.filter { $0 != " " }))
            }
        }
        if let end { throw TemplateError(template, "{{/\(end)}} is missing") }
        takeText(to: bytes.count, into: &tags)
        return tags
    }

    /// The line that a tag fills alone, with its end, which is none of the page's; nil where more stands on it.
    ///
    /// Inside a parent it is enough that nothing follows, since what stands before is no text.
    private func line(ofTag tag: Range<Int>, isParent: Bool) -> Range<Int>? {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var (start, end) = (tag.lowerBound, tag.upperBound)
        while start > place, isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        guard isParent || start == 0 || bytes[start - 1] == 0x0A else { return nil }
        guard end < bytes.count else { return start..<end }
        return bytes[end] == 0x0A ? start..<end + 1 : nil
    }

    /// Takes text up to a place, with the labels in it.
    private func takeText(to end: Int, into tags: inout [TemplateTag]) {
        var start = place
        while let open = find(UInt8(ascii: "["), from: start, to: end),
            let close = find(UInt8(ascii: "]"), from: open + 2, to: end)
        {
            if open > start { tags.append(.text(Array(bytes[start..<open]))) }
            tags.append(.label(String(decoding: bytes[open + 2..<close], as: UTF8.self)))
            start = close + 2
        }
        if end > start { tags.append(.text(Array(bytes[start..<end]))) }
    }

    /// The first place from another one on at which a byte stands twice.
    private func find(_ byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        let end = (end ?? bytes.count) - 1
        var place = start
        while place < end {
            if bytes[place] == byte, bytes[place + 1] == byte { return place }
            place += 1
        }
        return nil
    }
}

/// A template can't be used, and why.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The template.
    package var template: String
    /// What is wrong.
    package var problem: String

    init(_ template: String, _ problem: String) {
        self.template = template
        self.problem = problem
    }

    /// Template and problem on one line.
    package var description: String { "\(template).mustache: \(problem)" }
}
