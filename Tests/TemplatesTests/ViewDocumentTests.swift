import JSON
import MustacheReference
import Testing

@testable import Templates

private struct Page: Codable {
    struct Item: Codable, Equatable {
        var name: String?
        var tags: [String]
        var next: Next?
    }
    struct Next: Codable, Equatable { var deep: [[Int]] }
    var title: String
    var count: Int
    var share: Double
    var isNew: Bool
    var note: String?
    var rank: Int?
    var items: [Item]
}

/// A view's document holds every member of the view, in the order of its type.
@Suite struct ViewDocumentTests {
    private let page = Page(
        title: "A \"b\" ñ\n", count: -7, share: 0.25, isNew: true, note: nil, rank: nil,
        items: [
            .init(name: nil, tags: [], next: nil),
            .init(name: "x", tags: ["1", ""], next: .init(deep: [[1, 2], []])),
        ])

    @Test func everyMemberIsThereAndWhatIsNilIsNull() {
        let json: JSONValue = [
            "title": "A \"b\" ñ\n", "count": -7, "share": 0.25, "isNew": true, "note": .null, "rank": .null,
            "items": [
                ["name": .null, "tags": [], "next": .null],
                ["name": "x", "tags": ["1", ""], "next": ["deep": [[1, 2], []]]],
            ],
        ]
        #expect(ViewDocument(of: page).json(Shape(of: Page.self)) == json)
    }

    @Test func theShapeTellsWhatAViewCanHold() {
        let next = Shape.object([.init(name: "deep", shape: .list(.list(.integer)))])
        let item = Shape.object([
            .init(name: "name", shape: .text),
            .init(name: "tags", shape: .list(.text)),
            .init(name: "next", shape: next),
        ])
        let expected = Shape.object([
            .init(name: "title", shape: .text),
            .init(name: "count", shape: .integer),
            .init(name: "share", shape: .number),
            .init(name: "isNew", shape: .bool),
            .init(name: "note", shape: .text),
            .init(name: "rank", shape: .integer),
            .init(name: "items", shape: .list(item)),
        ])
        #expect(Shape(of: Page.self) == expected)
    }
}
