import SystemIO
import Testing

@testable import Diagnostics

@Suite struct SourceMapTests {
    @Test(arguments: [
        ("forums", "forums/un/forum.yaml", "un/forum.yaml"), ("/srv/made up", "/srv/made up/a.csv", "a.csv"),
        ("forums/", "forums//a.csv", "a.csv"), ("forums", "elsewhere/a.csv", "elsewhere/a.csv"),
        (nil, "forums/a.csv", "forums/a.csv"),
    ])
    func pathsAreToldBelowTheFolder(_ folder: String?, _ path: String, _ expected: String) {
        var sources = SourceMap(folder: folder)
        let file = sources.add(path: path, bytes: FileBytes([]))
        #expect(sources.pathBelowFolder(of: sources[file]) == expected)
        #expect(sources.belowFolder("\(path) can't be read") == "\(expected) can't be read")
        #expect(sources[file].path == path)
    }

    @Test(arguments: [
        ("a/b.csv and 'forums/c.csv' (see forums/d.yaml)", "a/b.csv and 'c.csv' (see d.yaml)"),
        ("https://example.org/forums/x, old-forums/y, subforums/z", nil), ("forums", nil),
    ])
    func textsKeepWhatOnlyLooksLikeThePath(_ text: String, _ expected: String?) {
        #expect(SourceMap(folder: "forums").belowFolder(text) == expected ?? text)
    }

    @Test func aStepUpIsNoPathBelowTheFolderHere() {
        #expect(SourceMap(folder: ".").belowFolder("../x.csv and ./y.csv") == "../x.csv and y.csv")
    }
}
