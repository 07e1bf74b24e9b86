/// Writes a page step by step.
///
/// A view's document has its members in the order of its type, and all of them, see ``ViewDocument``: so a member is
/// taken by its place, and no name is looked up while a page is written.
struct TemplateWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    private let document: ViewDocument
    private let program: TemplateProgram
    private var scopes: [ViewDocument.Value]

    init(document: ViewDocument, program: TemplateProgram) {
        self.document = document
        self.program = program
        scopes = [document.root]
        bytes.reserveCapacity(2 * (program.text.count + document.bytes.count))
    }

    /// Writes the whole page.
    mutating func write() { take(0..<program.steps.count) }

    private mutating func take(_ steps: Range<Int>) {
        var number = steps.lowerBound
        while number < steps.upperBound {
            let next = number + 1
            switch program.steps[number] {
            case .text(let start, let count):
                bytes += program.text[Int(start)..<Int(start + count)]
                number = next
            case .value(let place):
                write(self[place])
                number = next
            case .section(let place, let count):
                number = next + Int(count)
                takeSection(next..<number, self[place])
            case .unless(let place, let count):
                number = next + Int(count)
                switch self[place] {
                case .null, .bool(false), .list(_, count: 0): take(next..<number)
                default: break
                }
            }
        }
    }

    private mutating func takeSection(_ steps: Range<Int>, _ value: ViewDocument.Value) {
        switch value {
        case .null, .bool(false): break
        case .bool(true): take(steps)
        case .list(let start, let count):
            for place in start..<start + count { take(steps, inside: document.values[Int(place)]) }
        default: take(steps, inside: value)
        }
    }

    private mutating func take(_ steps: Range<Int>, inside scope: ViewDocument.Value) {
        scopes.append(scope)
        take(steps)
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
        guard case .object(let start, _) = value else { return .null }
        return document.values[Int(start) + Int(number)]
    }

    private mutating func write(_ value: ViewDocument.Value) {
        switch value {
        case .text(let start, let count):
            document.text(start, count).withUnsafeBufferPointer { bytes.append(escaping: $0) }
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += (number == number.rounded() ? String(Int(number)) : String(number)).utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .null, .list, .object: break
        }
    }
}
