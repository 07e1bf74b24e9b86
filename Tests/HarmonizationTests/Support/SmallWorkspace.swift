/// A small made-up workspace that tests change to their taste: two forums, three countries, one commitment each.
enum SmallWorkspace {
    static let words = [
        PlainWord(word: "not begun", level: "none"), PlainWord(word: "begun", level: "some"),
        PlainWord(word: "done", level: "all"), PlainWord(word: "gone back", level: "contrary"),
        PlainWord(word: "spoken of", missing: "reported-without-status"),
    ]

    /// Both forums align their commitment exactly to the line 1.1 of three lines.
    static func make(_ first: [PlainReport], _ second: [PlainReport] = []) -> PlainWorkspace {
        PlainWorkspace(
            levels: ["none", "some", "most", "all"], rule: "weighted-median", relations: ["exact": 4],
            standings: ["bound": 2], divergentFrom: 2, staleAfterMonths: 60, countries: ["ABA", "BAB", "CAC"],
            outsider: "ZAZ", measures: [("1", ["1.1", "1.2", "1.3"]), ("2", [])],
            forums: [forum("first", first), forum("second", second)])
    }

    static func forum(_ id: String, _ reports: [PlainReport]) -> PlainForum {
        PlainForum(
            id: id, dormantSince: nil,
            members: ["ABA", "BAB"].map { PlainMember(country: $0, standing: "member", span: PlainSpan()) }, groups: [],
            organs: ["council"], voices: ["review-body", "government"], words: words, rounds: [],
            commitments: [
                PlainCommitment(
                    id: "C", adopted: nil, force: "binding", binds: "addressees", addressees: ["members"],
                    deadline: nil, exceptions: [], crosswalk: [("1.1", "exact")], round: nil, isTracked: true)
            ], files: [("reports.csv", reports)])
    }

    static func report(
        _ id: String, _ party: String, _ status: String, _ date: String, voice: String = "government",
        confidence: String = "high", scope: String = "", dateKind: String = "event", evidence: String = ""
    ) -> PlainReport {
        PlainReport(
            id: id, commitment: "C", party: party, status: status, date: date, dateKind: dateKind, voice: voice,
            confidence: confidence, scope: scope, evidence: evidence)
    }
}
