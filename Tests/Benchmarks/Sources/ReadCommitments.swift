import Diagnostics
import FollowUpModel
import ForumWorkspace
import SystemIO

/// Does what the program does with a commitments file, from bytes to commitments that are tied to a framework; nil when
/// anything in it is wrong.
func readCommitments(_ bytes: FileBytes, path: String) -> [Commitment]? {
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: bytes)
    let reader = CommitmentReader(
        forum: measuredForum(file), framework: measuredFramework(file),
        countries: CountryTable(countries: [], regions: []))
    var diagnostics: [Diagnostic] = []
    guard let records = CommitmentReader.decode(bytes, file: file, into: &diagnostics) else { return nil }
    let reading = reader.read(records, into: &diagnostics)
    return diagnostics.isEmpty ? reading.commitments : nil
}

/// The framework that generated commitments are aligned to: one measure with forty lines.
private func measuredFramework(_ file: FileID) -> Framework {
    let name = LocalizedText([LocalizedText.Wording(.english, "Framework for measuring")])
    var measure = Framework.Measure(id: "1", code: "A.1", chapter: "A", title: name, origin: .wholeFile(file))
    measure.lines = (1...40).map { Framework.Line(id: "1.\($0)", title: name) }
    return Framework(id: "measured", name: name, chapters: [], measures: [measure])
}

private func measuredForum(_ file: FileID) -> ForumDefinition {
    ForumDefinition(
        id: "measured", module: "declarative",
        name: LocalizedText([LocalizedText.Wording(.english, "Forum for measuring")]), kind: .consensusForum,
        vocabulary: Vocabulary([]), origin: .wholeFile(file))
}
