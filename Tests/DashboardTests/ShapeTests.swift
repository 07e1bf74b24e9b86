import FollowUpModel
import Foundation
import JSON
import Templates
import Testing

@testable import Dashboard

/// A view's type tells what its values can hold.
@Suite struct ShapeTests {
    @Test func theTemplatesOfTheProgramAreSound() throws { _ = try PageTemplates() }

    @Test(arguments: PageKind.allCases)
    func everyPageHasItsShape(_ kind: PageKind) throws {
        let dashboard = try Samples.dashboard()
        for address in dashboard.addresses where address.kind == kind {
            let page = try #require(dashboard.page(address, in: .spanish))
            let document = page.document.json
            expect(document, is: kind.shape, at: "\(address.path)")
        }
    }

    /// Holds a document against a shape: the same members in the same order, `null` only where it may be.
    private func expect(_ value: JSONValue, is shape: Shape, at path: String) {
        switch (value, shape) {
        case (.string, .text), (.integer, .integer), (.number, .number), (.bool, .bool): break
        case (.array(let elements), .list(let element)):
            for value in elements { expect(value, is: element, at: path + "[]") }
        case (.object(let members), .object(let expected)):
            #expect(members.map(\.name) == expected.map(\.name), "\(path)")
            for (member, shape) in zip(members, expected) {
                if member.value == .null {
                    #expect(shape.isOptional, "\(path).\(shape.name)")
                } else {
                    expect(member.value, is: shape.shape, at: "\(path).\(shape.name)")
                }
            }
        default: Issue.record("\(path) is another kind of value than its shape says")
        }
    }
}

/// The page that documents the site.
@Suite struct DocumentationTests {
    @Test func everyKindOfPageIsDocumented() throws {
        let path = (Samples.shipped as NSString).deletingLastPathComponent + "/Sources/Documentation/Dashboard.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for kind in PageKind.allCases { #expect(text.contains("\n| `\(kind.rawValue)` |"), "\(kind)") }
        for table in DataTable.allCases { #expect(text.contains("`\(table.rawValue)`")) }
    }

    @Test func everyTemplateOfTheFolderIsBuiltIn() throws {
        let folder = (Samples.shipped as NSString).deletingLastPathComponent + "/Sources/Dashboard/Resources"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }
        #expect(Set(names.map { String($0.dropLast(9)) }) == Set(Resources.templates.keys))
    }
}
