import Testing

@testable import Diagnostics

/// The files that say what codes mean.
@Suite struct CodeTextsTests {
    @Test func headingsLinesParagraphsAndExamplesAreReadApart() {
        let texts = CodeTexts(
            """
            # A title
            What stands before the first code is for readers of the file.

            ## first-code
            what is wrong

            A paragraph that
            goes on.

                an: example
                of: two lines

            The end.

            ## second-code
            another thing

            Why.
            """)
        #expect(texts.entries.map(\.name) == ["first-code", "second-code"])
        #expect(texts.entries.map(\.summary) == ["what is wrong", "another thing"])
        #expect(
            texts.entries[0].explanation
                == "A paragraph that goes on.\n\n    an: example\n    of: two lines\n\nThe end.")
        #expect(texts.entries[1].explanation == "Why.")
    }

    @Test func aCodeBringsItsMeaningOrHasItInAFile() {
        let own = DiagnosticCode("made-up", summary: "made up", explanation: "Made up.")
        #expect(own.summary == "made up" && own.explanation == "Made up.")
        let shipped = DiagnosticCode("yaml-syntax")
        #expect(shipped.summary == "The text is not YAML.")
        #expect(DiagnosticCode.codes(of: "LocatedYAML").first == shipped)
        #expect(DiagnosticCode.codes(of: "nobody").isEmpty)
    }
}
