/// One tag of a template, with what stands inside it.
indirect enum TemplateTag: Hashable, Sendable {
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

    /// The tags of a template's text.
    static func tags(of text: String, in template: String) throws(TemplateError) -> [TemplateTag] {
        var reader = TagReader(rest: text[...], template: template)
        return try reader.tags(until: nil)
    }
}

/// Reads tags one after the other.
private struct TagReader {
    var rest: Substring
    let template: String

    mutating func tags(until end: String?) throws(TemplateError) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            guard !rest.hasPrefix("{"), let close = rest.firstRange(of: "}}") else {
                throw TemplateError(template, "a tag is not closed, or a text would go unescaped: {{\(rest.prefix(20))")
            }
            let tag = rest[..<close.lowerBound]
            rest = rest[close.upperBound...]
            let name = tag.dropFirst().filter { $0 != " " }
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
            case "<": tags.append(.parent(name, blocks: try self.tags(until: name)))
            case ">": tags.append(.partial(name))
            case "&", "%", "=", nil:
                throw TemplateError(template, "{{\(tag)}} is not used here: no text goes unescaped")
            default: tags.append(.variable(tag.filter { $0 != " " }))
            }
        }
        if let end { throw TemplateError(template, "{{/\(end)}} is missing") }
        return tags
    }
}

extension Substring {
    /// The first place at which two characters stand.
    fileprivate func firstRange(of pair: String) -> Range<Index>? {
        let bytes = utf8
        guard let first = pair.utf8.first else { return nil }
        var place = bytes.startIndex
        while let found = bytes[place...].firstIndex(of: first) {
            let next = bytes.index(after: found)
            if next < bytes.endIndex, bytes[next] == first { return found..<bytes.index(after: next) }
            place = next
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
