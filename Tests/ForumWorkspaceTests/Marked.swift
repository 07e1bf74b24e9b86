import Diagnostics
import Testing

@testable import ForumWorkspace

/// A text of a test in which `⟪` and `⟫` stand around what a diagnostic is to point at.
struct Marked: Sendable {
    /// The text without its marks.
    var text: String
    /// The marked places, as `line:column-line:column`, in the order of their beginnings.
    var places: [String]

    /// Takes the marks out of a text; columns count code points, as editors do.
    init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var (line, column) = (1, 1)
        var open: [Int] = []
        var places: [(start: String, end: String)] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟪":
                open.append(places.count)
                places.append(("\(line):\(column)", ""))
            case "⟫":
                guard let place = open.popLast() else { preconditionFailure("a mark closes that was never opened") }
                places[place].end = "\(line):\(column)"
            default:
                text.append(scalar)
                (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            }
        }
        precondition(open.isEmpty, "a mark is never closed")
        self.text = String(text)
        self.places = places.map { "\($0.start)-\($0.end)" }
    }
}

/// A text that is refused: where, and with which codes, in the order of the places.
struct Refusal: CustomTestStringConvertible, Sendable {
    /// What is wrong, in words.
    var title: String
    /// The text with its marks.
    var text: String
    /// The codes, one for each mark.
    var codes: [String]

    init(_ title: String, _ text: String, _ codes: String...) {
        self.title = title
        self.text = text
        self.codes = codes
    }

    var testDescription: String { title }
}

extension Loaded {
    /// What was found in a file: each diagnostic as its code and place.
    func found(in path: String) -> [String] {
        diagnostics.compactMap { diagnostic in
            guard let range = diagnostic.range, self.path(of: range.file) == path else { return nil }
            return "\(diagnostic.code.name) \(range.short)"
        }.sorted()
    }

    /// The codes of everything that was found anywhere.
    var codes: [String] { diagnostics.map(\.code.name) }
}

/// Checks that a file is refused exactly where it is marked, and that nothing else is found in it.
func expectRefusal(
    _ refusal: Refusal, in path: String, file text: String, with others: [String: String] = [:],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let marked = Marked(text)
    let expected = zip(refusal.codes, marked.places).map { "\($0) \($1)" }.sorted()
    try #require(refusal.codes.count == marked.places.count, sourceLocation: sourceLocation)
    let loaded = try load(Fixture.base(with: others.merging([path: marked.text]) { $1 }))
    #expect(loaded.found(in: path) == expected, "\(loaded.rendered)", sourceLocation: sourceLocation)
}
