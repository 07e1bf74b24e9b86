import Diagnostics
import LocatedYAML
import SystemIO

/// Something that is true of many rows of a file as a rule, and is said once.
struct RowRemark {
    /// The column that it is about, or a number below 0 for each kind of remark about whole rows.
    private let kind: Int
    private var diagnostic: Diagnostic

    init(kind: Int, _ diagnostic: Diagnostic) { (self.kind, self.diagnostic) = (kind, diagnostic) }

    /// Whether both say the same of their rows.
    func isLike(_ other: Self) -> Bool { kind == other.kind && diagnostic.code == other.diagnostic.code }

    /// Takes over what mends another row.
    mutating func take(_ other: Self) {
        guard let edits = other.diagnostic.fixIts.first?.edits, !diagnostic.fixIts.isEmpty else { return }
        diagnostic.fixIts[0].edits += edits
    }

    /// What is said of so many rows; a fix mends all of them, or the first ones of very many.
    func diagnostic(ofRows count: Int) -> Diagnostic {
        guard count > 1 else { return diagnostic }
        var said = diagnostic
        let rows = count == 2 ? "1 more row of this file is" : "\(count - 1) more rows of this file are"
        said.notes.append(DiagnosticNote("\(rows) like it"))
        if let edits = said.fixIts.first?.edits.count { said.fixIts[0].summary += ", and so in \(edits) rows" }
        return said
    }
}

extension Diagnostic {
    /// The same said of a whole file that is in an older encoding; its lines aren't shown, since its letters can't be.
    var ofFileInOldEncoding: Self {
        guard let range else { return self }
        var said = self
        (said.code, said.range) = (.wrongEncoding, .wholeFile(range.file))
        said.message = "the file is not UTF-8 but in an older encoding, \(HeaderReader.oldEncodings): "
        said.message += "line \(range.start.line) can't be read"
        return said
    }
}

extension ByteView {
    /// Whether any letter with an accent is written in UTF-8.
    var hasAccentsInUTF8: Bool {
        var place = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < count {
            if self[place] < 0x80 {
                place += 1
            } else {
                let sequence = decodeUTF8(at: place, end: count) { self[$0] }
                if sequence.scalar != nil { return true }
                place += sequence.length
            }
        }
        return false
    }
}
