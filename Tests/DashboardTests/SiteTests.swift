import FollowUpModel
import ForumWorkspace
import Foundation
import Harmonization
import Localization
import Synchronization
import SystemIO
import Testing

@testable import Dashboard

/// The site as it is published.
@Suite struct SiteTests {
    private func publish(_ dashboard: Dashboard, to folder: String) throws -> SitePublisher.Outcome {
        try #require(try SitePublisher(dashboard, to: folder, in: .real).publish())
    }

    /// Each kind of call fails in turn; what stands there then is mended by the next run.
    @Test(arguments: [FileSystem.Call.open, .write, .close, .rename, .makeFolder])
    func aFileThatCannotBeWrittenIsNamed(_ broken: FileSystem.Call) throws {
        try Samples.withFolder { folder in
            let dashboard = try Samples.dashboard()
            let wanted = broken == .makeFolder ? "/es" : broken == .rename ? folder : "/es/gaps.html"
            let system = FileSystem { call, path in
                call == broken && path.hasSuffix(wanted) ? 28 : nil
            }
            let error = #expect(throws: FileError.self) {
                try SitePublisher(dashboard, to: folder, in: system).publish()
            }
            #expect(error?.path.hasSuffix(wanted) == true)
            _ = try publish(dashboard, to: folder)
            _ = try publish(dashboard, to: folder + "-fresh")
            defer { try? FileManager.default.removeItem(atPath: folder + "-fresh") }
            #expect(try Samples.files(in: folder) == Samples.files(in: folder + "-fresh"))
        }
    }

    /// One call after the other fails, of each kind the first, one within and the last: each time the old site stands
    /// whole or the new one, and the next run gives what a clean one gives.
    @Test(arguments: FileSystem.Call.allCases)
    func whateverFailsASiteIsWhole(_ kind: FileSystem.Call) throws {
        try Samples.withFolder { folder in
            let (old, new) = (try Samples.dashboard(asOf: "2015"), try Samples.dashboard())
            let site = folder + "/site"
            _ = try publish(old, to: folder + "/old")
            _ = try publish(new, to: folder + "/new")
            let whole = (old: try Samples.files(in: folder + "/old"), new: try Samples.files(in: folder + "/new"))
            #expect(whole.old != whole.new)
            func run(failing wanted: Int, with code: Int32) throws -> Int {
                try? FileManager.default.removeItem(atPath: site)
                try FileManager.default.copyItem(atPath: folder + "/old", toPath: site)
                let calls = Atomic(0)
                let system = FileSystem { call, _ in
                    call == kind && calls.add(1, ordering: .relaxed).newValue == wanted ? code : nil
                }
                do {
                    _ = try SitePublisher(new, to: site, in: system).publish()
                } catch let error as FileError {
                    #expect(error.code == code)
                }
                let after = try Samples.files(in: site)
                #expect(after == whole.old || after == whole.new, "\(kind), call \(wanted)")
                if code == EINTR { #expect(after == whole.new, "a signal is no failure") }
                _ = try publish(new, to: site)
                #expect(try Samples.files(in: site) == whole.new, "\(kind), call \(wanted)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["new", "old", "site"])
                return calls.load(ordering: .relaxed)
            }
            let count = try run(failing: 0, with: 0)
            // A file is closed also where a signal came in between.
            let faults = [(1, ENOSPC), (count / 2, EIO), (count, kind == .close ? EIO : EINTR)]
            for (wanted, code) in faults where wanted > 0 {
                _ = try run(failing: wanted, with: code)
            }
        }
    }

    /// A folder that isn't ours is not touched, whatever is in it.
    @Test(arguments: ["files", "manifest", "link", "broken-link", "file", "workspace", "inside", "around"])
    func onlyAFolderOfOurOwnIsWritten(_ kind: String) throws {
        try Samples.withFolder { folder in
            let files = FileManager.default
            var site = folder + "/site"
            switch kind {
            case "files": try files.createDirectory(atPath: site, withIntermediateDirectories: true)
            case "manifest":
                try files.createDirectory(atPath: site, withIntermediateDirectories: true)
                try #"{"asOf":"2020","files":[{"path":"index.html","bytes":4,"sha256":"0"}]}"#
                    .write(toFile: site + "/manifest.json", atomically: true, encoding: .utf8)
            case "link":
                try files.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
                try files.createSymbolicLink(atPath: site, withDestinationPath: folder + "/empty")
            case "broken-link": try files.createSymbolicLink(atPath: site, withDestinationPath: folder + "/none")
            case "file": try "mine".write(toFile: site, atomically: true, encoding: .utf8)
            case "workspace": site = folder + "/forums"
            case "inside": site = folder + "/forums/../forums/new/site"
            default: site = folder
            }
            if kind == "files" || kind == "manifest" {
                try "mine".write(toFile: site + "/index.html", atomically: true, encoding: .utf8)
            }
            try files.copyItem(atPath: Samples.small, toPath: folder + "/forums")
            let before = try Samples.files(in: folder)
            let dashboard = try Samples.dashboard(folder + "/forums")
            #expect(throws: SiteRefusal.self) { try publish(dashboard, to: site) }
            #expect(try Samples.files(in: folder) == before)
            #expect(try !files.contentsOfDirectory(atPath: folder).contains { $0.hasSuffix(".publishing") })
        }
    }

    /// What others put into a site stays, links too, and nothing is read or written through them.
    @Test func whatOthersPutIntoASiteStays() throws {
        try Samples.withFolder { folder in
            let (site, files) = (folder + "/site", FileManager.default)
            _ = try publish(try Samples.dashboard(asOf: "2015"), to: site)
            try files.createDirectory(atPath: folder + "/outside", withIntermediateDirectories: true)
            try "keep".write(toFile: folder + "/outside/p.txt", atomically: true, encoding: .utf8)
            try files.createDirectory(atPath: site + "/.git/objects", withIntermediateDirectories: true)
            try "mine".write(toFile: site + "/.git/HEAD", atomically: true, encoding: .utf8)
            try "mine".write(toFile: site + "/en/mine.txt", atomically: true, encoding: .utf8)
            try files.createSymbolicLink(atPath: site + "/link", withDestinationPath: "../outside")
            _ = try publish(try Samples.dashboard(), to: site)
            for path in [".git/HEAD", "en/mine.txt"] {
                #expect(try String(contentsOfFile: site + "/" + path, encoding: .utf8) == "mine")
            }
            #expect(files.fileExists(atPath: site + "/.git/objects"))
            #expect(try files.destinationOfSymbolicLink(atPath: site + "/link") == "../outside")
            #expect(try files.contentsOfDirectory(atPath: folder + "/outside") == ["p.txt"])
            // In the place of a file of the site nothing foreign is written over.
            try files.removeItem(atPath: site + "/en/due")
            try "mine".write(toFile: site + "/en/due", atomically: true, encoding: .utf8)
            let before = try Samples.files(in: site)
            #expect(throws: SiteRefusal.self) { try publish(try Samples.dashboard(asOf: "2016"), to: site) }
            #expect(try Samples.files(in: site) == before)
        }
    }

    /// Of two publishers one waits for the other, and is told so; who is asked to stop waits no more.
    @Test func onePublisherAtATime() throws {
        try Samples.withFolder { folder in
            let work = folder + "/.site.publishing"
            let other = try FolderLock(work, in: .real)
            #expect(other != nil)
            #expect(try FolderLock(work, in: .real) == nil)
            let told = Atomic(0)
            let asked = Atomic(0)
            let dashboard = try Samples.dashboard()
            let outcome = try SitePublisher(dashboard, to: folder + "/site", in: .real).publish(
                isStopped: { asked.add(1, ordering: .relaxed).newValue > 3 },
                waiting: { told.add(1, ordering: .relaxed) })
            #expect(outcome == nil && told.load(ordering: .relaxed) == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [".site.publishing"])
            withExtendedLifetime(other) {}
        }
    }

    @Test func everyLinkLeadsToAFileOfTheSite() throws {
        try Samples.withFolder { folder in
            let dashboard = try Samples.dashboard()
            _ = try publish(dashboard, to: folder + "/site")
            let files = try Samples.files(in: folder + "/site")
            var anchors: [String: Set<String>] = [:]
            var pages: [String: HTML] = [:]
            for (path, bytes) in files where path.hasSuffix(".html") {
                let page = HTML(String(decoding: bytes, as: UTF8.self))
                pages[path] = page
                anchors[path] = Set(page.anchors)
                #expect(anchors[path]?.count == page.anchors.count, "\(path) has an anchor twice")
            }
            for (path, page) in pages {
                for link in page.links where !link.hasPrefix("https://") && !link.hasPrefix("http://") {
                    try expect(link, on: path, leadsTo: files, anchors)
                }
            }
        }
    }

    private func expect(
        _ link: String, on page: String, leadsTo files: [String: Data], _ anchors: [String: Set<String>]
    ) throws {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        // From the folder of the page, step by step.
        var steps = page.split(separator: "/").dropLast()
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        let target = path.isEmpty ? page : steps.joined(separator: "/")
        #expect(files[target] != nil, "\(page) links to \(link)")
        if parts.count == 2, !parts[1].isEmpty {
            #expect(anchors[target]?.contains(String(parts[1])) == true, "\(page) links to \(link)")
        }
    }

    /// Nobody learns from a site where on a machine its files lie.
    @Test func whereTheFolderLiesChangesNothing() throws {
        try Samples.withFolder { folder in
            try FileManager.default.copyItem(atPath: Samples.small, toPath: folder + "/elsewhere")
            _ = try publish(try Samples.dashboard(), to: folder + "/one")
            _ = try publish(try Samples.dashboard(folder + "/elsewhere"), to: folder + "/two")
            let (one, two) = (try Samples.files(in: folder + "/one"), try Samples.files(in: folder + "/two"))
            #expect(one == two)
            let cell = try #require(one["en/cells/XAA/1.1.html"])
            #expect(String(decoding: cell, as: UTF8.self).contains(">harbour/commitments.yaml:"))
        }
    }

    @Test func theSameWorkspaceGivesTheSameBytes() throws {
        try Samples.withFolder { folder in
            _ = try publish(try Samples.dashboard(), to: folder + "/one")
            _ = try publish(try Samples.dashboard(), to: folder + "/two")
            let (one, two) = (try Samples.files(in: folder + "/one"), try Samples.files(in: folder + "/two"))
            #expect(one.keys.sorted() == two.keys.sorted())
            for (path, bytes) in one { #expect(two[path] == bytes, "\(path)") }
        }
    }

    @Test func aSiteThatIsAsItShouldBeIsNotWritten() throws {
        try Samples.withFolder { folder in
            let first = try publish(try Samples.dashboard(), to: folder)
            #expect(first.written == first.files)
            #expect(first.removed == 0)
            let before = try Samples.fileNumbers(in: folder)
            let second = try publish(try Samples.dashboard(), to: folder)
            #expect(second.written == 0)
            #expect(second.files == first.files && second.bytes == first.bytes)
            #expect(try Samples.fileNumbers(in: folder) == before)
        }
    }

    /// Neither size nor time tells whether a file is as it should be, only its bytes do.
    @Test func filesThatSomebodyChangedArePutRight() throws {
        try Samples.withFolder { folder in
            _ = try publish(try Samples.dashboard(), to: folder)
            let right = try Samples.files(in: folder)
            let page = folder + "/en/due.html"
            let date = try #require(FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date)
            var edited = try #require(right["en/due.html"])
            edited[edited.startIndex + 200] ^= 1
            try edited.write(to: URL(fileURLWithPath: page))
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: page)
            try Data().write(to: URL(fileURLWithPath: folder + "/data/cells.csv"))
            try (try #require(right["es/gaps.json"]) + [0x20]).write(to: URL(fileURLWithPath: folder + "/es/gaps.json"))
            try FileManager.default.removeItem(atPath: folder + "/fr/cells/XAA/1.1.html")
            try FileManager.default.removeItem(atPath: folder + "/pt/due")
            let calendars = right.keys.count { $0.hasPrefix("pt/due/") }
            #expect(calendars > 1)
            #expect(try publish(try Samples.dashboard(), to: folder).written == 4 + calendars)
            #expect(try Samples.files(in: folder) == right)
        }
    }

    /// Where a report goes, the pages that speak of it are written, and no other file is touched.
    @Test(arguments: ["harbour/reports/leagues.csv", "river/reports/talks.csv"])
    func aChangedReportChangesItsPagesAlone(_ file: String) throws {
        try Samples.withFolder { folder in
            let (workspace, site) = (folder + "/forums", folder + "/site")
            try FileManager.default.copyItem(atPath: Samples.small, toPath: workspace)
            let text = try String(contentsOfFile: workspace + "/" + file, encoding: .utf8)
            let rows = text.split(separator: "\n").dropFirst()
            for (number, row) in [rows.first, rows.last].compactMap(\.self).enumerated() {
                let without = text.replacingOccurrences(of: row + "\n", with: "")
                #expect(without != text)
                try text.write(toFile: workspace + "/" + file, atomically: true, encoding: .utf8)
                _ = try publish(try Samples.dashboard(workspace), to: site)
                let (before, numbers) = (try Samples.files(in: site), try Samples.fileNumbers(in: site))
                try without.write(toFile: workspace + "/" + file, atomically: true, encoding: .utf8)
                let outcome = try publish(try Samples.dashboard(workspace), to: site)
                let fresh = folder + "/fresh-\(number)"
                _ = try publish(try Samples.dashboard(workspace), to: fresh)
                let (after, anew) = (try Samples.files(in: site), try Samples.files(in: fresh))
                #expect(after == anew, "without \(row)")
                let changed = anew.keys.filter { before[$0] != anew[$0] && $0 != "manifest.json" }
                #expect(!changed.isEmpty && changed.count < anew.count, "without \(row)")
                #expect(outcome.written == changed.count, "without \(row)")
                for (path, number) in try Samples.fileNumbers(in: site) where before[path] == anew[path] {
                    #expect(number == numbers[path], "\(path) was written though nothing in it changed")
                }
            }
        }
    }

    /// The harbours' secretariat speaks of Amber Isle on 1.1; the river, which doesn't ask it, says nothing there.
    @Test func theMatrixOfAForumNamesOnlyItsOwnVoices() throws {
        let picture = try Samples.picture()
        func matrix(_ forum: String) throws -> MatrixPage {
            try #require(PageBuilder(picture, .english, .matrix(forum: forum)).view() as? MatrixPage)
        }
        func voices(_ forum: String) throws -> String? {
            let row = try matrix(forum).groups.flatMap(\.rows).first { $0.code == "XAA" }
            return row?.cells.first { $0.target == "1.1" }?.voices
        }
        for forum in picture.snapshot.forums.map(\.forum.definition) {
            let summary = try #require(matrix(forum.id).page.summary)
            #expect(summary.contains(forum.shortName(for: .english)) && summary.contains("alone"))
        }
        #expect(try voices("harbour") == "secretariat")
        #expect(try voices("river") == nil)
        #expect(try matrix("river").unasked.map(\.label).contains("Amber Isle"))
    }

    @Test func filesOfAnEarlierSiteAreRemovedAndOthersKept() throws {
        try Samples.withFolder { folder in
            let dashboard = try Samples.dashboard()
            _ = try publish(dashboard, to: folder)
            try "mine".write(toFile: folder + "/own.txt", atomically: true, encoding: .utf8)
            let manifest = folder + "/manifest.json"
            let text = try String(contentsOfFile: manifest, encoding: .utf8)
            var entry = "{\"path\":\"../out.html\",\"bytes\":3,\"sha256\":\"\(SHA256.hash(Array("old".utf8)))\"},"
            for name in ["old", "edited"] {
                try "old".write(toFile: folder + "/en/\(name).html", atomically: true, encoding: .utf8)
                let hash = SHA256.hash(Array("old".utf8))
                entry += "{\"path\":\"en/\(name).html\",\"bytes\":3,\"sha256\":\"\(hash)\"},"
            }
            // Of an earlier run, and somebody has written into it since.
            try "mine".write(toFile: folder + "/en/edited.html", atomically: true, encoding: .utf8)
            try text.replacingOccurrences(of: "\"files\": [", with: "\"files\": [" + entry)
                .write(toFile: manifest, atomically: true, encoding: .utf8)
            let outcome = try publish(dashboard, to: folder)
            #expect(outcome.removed == 1)
            #expect(!FileManager.default.fileExists(atPath: folder + "/en/old.html"))
            for kept in ["own.txt", "en/edited.html"] {
                #expect(try String(contentsOfFile: folder + "/" + kept, encoding: .utf8) == "mine")
            }
            #expect(try String(contentsOfFile: manifest, encoding: .utf8) == text)
        }
    }

    @Test func pagesNeedNothingInlineAndNothingFromElsewhere() throws {
        let dashboard = try Samples.dashboard()
        for address in dashboard.addresses {
            let html = try #require(dashboard.page(address, in: .portuguese)).text
            for tag in HTML(html).tags {
                #expect(tag["style"] == nil, "\(address.path)")
                #expect(!tag.attributes.contains { $0.name.hasPrefix("on") }, "\(address.path)")
                #expect(tag.name != "style" && tag.name != "img" && tag.name != "iframe")
                if tag.name == "script" { #expect(tag["src"]?.hasSuffix("assets/site.js") == true) }
                if tag.name == "link" { #expect(tag["href"]?.contains("://") == false) }
                for link in ["href", "src", "action"].compactMap({ tag[$0] }) {
                    #expect(!link.lowercased().hasPrefix("javascript:"), "\(address.path)")
                }
            }
            #expect(!html.contains("<script>"))
        }
    }

    @Test func everyPageNamesItsLanguageAndItsVersions() throws {
        let dashboard = try Samples.dashboard()
        for address in dashboard.addresses {
            for language in Texts.languages {
                let tags = HTML(try #require(dashboard.page(address, in: language)).text).tags
                #expect(tags.first { $0.name == "html" }?["lang"] == language.code)
                let versions = tags.filter { $0.name == "link" && $0["hreflang"] != nil }
                #expect(versions.compactMap { $0["hreflang"] } == Texts.languages.map(\.code))
                #expect(tags.count { $0.name == "h1" } == 1, "\(address.path)")
                #expect(tags.contains { $0.name == "main" })
            }
        }
    }

    @Test func everyAddressIsReadBackFromItsPath() throws {
        for address in try Samples.dashboard().addresses { #expect(PageAddress(path: address.path) == address) }
        let strange = PageAddress.cell(country: "../..", target: "a/b c")
        #expect(!strange.path.contains(".."))
        #expect(strange.path.count { $0 == "/" } == 2)
        #expect(PageAddress(path: strange.path) == strange)
        for path in [
            "", "cells/CRI", "..", "matrix/", "changes/1", "changes/x", "forums/../x", "cells/~4g/1", "index/x",
        ] {
            #expect(PageAddress(path: path) == nil, "\(path)")
        }
    }
}
