/// Holds templates against the shapes of the views that they show.
struct TemplateCheck {
    /// The tags of every template by its name.
    let tags: [String: [TemplateTag]]

    /// Refuses a template that names a member which its view never has, or a template which doesn't exist.
    func check(_ template: String, showing shape: Shape) throws(TemplateError) {
        try check(try tags(of: template, from: template), in: template, scopes: [shape], blocks: [:], depth: 0)
    }

    private func tags(of name: String, from template: String) throws(TemplateError) -> [TemplateTag] {
        guard let tags = tags[name] else { throw TemplateError(template, "there is no template '\(name)'") }
        return tags
    }

    private func check(
        _ tags: [TemplateTag], in template: String, scopes: [Shape], blocks: [String: [TemplateTag]], depth: Int
    ) throws(TemplateError) {
        guard depth < 50 else { throw TemplateError(template, "it includes itself") }
        for tag in tags {
            switch tag {
            case .variable(let name):
                switch try shape(of: name, in: template, scopes) {
                case .list, .object: throw TemplateError(template, "{{\(name)}} is no text")
                case .text, .integer, .number, .bool: break
                }
            case .section(let name, let inside, let isInverted):
                var inner = scopes
                switch try shape(of: name, in: template, scopes) {
                case .list(let element): if !isInverted { inner.append(element) }
                case .bool: break
                case let other: if !isInverted { inner.append(other) }
                }
                try check(inside, in: template, scopes: inner, blocks: blocks, depth: depth + 1)
            case .partial(let name):
                try check(
                    try self.tags(of: name, from: template), in: name, scopes: scopes, blocks: [:], depth: depth + 1)
            case .parent(let name, let given):
                var replaced = blocks
                for case .block(let block, let inside) in given where replaced[block] == nil {
                    replaced[block] = inside
                }
                try check(
                    try self.tags(of: name, from: template), in: name, scopes: scopes, blocks: replaced,
                    depth: depth + 1)
            case .block(let name, let inside):
                try check(blocks[name] ?? inside, in: template, scopes: scopes, blocks: blocks, depth: depth + 1)
            }
        }
    }

    /// What a name stands for: its first part in the innermost scope that has it, the rest inside that.
    private func shape(of name: String, in template: String, _ scopes: [Shape]) throws(TemplateError) -> Shape {
        if name == ".", let innermost = scopes.last { return innermost }
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, var found = scopes.reversed().lazy.compactMap({ $0.member(first) }).first else {
            throw TemplateError(template, "its view has no member '\(name)'")
        }
        for part in parts.dropFirst() {
            guard let next = found.member(part) else {
                throw TemplateError(template, "its view has no member '\(name)'")
            }
            found = next
        }
        return found
    }
}
