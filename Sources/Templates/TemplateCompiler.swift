import SystemIO

/// Lays templates out as programs: every name is found in the shapes of the views that are shown.
struct TemplateCompiler {
    /// The pieces of every template by its name.
    let tags: [String: [TemplateTag]]
    /// The text of the interface that has a name; nil where there is none.
    let label: (String) -> String?
    private(set) var program = TemplateProgram()

    /// What a template writes of a view, with all that it includes.
    ///
    /// - Throws: ``TemplateError`` for a template that names a text, a member of the view or a template that isn't there.
    static func program(
        of template: String, among tags: [String: [TemplateTag]], showing shape: Shape,
        label: @escaping (String) -> String?
    ) throws(TemplateError) -> TemplateProgram {
        var compiler = TemplateCompiler(tags: tags, label: label)
        try compiler.take(try compiler.tags(of: template, from: template), in: template, [shape], [:], depth: 0)
        return compiler.program
    }

    private func tags(of name: String, from template: String) throws(TemplateError) -> [TemplateTag] {
        guard let tags = tags[name] else { throw TemplateError(template, "there is no template '\(name)'") }
        return tags
    }

    /// - Parameters:
    ///   - scopes: the shapes of the values that sections have opened, the view's own first.
    ///   - blocks: what replaces the blocks of a parent.
    private mutating func take(
        _ tags: [TemplateTag], in template: String, _ scopes: [Shape], _ blocks: [String: [TemplateTag]], depth: Int
    ) throws(TemplateError) {
        guard depth < 50 else { throw TemplateError(template, "it includes itself") }
        for tag in tags {
            switch tag {
            case .text(let bytes): program.add(bytes)
            case .label(let name):
                guard let text = label(name) else { throw TemplateError(template, "there is no text [[\(name)]]") }
                var escaped = ByteWriter()
                escaped.append(escaping: text)
                program.add(escaped.bytes)
            case .variable(let name):
                let (place, shape) = try find(name, in: template, scopes)
                switch shape {
                case .list, .object: throw TemplateError(template, "{{\(name)}} is no text")
                case .text, .integer, .number, .bool: program.add(.value(place))
                }
            case .section(let name, let inside, let isInverted) where name.hasPrefix("empty(") && name.hasSuffix(")"):
                let (place, shape) = try find(String(name.dropFirst(6).dropLast()), in: template, scopes)
                guard case .list = shape else { throw TemplateError(template, "{{#\(name)}} asks for no list") }
                let start = program.begin()
                try take(inside, in: template, scopes, blocks, depth: depth + 1)
                program.end(start) { isInverted ? .whereAny(place, count: $0) : .unless(place, count: $0) }
            case .section(let name, let inside, let isInverted):
                let (place, shape) = try find(name, in: template, scopes)
                var inner = scopes
                switch shape {
                case .list(let element): if !isInverted { inner.append(element) }
                case .bool: break
                case let other: if !isInverted { inner.append(other) }
                }
                let start = program.begin()
                try take(inside, in: template, inner, blocks, depth: depth + 1)
                program.end(start) { isInverted ? .unless(place, count: $0) : .section(place, count: $0) }
            case .partial(let name):
                try take(try self.tags(of: name, from: template), in: name, scopes, [:], depth: depth + 1)
            case .parent(let name, let given):
                var replaced = blocks
                for case .block(let block, let inside) in given where replaced[block] == nil {
                    replaced[block] = inside
                }
                try take(try self.tags(of: name, from: template), in: name, scopes, replaced, depth: depth + 1)
            case .block(let name, let inside):
                try take(blocks[name] ?? inside, in: template, scopes, blocks, depth: depth + 1)
            }
        }
    }

    /// What a name stands for: its first part in the innermost scope that has it, the rest inside that.
    private func find(
        _ name: String, in template: String, _ scopes: [Shape]
    ) throws(TemplateError) -> (TemplateProgram.Place, Shape) {
        var parts = name == "." ? [] : name.split(separator: ".").map(String.init)
        let scope =
            parts.first.map { first in scopes.lastIndex { $0.place(ofMember: first) != nil } } ?? scopes.count - 1
        var place = TemplateProgram.Place(scope: Int16(scope ?? 0))
        var found = scopes[scope ?? 0]
        parts.reverse()
        while let part = parts.popLast() {
            guard case .object(let members) = found, let number = found.place(ofMember: part) else {
                throw TemplateError(template, "its view has no member '\(name)'")
            }
            place.add(member: number)
            found = members[number].shape
        }
        return (place, found)
    }
}

