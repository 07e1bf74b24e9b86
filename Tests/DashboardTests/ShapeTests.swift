import FollowUpModel
import Foundation
import JSON
import MustacheReference
import Templates
import Testing

@testable import Dashboard

/// A view's type tells what its values can hold.
@Suite struct ShapeTests {
    @Test func theTemplatesOfTheProgramAreSound() throws { _ = try PageTemplates() }

    /// Templates take members by their places; another encoder, which writes their names, says the same.
    @Test(arguments: PageKind.allCases)
    func everyPageHasItsShape(_ kind: PageKind) throws {
        let dashboard = try Samples.dashboard()
        for address in dashboard.addresses where address.kind == kind {
            let view = try #require(PageBuilder(dashboard.picture, .spanish, address).view())
            let encoded = try JSONValue(parsing: JSONEncoder().encode(view))
            #expect(ViewDocument(of: view).json(kind.shape).normal == encoded.normal, "\(address.path)")
        }
    }
}

extension JSONValue {
    /// With members by name, without those that are nothing, and without fractions that are 0.
    fileprivate var normal: JSONValue {
        switch self {
        case .number(let number) where number == number.rounded(): .integer(Int(number))
        case .array(let elements): .array(elements.map(\.normal))
        case .object(let members):
            .object(
                members.filter { $0.value != .null }.sorted { $0.name < $1.name }
                    .map { Member($0.name, $0.value.normal) })
        default: self
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
