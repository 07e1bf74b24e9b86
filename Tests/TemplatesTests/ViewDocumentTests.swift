import JSON
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
        #expect(ViewDocument(of: page).json == json)
    }

    @Test func theShapeTellsWhatAViewCanHold() {
        let next = Shape.object([.init(name: "deep", shape: .list(.list(.integer)), isOptional: false)])
        let item = Shape.object([
            .init(name: "name", shape: .text, isOptional: true),
            .init(name: "tags", shape: .list(.text), isOptional: false),
            .init(name: "next", shape: next, isOptional: true),
        ])
        let expected = Shape.object([
            .init(name: "title", shape: .text, isOptional: false),
            .init(name: "count", shape: .integer, isOptional: false),
            .init(name: "share", shape: .number, isOptional: false),
            .init(name: "isNew", shape: .bool, isOptional: false),
            .init(name: "note", shape: .text, isOptional: true),
            .init(name: "rank", shape: .integer, isOptional: true),
            .init(name: "items", shape: .list(item), isOptional: false),
        ])
        #expect(Shape(of: Page.self) == expected)
    }
}
