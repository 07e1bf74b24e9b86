import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import JSON
import Localization
import Records
import Templates
import Testing

@testable import WebService

@Suite struct InterfaceTests {
    @Test func everyResourceAnswersAsItsSchemaSays() async throws {
        let service = try Samples.service()
        let picture = service.edition.picture
        let layout = RecordLayout(of: picture.snapshot.workspace)
        for resource in API.resources {
            var target = resource.template
            target = target.replacingOccurrences(of: "{country}", with: picture.countryCodes[0])
            target = target.replacingOccurrences(of: "{forum}", with: picture.forumIds[0])
            target = target.replacingOccurrences(of: "{measure}", with: picture.measureIds[0])
            let aligned = picture.snapshot.workspace.framework[picture.targets[0]].id
            target = target.replacingOccurrences(of: "{target}", with: aligned)
            let reply = await service.get(target)
            #expect(reply.status == .ok, "\(target): \(reply.text)")
            let document = try reply.document
            let things = resource.isList ? document["data"]?.elements ?? [] : [try #require(document["data"])]
            for thing in things { #expect(thing.fault(by: resource.description, layout) == nil, "\(target)") }
            if resource.isList {
                let table = await service.get(target + ".csv")
                #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
                let lines = table.text.components(separatedBy: "\r\n")
                #expect(lines[0] == resource.description.columns(in: layout).joined(separator: ","))
                let rows = lines.count - 2
                #expect(rows >= (document["total"]?.number ?? 0), "\(target)")
                let accepted = await service.get(target, [.accept: "text/csv"])
                #expect(accepted.text == table.text)
            } else {
                #expect(await service.get(target, [.accept: "text/csv"]).status == .notAcceptable)
            }
        }
    }

    @Test(arguments: DataTable.allCases)
    func tablesToTakeAwayAreThoseOfTheInterface(_ table: DataTable) async throws {
        let service = try Samples.service()
        let data = await service.get("/data/\(table.rawValue).csv").text
        let ours = await service.get("/api/v1/\(table.rawValue).csv").text
        func rows(_ text: String) -> [String] { text.components(separatedBy: "\r\n") }
        #expect(rows(data)[0] == rows(ours)[0])
        #expect(rows(data).sorted() == rows(ours).sorted())
    }

    @Test func listsComeInPagesThatAreLinked() async throws {
        let service = try Samples.service()
        let whole = try await service.get("/api/v1/cells?limit=1000").document
        let total = try #require(whole["total"]?.number)
        var found: [JSONValue] = []
        var next: String? = "/api/v1/cells?limit=7&sort=-newest"
        while let target = next {
            let page = try await service.get(target).document
            found += page["data"]?.elements ?? []
            next = page["links", "next"]?.string
        }
        #expect(found.count == total)
        #expect(Set(found) == Set(whole["data"]?.elements ?? []))
        let beyond = try await service.get("/api/v1/cells?offset=1000000").document
        #expect(beyond["data"]?.elements.isEmpty == true)
    }

    @Test func filtersNarrow() async throws {
        let service = try Samples.service()
        let picture = service.edition.picture
        func cells(_ query: String) async throws -> [JSONValue] {
            let reply = await service.get("/api/v1/cells?limit=1000&" + query)
            #expect(reply.status == .ok, "\(query): \(reply.text)")
            return try reply.document["data"]?.elements ?? []
        }
        let code = picture.countryCodes[0]
        #expect(try await cells("country=\(code)").allSatisfy { $0["country"]?.string == code })
        #expect(try await cells("divergent=true").allSatisfy { $0["divergent"] == true })
        let level = picture.levelIds[0]
        #expect(try await cells("level=\(level)").allSatisfy { $0["level"]?.string == level })
        #expect(try await cells("missing=no-report").allSatisfy { $0["missing"]?.string == "no-report" })
        for forum in picture.forumIds { _ = try await cells("forum=\(forum)") }
        #expect(
            try await cells("voice=government").allSatisfy { $0["voices"]?.elements.contains("government") == true })
        let old = try await service.get("/api/v1/cells?as-of=2000").document
        #expect(old["as-of"]?.string == "2000")
        #expect(old["data", "0", "links", "self"]?.string?.hasSuffix("?as-of=2000") == true)
    }

    @Test(arguments: [
        "limit=1001", "limit=-1", "limit=01", "offset=x", "as-of=2020-13", "as-of=1066", "as-of=2023-02-29",
        "country=XXX", "divergent=yes", "level=", "sort=up", "limit=5&limit=6", "nope=1", "=", "voice=Government",
    ])
    func whatCantBeMeantIsRefused(_ query: String) async throws {
        let reply = try await Samples.service().get("/api/v1/cells?" + query)
        #expect(reply.status == .badRequest)
        #expect(try reply.document["detail"]?.string?.isEmpty == false)
    }

    @Test func namesInPathsAreChecked() async throws {
        let service = try Samples.service()
        let code = service.edition.picture.countryCodes[0]
        for target in [
            "/api/v1/countries/XXX", "/api/v1/cells/\(code)/nothing", "/api/v1/forums/", "/api/v1/none",
            "/api/v1/cells/a/b/c", "/api/v2", "/api/v1x", "/api/v1/forums/x.csv", "/api/v1//cells",
        ] {
            let reply = await service.get(target)
            #expect(reply.status == .notFound, "\(target)")
            #expect(reply.headers[.contentType] == "application/problem+json")
        }
        #expect(try await service.get("/api/v1/countrys").document["detail"]?.string?.contains("countries") == true)
    }

    @Test func whatIsKeptIsGivenOnlyToThoseWhoAcceptIt() async throws {
        let service = try Samples.service()
        let code = service.edition.picture.countryCodes[0]
        for target in ["/api/v1/cells", "/api/v1/cells?country=\(code)&limit=3", "/api/v1/overview"] {
            let first = await service.get(target)
            #expect(await service.get(target, [.accept: "*/*"]).headers[.eTag] == first.headers[.eTag])
            #expect(await service.get(target, [.accept: "image/png"]).status == .notAcceptable)
        }
        #expect(
            await service.get("/api/v1/cells", [.accept: "text/csv"]).headers[.contentType]?.hasPrefix("text/csv")
                == true)
        #expect(await service.get("/api/v1/cells.csv").headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(await service.get("/api/v1/cells.csv", [.accept: "application/json"]).status == .notAcceptable)
        let swapped = await service.get("/api/v1/cells?limit=3&country=\(code)")
        #expect(await service.get("/api/v1/cells?country=\(code)&limit=3").headers[.eTag] == swapped.headers[.eTag])
    }

