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
        #expect(sources.pathBelowFolder(of: file) == expected)
        #expect(sources.belowFolder("\(path) can't be read") == "\(expected) can't be read")
        #expect(sources[file].path == path)
    }
}
