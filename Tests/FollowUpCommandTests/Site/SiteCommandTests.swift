import Foundation
import Testing

import enum FollowUpCommand.ExitStatus

/// The commands that make a site and serve it.
@Suite struct SiteCommandTests {
    @Test func aSecondRunWritesOnlyWhatHasChanged() throws {
        let folder = try GuideFolder()
        let first = try PageRun("publish \(folder.path)/site --lang en").output
        let files = try #require(first.firstMatch(of: /: ([0-9]+) files .*, ([0-9]+) written, 0 removed/))
        #expect(files.1 == files.2)
        let second = try PageRun("publish \(folder.path)/site --lang en").output
        #expect(second.contains(": \(files.1) files ") && second.hasSuffix(", 0 written, 0 removed\n"))
        let past = try PageRun("publish \(folder.path)/site --lang en --as-of 2018-06-30").output
        #expect(!past.contains(", 0 written"))
        #expect(try folder.text(of: "site/manifest.json").contains("\"asOf\": \"2018-06-30\""))
    }

    @Test func aSiteThatLacksAForumIsWrittenOnlyWhereThatIsAskedFor() throws {
        let folder = try GuideFolder()
        let workspace = folder.path + "/forums"
        try FileManager.default.copyItem(atPath: PageRun.small, toPath: workspace)
        let site = "publish \(folder.path)/site --lang en"
        #expect(try PageRun(site, workspace: workspace).status == .success)
        let whole = try folder.text(of: "site/manifest.json")
        try folder.write("forum: [\n", to: "forums/harbour/forum.yaml")

        let refused = try PageRun(site, workspace: workspace)
        #expect(refused.status == .dataErrors && refused.output.isEmpty)
        #expect(refused.complaint.contains("1 forum could not be read"))
        #expect(try folder.text(of: "site/manifest.json") == whole)

        let words = "1 forum could not be read (harbour): "
        #expect(try PageRun(site + " --partial", workspace: workspace).status == .success)
        let page = try folder.text(of: "site/en/index.html")
        #expect(page.contains(words) && !page.contains("could not be read and count nowhere"), "its rows are told once")
        #expect(try folder.text(of: "site/en/index.json").contains("\"forum\":\"harbour\""))
        let status = try PageRun("status --lang en", workspace: workspace)
        #expect(status.output.contains("! " + words))
        #expect(status.output.contains(/\nharbour +– +– +[0-9]+ .* forum not read\n/))
        let table = try PageRun("status --lang en --format csv", workspace: workspace)
        #expect(table.complaint.contains(words))
        #expect(try PageRun("status --strict --lang en", workspace: workspace).status == .dataErrors)
        let asked = try PageRun("forum harbour --lang en", workspace: workspace)
        #expect(asked.status == .usageError && asked.complaint.contains("can't be read"))
    }

    @Test func aFolderThatCannotBeWrittenIsMisuse() throws {
        let folder = try GuideFolder()
        try folder.write("a file\n", to: "site")
        let run = try PageRun("publish \(folder.path)/site/below --lang en")
        #expect(run.status == .usageError)
        #expect(run.complaint.hasSuffix("\n  name a folder that you may write to, in one that you may write to\n"))
    }

    @Test(arguments: [
        ("--port 70000", "--port takes a number from 0 to 65535"), ("--connections 0", "--connections takes a number"),
        ("--rate-limit -1", "--rate-limit"), ("--log-level loud", "notice"),
    ])
    func aServerRefusesWhatItCannotDo(_ option: String, _ words: String) throws {
        let run = try PageRun("serve \(option) --lang en")
        #expect(run.status == .usageError)
        #expect(run.complaint.contains(words))
    }

    @Test func withoutAWorkspaceNothingIsServed() throws {
        let run = try PageRun("serve --port 0 --lang en", workspace: "/nowhere")
        #expect(run.status == .usageError)
        #expect(run.complaint.contains("/nowhere"))
    }
}
