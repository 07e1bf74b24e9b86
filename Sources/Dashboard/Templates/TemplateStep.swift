/// One step of writing a page: the tags of a template, with every name found.
indirect enum TemplateStep: Sendable {
    /// Writes the template's own text.
    case text([UInt8])
    /// Writes the text of the interface that has this place among all, in the page's language.
    case label(Int)
    /// Writes what stands at a place of the view, escaped; nothing for `null`.
    case value(Place)
    /// Takes steps for each element of a list, once for `true`, and once with any other value that isn't `null`.
    case section(Place, [TemplateStep])
    /// Takes steps where a section would take none.
    case unless(Place, [TemplateStep])

    /// Where a value stands in a document.
    struct Place: Sendable {
        /// Which of the values that sections have opened, the document itself being the first.
        var scope: Int
        /// The place of the member in its object, then that of the member's member; empty for the value as a whole.
        var path: [Int]
    }
}

/// Writes a page step by step.
///
/// A view's document has its members in the order of its type, and all of them, see ``ViewDocument``: so a member is
/// taken by its place, and no name is looked up while a page is written.
struct TemplateWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    private let document: ViewDocument
    private let labels: [[UInt8]]
    private var scopes: [ViewDocument.Value]

    init(document: ViewDocument, labels: [[UInt8]]) {
        self.document = document
        self.labels = labels
        scopes = [document.root]
        bytes.reserveCapacity(32 << 10)
    }

    mutating func take(_ steps: [TemplateStep]) {
        for step in steps {
            switch step {
            case .text(let text): bytes += text
            case .label(let number): bytes += labels[number]
            case .value(let place): write(self[place])
            case .section(let place, let steps):
                switch self[place] {
                case .null, .bool(false): break
                case .bool(true): take(steps)
                case .list(let start, let count):
                    for place in 0..<count { take(steps, inside: document.values[Int(start + place)]) }
                case let value: take(steps, inside: value)
                }
            case .unless(let place, let steps):
                switch self[place] {
                case .null, .bool(false), .list(_, count: 0): take(steps)
                default: break
                }
            }
        }
    }

    private mutating func take(_ steps: [TemplateStep], inside scope: ViewDocument.Value) {
        scopes.append(scope)
        take(steps)
        scopes.removeLast()
    }

    private subscript(place: TemplateStep.Place) -> ViewDocument.Value {
        var value = scopes[place.scope]
        for member in place.path {
            guard case .object(let start, _) = value else { return .null }
            value = document.values[Int(start) + member]
        }
        return value
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
