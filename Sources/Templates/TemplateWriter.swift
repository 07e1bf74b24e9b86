package import SystemIO

/// Templates with the texts of one language: they make pages of views' documents.
package struct TemplateSet: Sendable {
    let programs: [String: TemplateProgram]

    /// Writes the page that a template makes of a view's document, as UTF-8; whatever comes from the view is escaped.
    package func render(_ document: ViewDocument, with template: String, to out: inout ByteWriter) {
        guard let program = programs[template] else {
            preconditionFailure("a page is made by a template that was checked, unlike \(template)")
        }
        var writer = TemplateWriter(document, program)
        writer.write(to: &out)
    }
}

/// Writes a page step by step.
///
/// A view's document has its members in the order of its type, and all of them, see ``ViewDocument``: so a member is
/// taken by its place, and no name is looked up while a page is written.
struct TemplateWriter {
    private let document: ViewDocument
    private let program: TemplateProgram
    /// The values that sections have opened, the document itself being the first.
    private var scopes: [ViewDocument.Value]

    /// Prepares to write a view's document.
    init(_ document: ViewDocument, _ program: TemplateProgram) {
        self.document = document
        self.program = program
        scopes = [document.root]
    }

    /// Writes the page.
    mutating func write(to out: inout ByteWriter) { take(0..<program.steps.count, to: &out) }

    private mutating func take(_ range: Range<Int>, to out: inout ByteWriter) {
        var number = range.lowerBound
        while number < range.upperBound {
            let next = number + 1
            switch program.steps[number] {
            case .text(let start, let count):
                out.append(program.text.span.extracting(Int(start)..<Int(start + count)))
                number = next
            case .value(let place):
                write(self[place], to: &out)
                number = next
            case .section(let place, let count):
                number = next + Int(count)
                takeSection(next..<number, self[place], to: &out)
            case .whereAny(let place, let count):
                number = next + Int(count)
                if !isNothing(self[place]) { take(next..<number, to: &out) }
            case .unless(let place, let count):
                number = next + Int(count)
                if isNothing(self[place]) { take(next..<number, to: &out) }
            }
        }
    }

    private func isNothing(_ value: ViewDocument.Value) -> Bool {
        switch value {
        case .null, .bool(false), .list(_, count: 0): true
        default: false
        }
    }

    private mutating func takeSection(_ range: Range<Int>, _ value: ViewDocument.Value, to out: inout ByteWriter) {
        switch value {
        case .null, .bool(false): break
        case .bool(true): take(range, to: &out)
        case .list(let start, let count):
            for place in start..<start + count { take(range, inside: document.values[Int(place)], to: &out) }
        default: take(range, inside: value, to: &out)
        }
    }

    private mutating func take(_ range: Range<Int>, inside scope: ViewDocument.Value, to out: inout ByteWriter) {
        scopes.append(scope)
        take(range, to: &out)
        scopes.removeLast()
    }

    private subscript(place: TemplateProgram.Place) -> ViewDocument.Value {
        var value = scopes[Int(place.scope)]
        let (first, second, third, fourth) = place.members
        if place.depth > 0 { value = member(first, of: value) }
        if place.depth > 1 { value = member(second, of: value) }
        if place.depth > 2 { value = member(third, of: value) }
        if place.depth > 3 { value = member(fourth, of: value) }
        return value
    }

    private func member(_ number: Int16, of value: ViewDocument.Value) -> ViewDocument.Value {
        guard case .object(let start) = value else { return .null }
        return document.values[Int(start) + Int(number)]
    }

    private func write(_ value: ViewDocument.Value, to out: inout ByteWriter) {
        switch value {
        case .text(let start, let count):
            out.append(escaping: document.bytes.span.extracting(Int(start)..<Int(start) + Int(count)))
        case .integer(let number): out.append(decimal: number)
        case .number(let number): out.append(number == number.rounded() ? String(Int(number)) : String(number))
        case .bool(let value): out.append(value ? "true" : "false")
        case .null, .list, .object: break
        }
    }
}

extension ByteWriter {
    /// Writes a text with the characters that mean something in HTML, as text or in an attribute, as references.
    mutating func append(escaping text: String) { append(escaping: Array(text.utf8).span) }

    /// The same with a text in UTF-8.
    mutating func append(escaping bytes: Span<UInt8>) {
        var start = 0
        for place in bytes.indices {
            guard let reference = Self.reference(bytes[place]) else { continue }
            append(bytes.extracting(start..<place))
            append(reference)
            start = place + 1
        }
        append(bytes.extracting(start..<bytes.count))
    }

    @inline(__always)
    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // Controls, which HTML forbids also as references.
        case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
