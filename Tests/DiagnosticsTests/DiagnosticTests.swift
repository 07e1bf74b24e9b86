import Diagnostics
import Testing

@Suite struct DiagnosticTests {
    private let codes = [Sample.unknownLevel, Sample.missingKey, Sample.missingFile]

    @Test func codesAreFoundByName() {
        #expect(codes.code(named: "missing-key")?.summary == Sample.missingKey.summary)
        #expect(codes.code(named: "[Missing_Key]") == Sample.missingKey)
        #expect(codes.code(named: "missing") == nil)
        #expect(codes.nearestCode(to: "unknow-levl") == Sample.unknownLevel)
        #expect(codes.nearestCode(to: "duplicate-country") == nil)
    }

    @Test func countsInWords() {
        let (diagnostics, _) = Sample.report()
        let count = DiagnosticCount(diagnostics)
        #expect([count.errors, count.warnings, count.notes, count.files] == [2, 1, 0, 1])
        #expect(count.description == "2 errors, 1 warning in 1 file")
        #expect(DiagnosticCount(diagnostics.prefix(1)).description == "1 error")
        #expect(DiagnosticCount([]).description == "no problems")
        let notes = ([0, 1] as [UInt32]).map { file in
            var note = Diagnostic.warning(Sample.missingKey, at: .wholeFile(FileID(rawValue: file)), "made up")
            note.severity = .note
            return note
        }
        #expect(DiagnosticCount(notes).description == "2 notes in 2 files")
    }

    @Test func orderIsByPlaceThenCodeThenMessage() {
        let (a, b) = (FileID(rawValue: 0), FileID(rawValue: 1))
        let expected: [Diagnostic] = [
            .error(Sample.missingKey, at: nil, "z"),
            .error(Sample.unknownLevel, at: nil, "a"),
            .warning(Sample.unknownLevel, at: a.range(2, 1, 2, 2), "z"),
            .error(Sample.missingKey, at: a.range(2, 1, 2, 3), "a"),
            .error(Sample.missingKey, at: a.range(2, 1, 2, 3), "b"),
            .error(Sample.unknownLevel, at: a.range(2, 1, 2, 3), "a"),
            .error(Sample.missingKey, at: a.range(10, 1, 10, 1), "a"),
            .error(Sample.missingKey, at: b.range(1, 1, 1, 1), "a"),
        ]
        #expect(expected.reversed().inStableOrder() == expected)
        #expect(expected.hasErrors)
        #expect(![expected[2]].hasErrors)
    }

    @Test func severitiesAreOrdered() {
        #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }
}
