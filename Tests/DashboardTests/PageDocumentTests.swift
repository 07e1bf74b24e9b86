import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import JSON
import Records
import Testing

@testable import Dashboard

/// A page as JSON tells records, by the names that all other documents use.
@Suite struct PageDocumentTests {
    private func document(
        _ address: PageAddress, _ picture: PageData, in language: Language = .english
    ) throws -> [String: JSONValue] {
        let bytes = try #require(picture.document(of: address)?.bytes(in: language), "\(address.path)")
        return members(of: try JSONValue(parsing: bytes))
    }

    private func members(of json: JSONValue?) -> [String: JSONValue] {
        guard case .object(let members)? = json else { return [:] }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.value) })
    }

    private func list(_ json: JSONValue?) -> [[String: JSONValue]] {
        guard case .array(let elements)? = json else { return [] }
        return elements.map(members)
    }

    @Test func everyPageButThoseWithoutRecordsHasOne() throws {
        let picture = try Samples.picture()
        let dashboard = Dashboard(picture, templates: try PageTemplates())
        for address in dashboard.addresses {
            guard address.kind.hasDocument else {
                #expect(picture.document(of: address) == nil)
                continue
            }
            let document = try document(address, picture, in: .french)
            #expect(document["page"] == .string(address.path))
            #expect(document["language"] == "fr" && document["as-of"] == "2026-03-31")
            #expect(document["rejected"] == .integer(picture.snapshot.rejected))
        }
    }

    /// What the matrix shows as signs stands in its document by the names of the scale.
    @Test func theMatrixAndItsDocumentTellTheSameCells() throws {
        let picture = try Samples.picture(Samples.shipped)
        let pages: [PageAddress] = [.matrix(), .matrix(measure: "67"), .matrix(forum: "mercosur")]
        for address in pages {
            let view = try #require(PageBuilder(picture, .spanish, address).view() as? MatrixPage)
            let shown = view.groups.filter { $0.id != "joint" }.flatMap(\.rows).flatMap { row in
                row.cells.map { ["\(row.code) \($0.target)", $0.mark.code, $0.voices] }
            }
            let told = list(try document(address, picture)["cells"]).map { cell in
                [
                    "\(text(cell["country"])) \(text(cell["target"]))",
                    text(cell["level"]) + text(cell["missing"]),
                    texts(cell["voices"]).joined(separator: " "),
                ]
            }
            #expect(!shown.isEmpty && Set(shown).isSubset(of: Set(told)), "\(address.path)")
        }
    }

    @Test func aCountryTellsItsCellsAndWhatItOwes() throws {
        let picture = try Samples.picture(Samples.shipped)
        let owing = picture.snapshot.countries.indices.max {
            picture.owing.ofCountries[$0].overdue < picture.owing.ofCountries[$1].overdue
        }
        let place = try #require(owing)
        let code = picture.snapshot.workspace.countries[picture.snapshot.countries[place]].code
        let document = try document(.country(code), picture, in: .portuguese)
        #expect(list(document["cells"]).map { text($0["country"]) } == picture.targets.map { _ in code })
        let overdue = list(document["obligations"]).filter { text($0["state"]) == "reported-missed" }
        #expect(overdue.count == picture.owing.ofCountries[place].overdue && !overdue.isEmpty)
        #expect(document["obligations-complete"] == true)
        let name = picture.snapshot.workspace.countries[picture.snapshot.countries[place]].name
        #expect(members(of: document["country"])["name"] == .string(name.text(for: .portuguese)))
    }

    @Test func whatThePictureDoesNotHaveHasNone() throws {
        let picture = try Samples.picture()
        for address: PageAddress in [
            .country("ZZZ"), .measure("99"), .measure("1.1"), .forum("nobody"), .matrix(measure: "99"),
            .matrix(forum: "nobody"), .cell(country: "ZZZ", target: "1.1"), .changes(years: 3),
        ] {
            #expect(picture.document(of: address) == nil, "\(address.path)")
        }
    }

    private func text(_ json: JSONValue?) -> String { if case .string(let text)? = json { text } else { "" } }

    private func texts(_ json: JSONValue?) -> [String] {
        guard case .array(let elements)? = json else { return [] }
        return elements.map { text($0) }
    }
}
