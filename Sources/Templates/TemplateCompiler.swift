/// Makes steps of templates: every name is found in the shapes of the views that are shown.
struct TemplateCompiler {
    /// The pieces of every template by its name.
    let tags: [String: [TemplateTag]]
    /// The names of the interface's texts.
    let texts: Set<String>
    /// The texts that the steps name by their places, see ``TemplateStep/label(_:)``.
    private(set) var labels: [String] = []
    private var labelPlaces: [String: Int] = [:]

    init(tags: [String: [TemplateTag]], texts: Set<String>) {
        self.tags = tags
        self.texts = texts
    }

    /// What a template writes of a view, with all that it includes.
    ///
    /// - Throws: ``TemplateError`` for a template that names a text, a member of the view or a template that isn't there.
    mutating func steps(of template: String, showing shape: Shape) throws(TemplateError) -> [TemplateStep] {
        try steps(of: try tags(of: template, from: template), in: template, scopes: [shape], blocks: [:], depth: 0)
    }

    private func tags(of name: String, from template: String) throws(TemplateError) -> [TemplateTag] {
        guard let tags = tags[name] else { throw TemplateError(template, "there is no template '\(name)'") }
        return tags
    }

    private mutating func steps(
        of tags: [TemplateTag], in template: String, scopes: [Shape], blocks: [String: [TemplateTag]], depth: Int
    ) throws(TemplateError) -> [TemplateStep] {
        guard depth < 50 else { throw TemplateError(template, "it includes itself") }
        var steps: [TemplateStep] = []
        for tag in tags {
            switch tag {
            case .text(let bytes): steps.append(.text(bytes))
            case .label(let name): steps.append(.label(try label(name, in: template)))
            case .variable(let name):
                let (place, shape) = try find(name, in: template, scopes)
                switch shape {
                case .list, .object: throw TemplateError(template, "{{\(name)}} is no text")
                case .text, .integer, .number, .bool: steps.append(.value(place))
                }
            case .section(let name, let inside, let isInverted) where name.hasPrefix("empty(") && name.hasSuffix(")"):
                let (place, shape) = try find(String(name.dropFirst(6).dropLast()), in: template, scopes)
                guard case .list = shape else { throw TemplateError(template, "{{#\(name)}} asks for no list") }
                let taken = try self.steps(
                    of: inside, in: template, scopes: scopes, blocks: blocks, depth: depth + 1)
                steps.append(isInverted ? .whereAny(place, taken) : .unless(place, taken))
            case .section(let name, let inside, let isInverted):
                let (place, shape) = try find(name, in: template, scopes)
                var inner = scopes
                switch shape {
                case .list(let element): if !isInverted { inner.append(element) }
                case .bool: break
                case let other: if !isInverted { inner.append(other) }
                }
                let taken = try self.steps(
                    of: inside, in: template, scopes: inner, blocks: blocks, depth: depth + 1)
                steps.append(isInverted ? .unless(place, taken) : .section(place, taken))
            case .partial(let name):
                steps += try self.steps(
                    of: try self.tags(of: name, from: template), in: name, scopes: scopes, blocks: [:],
                    depth: depth + 1)
            case .parent(let name, let given):
                var replaced = blocks
                for case .block(let block, let inside) in given where replaced[block] == nil {
                    replaced[block] = inside
                }
                steps += try self.steps(
                    of: try self.tags(of: name, from: template), in: name, scopes: scopes, blocks: replaced,
                    depth: depth + 1)
            case .block(let name, let inside):
                steps += try self.steps(
                    of: blocks[name] ?? inside, in: template, scopes: scopes, blocks: blocks, depth: depth + 1)
            }
        }
        return steps
    }

    /// The place of a text among those that are named.
    private mutating func label(_ name: String, in template: String) throws(TemplateError) -> Int {
        if let place = labelPlaces[name] { return place }
        guard texts.contains(name) else { throw TemplateError(template, "there is no text [[\(name)]]") }
        labelPlaces[name] = labels.count
        labels.append(name)
        return labels.count - 1
    }

    /// What a name stands for: its first part in the innermost scope that has it, the rest inside that.
    private func find(
        _ name: String, in template: String, _ scopes: [Shape]
    ) throws(TemplateError) -> (TemplateStep.Place, Shape) {
        if name == ".", let innermost = scopes.last { return (.init(scope: scopes.count - 1, path: []), innermost) }
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, let scope = scopes.lastIndex(where: { $0.place(ofMember: first) != nil }) else {
            throw TemplateError(template, "its view has no member '\(name)'")
        }
        var (path, found): ([Int], Shape) = ([], scopes[scope])
        for part in parts {
            guard case .object(let members) = found, let place = found.place(ofMember: part) else {
                throw TemplateError(template, "its view has no member '\(name)'")
            }
            path.append(place)
            found = members[place].shape
        }
        return (.init(scope: scope, path: path), found)
    }
}
