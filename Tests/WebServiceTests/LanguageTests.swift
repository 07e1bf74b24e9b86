import Dashboard
import FollowUpModel
import Foundation
import HTTPTypes
import JSON
import Testing

@testable import WebService

/// A language that a workspace adds is served like those of the program.
@Suite struct LanguageTests {
    private static let file = """
        msgid ""
        msgstr ""
        "Language: qaa-Arab\\n"

        msgctxt "languageName"
        msgid "English"
        msgstr "لغة"

        msgctxt "overview"
        msgid "Overview"
        msgstr "نظرة"

        msgctxt "failureNothingHere"
        msgid "Nothing is here"
        msgstr "لا شيء"

        msgctxt "apiOverview"
        msgid "The picture in a few numbers, and how it grew"
        msgstr "كل شيء"

        """

    private func withService(_ body: (WebService, String) async throws -> Void) async throws {
        try await Samples.withCopy { folder in
            try FileManager.default.createDirectory(atPath: folder + "/languages", withIntermediateDirectories: true)
            try Self.file.write(toFile: folder + "/languages/qaa-Arab.po", atomically: true, encoding: .utf8)
            try await body(try Samples.service(folder), folder)
        }
    }

    @Test func everyPageIsServedInIt() async throws {
        try await withService { service, _ in
            for address in service.edition.dashboard.addresses {
                let reply = await service.get("/qaa-Arab/\(address.path).html")
                #expect(reply.status == .ok && reply.headers[.contentLanguage] == "qaa-Arab", "\(address.path)")
                #expect(reply.text.contains("<html lang=\"qaa-Arab\" dir=\"rtl\">"))
            }
            let overview = await service.get("/qaa-Arab/")
            #expect(overview.text.contains(">نظرة</a>"))
            #expect(await service.get("/en/").text.contains("lang=\"qaa-Arab\">لغة</a>"))
            let document = try await service.get("/qaa-Arab/index.json").document
            #expect(document["language"]?.string == "qaa-Arab")
            let calendar = await service.get("/qaa-Arab/due/all.ics")
            #expect(calendar.text.contains("PRODID:-//followup//due//QAA-ARAB"))
        }
    }

    @Test func whoeverPrefersItIsLedToIt() async throws {
        try await withService { service, _ in
            for (accepted, found) in [
                ("qaa-arab", "qaa-Arab"), ("qaa-Arab, es;q=0.5", "qaa-Arab"), ("es, *;q=0.9", "es"), ("es, *", "es"),
                ("nl", "en"),
            ] {
                let entrance = await service.get("/", [.acceptLanguage: accepted])
                #expect(entrance.headers[.location] == "/\(found)/index.html", "\(accepted)")
            }
            let failure = await service.get("/qaa-Arab/nowhere.html")
            #expect(failure.status == .notFound && failure.text.contains("لا شيء"))
            #expect(await service.get("/xx/").status == .notFound)
        }
    }

    @Test func tablesHaveAColumnForIt() async throws {
        try await withService { service, _ in
            for table in ["/data/commitments.csv", "/api/v1/commitments.csv"] {
                let header = await service.get(table).text.prefix { $0 != "\r\n" }
                #expect(header.contains("title-fr,title-qaa-Arab"), "\(table)")
            }
        }
    }

    @Test func theInterfaceSpeaksItWhereItIsAskedTo() async throws {
        try await withService { service, _ in
            let root = try await service.get("/api/v1?lang=qaa-Arab").document
            let summaries = root["data", "resources"]?.elements.compactMap { $0["summary"]?.string } ?? []
            #expect(summaries.contains("كل شيء"))
            #expect(root["data", "documentation"]?.string == "/qaa-Arab/api.html")
            let failure = await service.get("/api/v1/nowhere/at/all?lang=qaa-Arab")
            #expect(failure.status == .notFound)
            #expect(try failure.document["title"]?.string == "لا شيء")
            let description = try await service.get("/api/v1/openapi.json?lang=qaa-Arab").document
            #expect(description["paths", "/api/v1/overview", "get", "summary"]?.string == "كل شيء")

            // Each text is one text then, and links stay in the language.
            let spanish = try await service.get("/api/v1/countries?lang=es").document
            let all = try await service.get("/api/v1/countries").document
            #expect(spanish["data", "0", "name"]?.string == all["data", "0", "name", "es"]?.string)
            #expect(spanish["data", "0", "links", "self"]?.string?.hasSuffix("?lang=es") == true)
            #expect(spanish["data", "0", "links", "page"]?.string?.hasPrefix("/es/") == true)
            #expect(spanish["links", "first"]?.string?.contains("lang=es") == true)
            let table = await service.get("/api/v1/commitments.csv?lang=es").text.prefix { $0 != "\r\n" }
            #expect(table.contains(",title,"))
            #expect(await service.get("/api/v1/countries?lang=xx").status == .badRequest)
        }
    }

    @Test func aFileThatComesWhileTheServerRunsAddsALanguage() async throws {
        try await Samples.withCopy { folder in
            let service = try Samples.service(folder)
            #expect(await service.get("/qaa-Arab/index.html").status == .notFound)
            try FileManager.default.createDirectory(atPath: folder + "/languages", withIntermediateDirectories: true)
            try Self.file.write(toFile: folder + "/languages/qaa-Arab.po", atomically: true, encoding: .utf8)
            #expect(service.show(try Samples.reading(folder)) == .shown)
            #expect(await service.get("/qaa-Arab/index.html").text.contains(">نظرة</a>"))
        }
    }
}
