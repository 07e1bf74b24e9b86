import Dashboard
import Diagnostics
import FollowUpModel
import ForumWorkspace
import Foundation
import HTTPTypes
import Harmonization
import JSON
import Testing

@testable import WebService

@Suite struct ReloadTests {
    @Test func brokenFilesLeaveTheLastGoodPictureAndSaySo() async throws {
        try await Samples.withCopy { folder in
            let file = folder + "/harbour/forum.yaml"
            let service = try Samples.service(folder)
            let good = await service.get("/en/matrix.html")
            let whole = try String(contentsOfFile: file, encoding: .utf8)
            try (whole + "\nnonsense: [").write(toFile: file, atomically: true, encoding: .utf8)
            #expect(service.show(try Samples.reading(folder)) == .broken)

            let broken = await service.get("/en/matrix.html")
            #expect(broken.text.contains("this is the picture from before"))
            #expect(broken.text.contains("href=\"problems.html\""))
            #expect(broken.headers[.eTag] != good.headers[.eTag])
            let cells = try await service.get("/en/matrix.json").document["cells"]
            let problems = await service.get("/en/problems.html")
            #expect(problems.text.contains(">harbour/forum.yaml"))
            #expect(!problems.text.contains(folder), "nobody learns where the files lie")
            #expect(await service.get("/es/gaps.html").text.contains("problems.html"))
            let listed = try await service.get("/api/v1/diagnostics?severity=error").document
            #expect((listed["total"]?.number ?? 0) > 0)
            #expect(listed["data", "0", "file"]?.string?.hasPrefix("harbour/forum.yaml") == true)
            let ready = try await service.get("/health/ready").document
            #expect(ready["broken"] == true)
            #expect(await service.get("/metrics").text.contains("followup_edition_broken 1"))

            try whole.write(toFile: file, atomically: true, encoding: .utf8)
            #expect(service.show(try Samples.reading(folder)) == .shown)
            let healed = await service.get("/en/matrix.html")
            #expect(healed.text == good.text)
            #expect(try await service.get("/en/matrix.json").document["cells"] == cells)
            #expect(await service.get("/metrics").text.contains("followup_reloads_total{outcome=\"broken\"} 1"))
        }
    }

    @Test func aForumThatCannotBeReadAtTheStartIsNamedEverywhere() async throws {
        try await Samples.withCopy { folder in
            try Data("forum: [\n".utf8).write(to: URL(filePath: folder + "/harbour/forum.yaml"))
            let service = try Samples.service(folder)
            #expect(await service.get("/en/index.html").text.contains("1 forum could not be read (harbour)"))
            let ready = try await service.get("/health/ready").document
            #expect(ready["forums-not-read"] == ["harbour"])
            #expect(await service.get("/metrics").text.contains("followup_forums_not_read 1"))
            let cells = try await service.get("/api/v1/cells?limit=1").document
            #expect(cells["forums-not-read"] == ["harbour"])
        }
    }

    @Test func aTitleThatIsAScriptStaysATitle() async throws {
        try await Samples.withCopy { folder in
            try Samples.replace(
                "en: Light lamps by the end of 2016,", by: "en: \"<script>alert(1)</script>\",",
                in: folder + "/harbour/commitments.yaml")
            let service = try Samples.service(folder)
            let page = await service.get("/en/forums/harbour.html")
            #expect(!page.text.contains("<script>alert"))
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(page.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
            #expect(page.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func aFolderThatIsGoneLeavesThePicture() async throws {
        try await Samples.withCopy { folder in
            let service = try Samples.service(folder)
            try FileManager.default.removeItem(atPath: folder + "/workspace.yaml")
            #expect(service.show(try Samples.reading(folder)) == .broken)
            #expect(await service.get("/en/index.html").status == .ok)
        }
    }

    @Test func aServiceThatStopsSaysSo() async throws {
        let service = try Samples.service()
        #expect(await service.get("/health/ready").status == .ok)
        service.stop()
        #expect(await service.get("/health/ready").status == .serviceUnavailable)
        #expect(await service.get("/en/index.html").headers[.connection] == "close")
        #expect(await service.get("/health/live").status == .ok)
    }

    @Test func whatHappensIsCounted() async throws {
        let service = try Samples.service()
        _ = await service.get("/en/index.html")
        _ = await service.get("/en/index.html")
        _ = await service.get("/en/none.html")
        service.countConnections(2)
        let text = await service.get("/metrics").text
        #expect(text.contains("followup_requests_total{route=\"page\",status=\"200\"} 2\n"))
        #expect(text.contains("followup_requests_total{route=\"failure\",status=\"404\"} 1\n"))
        #expect(text.contains("followup_request_seconds_bucket{route=\"page\",le=\"+Inf\"} 2\n"))
        #expect(text.contains("followup_connections 2\n"))
        #expect(text.contains("followup_rejected_rows "))
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.split(separator: " ").count == 2, "\(line)")
        }
    }
}