    @Test func programsOfOtherSitesMayRead() async throws {
        let service = try Samples.service()
        let asked = await service.reply(to: WebRequest("/api/v1/cells", method: .options))
        #expect(asked.status == .noContent)
        #expect(asked.headers[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
        #expect(await service.get("/api/v1/cells").headers[.accessControlAllowOrigin] == "*")
        #expect(await service.get("/en/index.html").headers[.accessControlAllowOrigin] == nil)
    }

    @Test func theDescriptionNamesEverything() async throws {
        let service = try Samples.service()
        let document = try await service.get("/api/v1/openapi.json").document
        #expect(document["openapi"]?.string == "3.1.0")
        let page = await service.get("/es/api.html").text
        for resource in API.resources {
            let operation = try #require(document["paths", resource.template, "get"])
            #expect(operation["operationId"]?.string == resource.id)
            #expect(operation["parameters"]?.elements.count == resource.allParameters.count + resource.names.count)
            #expect(document["components", "schemas", resource.description.name] != nil)
            #expect(page.contains(resource.template))
        }
        #expect(Set(API.resources.map(\.id)).count == API.resources.count)
    }
}

extension JSONValue {
    /// The first value that isn't what a description says; nil where all is.
    fileprivate func fault(by record: RecordDescription, _ layout: RecordLayout) -> String? {
        guard case .object(let members) = self else { return "\(record.name): \(text(indented: false))" }
        guard members.map(\.name) == record.fields.map(\.name) else { return "\(record.name): \(members.map(\.name))" }
        for (member, field) in zip(members, record.fields) {
            if member.value == .null {
                if !field.isOptional { return "\(record.name).\(field.name) is null" }
            } else if let fault = member.value.fault(by: field.type, layout) {
                return "\(record.name).\(field.name): \(fault)"
            }
        }
        return nil
    }

    private func fault(by type: FieldType, _ layout: RecordLayout) -> String? {
        let fits: Bool
        switch (self, type) {
        case (.string(let text), .code(let list)): fits = list.codes(in: layout).contains(text)
        case (.string(let text), .date): fits = PartialDate(text) != nil
        case (.string, .text), (.string, .interval), (.string, .place), (.string, .link): fits = true
        case (.integer, .integer), (.number, .number), (.integer, .number), (.bool, .boolean): fits = true
        case (.array(let elements), .list(let element)):
            return elements.lazy.compactMap { $0.fault(by: element, layout) }.first
        case (.object(let members), .counts(let list)): fits = members.map(\.name) == list.codes(in: layout)
        case (.object(let members), .wordings), (.object(let members), .ownFields):
            fits = members.allSatisfy { $0.value.string != nil }
        case (.object, .record(let record)): return fault(by: record, layout)
        default: fits = false
        }
        return fits ? nil : text(indented: false)
    }
}
