import Diagnostics
import Testing

@Suite struct NearestNameTests {
    private let levels = ["not-started", "limited", "substantial", "complete"]

    @Test(arguments: [
        ("complet", "complete"), ("COMPLETE", "complete"), ("cmoplete", "complete"), ("limitted", "limited"),
        ("not started", "not-started"), ("not_started", "not-started"), ("substancial", "substantial"),
    ])
    func findsTheMeantLevel(text: String, level: String) {
        #expect(text.nearest(in: levels) == level)
    }

    @Test(arguments: ["", "x", "done", "completely different", "limbo"])
    func offersNothingFar(text: String) {
        #expect(text.nearest(in: levels) == nil)
    }

    @Test func shortWordsMustBeNearlyTheSame() {
        #expect("D".nearest(in: ["F", "A"]) == nil)
        #expect("no".nearest(in: ["si", "so"]) == nil)
        #expect("f".nearest(in: ["A", "F"]) == "F")
        #expect("si".nearest(in: ["no", "sí"]) == "sí")
        #expect("ARJ".nearest(in: ["BRA", "ARG", "ARM"]) == "ARG")
        #expect("XYZ".nearest(in: ["BRA", "ARG"]) == nil)
    }

    @Test func accentsAreForgivenButDecideBetweenEquals() {
        #expect("en tramite".nearest(in: ["incorporada", "en trámite"]) == "en trámite")
        #expect("paìs".nearest(in: ["pais", "país"]) == "pais")
        #expect("país".nearest(in: ["pais", "país"]) == "país")
        #expect("Curacao".nearest(in: ["Cuba", "Curaçao"]) == "Curaçao")
    }

    @Test func theNearestWinsWhateverTheOrder() {
        #expect("limite".nearest(in: ["limits", "limited", "limite x"]) == "limits")
        #expect("complete".nearest(in: ["complexes", "complete"]) == "complete")
        // Two swaps two rows apart need rows that are worse in between.
        #expect("abdcfe".nearest(in: ["abcdef"]) == "abcdef")
    }

    @Test(arguments: [
        ("En Trámite", "en-tramite"), ("  Año\t", "ano"), ("AN\u{303}O", "ano"), ("Straße", "strasse"),
        ("ŒUVRE", "oeuvre"), ("İZMİR", "izmir"), ("日本", "日本"), ("a-b_c d", "a-b-c-d"), ("", ""), (" ", ""),
    ])
    func folds(text: String, folded: String) {
        #expect(text.foldedForComparison == folded)
    }
}