/// The steps of one page in one language, one after the other: those that a section takes follow it, and whatever is the
/// same on every page of the kind is one text.
struct TemplateProgram: Sendable {
    /// One step; `count` is the number of steps that follow and are the section's own.
    enum Step: Sendable {
        /// Writes a stretch of ``text``.
        case text(start: Int32, count: Int32)
        /// Writes what stands at a place of the view, escaped; nothing for `null`.
        case value(Place)
        /// Takes steps for each element of a list, once for `true`, and once with any other value that isn't `null`.
        case section(Place, count: Int32)
        /// Takes steps once where a list isn't empty, without going into it.
        case whereAny(Place, count: Int32)
        /// Takes steps where a section would take none.
        case unless(Place, count: Int32)
    }

    /// Where a value stands in a document.
    struct Place: Sendable {
        /// Which of the values that sections have opened, the document itself being the first.
        var scope: Int16
        /// The place of the member in its object, then that of the member's member; as many are set as `depth` says.
        var members: (Int16, Int16, Int16, Int16) = (0, 0, 0, 0)
        var depth: Int8 = 0

        mutating func add(member: Int) {
            switch depth {
            case 0: members.0 = Int16(member)
            case 1: members.1 = Int16(member)
            case 2: members.2 = Int16(member)
            case 3: members.3 = Int16(member)
            default: preconditionFailure("a name in a template has at most four parts")
            }
            depth += 1
        }
    }

    private(set) var steps: [Step] = []
    private(set) var text: [UInt8] = []
    /// Whether the last step is a text that another one can join, which is none that a section ends with.
    private var endsWithText = false

    /// Adds a text; it joins the one before it.
    mutating func add(_ bytes: [UInt8]) {
        if endsWithText, case .text(let start, let count)? = steps.last {
            steps[steps.count - 1] = .text(start: start, count: count + Int32(bytes.count))
        } else {
            steps.append(.text(start: Int32(text.count), count: Int32(bytes.count)))
        }
        text += bytes
        endsWithText = true
    }

    /// Adds another step.
    mutating func add(_ step: Step) {
        steps.append(step)
        endsWithText = false
    }

    /// Begins a section; gives its place, with which it ends.
    mutating func begin() -> Int {
        add(.text(start: 0, count: 0))
        return steps.count - 1
    }

    /// Ends a section, whose steps are those since it began.
    mutating func end(_ start: Int, as section: (Int32) -> Step) {
        steps[start] = section(Int32(steps.count - start - 1))
        endsWithText = false
    }
}

/// Templates whose names are all found in the views that they show, still without the texts of a language.
///
/// A template names texts of the interface as `[[name]]`, so that a view holds facts and no labels.
package struct CheckedTemplates: Sendable {
    private let tags: [String: [TemplateTag]]
    private let shapes: [String: Shape]

    /// Checks templates against the shapes of the views that they show.
    ///
    /// - Parameters:
    ///   - sources: the text of every template by its name, also of those that others include.
    ///   - shapes: what the view of each template that makes a page of its own holds.
    ///   - labels: the names of the interface's texts.
    /// - Throws: ``TemplateError`` for a template that is broken, or that names a text, a member or a template that
    ///   doesn't exist.
    package init(
        _ sources: [String: String], showing shapes: [String: Shape], labels: Set<String>
    ) throws(TemplateError) {
        var tags: [String: [TemplateTag]] = [:]
        for (name, text) in sources { tags[name] = try TemplateTag.tags(of: text, in: name) }
        (self.tags, self.shapes) = (tags, shapes)
        _ = try programs { labels.contains($0) ? "" : nil }
    }

    private func programs(
        _ label: @escaping (String) -> String?
    ) throws(TemplateError) -> [String: TemplateProgram] {
        var programs: [String: TemplateProgram] = [:]
        for (name, shape) in shapes {
            programs[name] = try TemplateCompiler.program(of: name, among: tags, showing: shape, label: label)
        }
        return programs
    }

    /// The templates with the texts of a language in their places.
    ///
    /// - Parameter text: the text of the interface that has a name.
    package func templates(with text: @escaping (String) -> String) -> TemplateSet {
        do {
            return TemplateSet(programs: try programs(text))
        } catch {
            preconditionFailure("templates that were checked stay so: \(error)")
        }
    }
}
