/// The files of a new Swift module: it reads words, and a test asks for the forum's own rule.
struct ModuleTemplate {
    let names: ModuleNames

    /// The folder of a module in Plugins/.
    var files: [NewFiles.File] { [source(folder: "Sources/"), readme, test, fixtures] }

    /// The module's source.
    func source(folder: String) -> NewFiles.File {
        NewFiles.File(
            name: "\(folder)\(names.type).swift",
            text: """
                public import Diagnostics
                public import FollowUpModel
                public import ForumKit

                /// Reads a forum by … (say here by which mechanism).
                public struct \(names.type): ForumModule {
                    /// Name, summary, options and rules.
                    public static let metadata = ModuleMetadata(
                        name: "\(names.module)",
                        summary: LocalizedText(
                            en: "The newest report speaks.", es: "Habla el informe más reciente.",
                            pt: "Fala o relatório mais recente.", fr: "Le rapport le plus récent fait foi."),
                        rules: StandingRules.all + WordRules.all + [DeadlineRules.deadline])

                    private let words: WordReader

                    /// Makes the module; it takes no options.
                    public init(forum: ForumDefinition, options: OptionValues, diagnostics: inout [Diagnostic]) {
                        words = WordReader(forum)
                    }

                    /// Reads one commitment: one assessment for each party that it addresses.
                    public func assess(_ evidence: CommitmentEvidence) -> [Assessment] {
                        evidence.addressed.map { party in
                            words.assess(party, standing: words.standing(of: party, in: evidence), evidence)
                        }
                    }
                }

                """)
    }

    private var readme: NewFiles.File {
        NewFiles.File(
            name: "README.md",
            text: """
                # \(names.module)
                Which mechanism this module computes, and by which articles.

                | forum.yaml | |
                |---|---|
                | `module:` | `\(names.module)` |
                | `options:` | none |

                ## Rules
                Each rule with its article and the test that holds it; also those that are not computed, and why.

                ## Example
                A commitment, its reports, and what the module says of them.

                """)
    }

    private var fixtures: NewFiles.File {
        NewFiles.File(name: "Tests/Fixtures/README.md", text: "Made-up data for the tests: nothing here is true.\n")
    }

    /// The imports of the test, in the order that the formatter asks for.
    private var imports: String {
        ["Diagnostics", "FollowUpModel", "ForumKit", "Testing", names.target].sorted().map { "import \($0)" }
            .joined(separator: "\n")
    }

    private var test: NewFiles.File {
        NewFiles.File(
            name: "Tests/\(names.type)Tests.swift",
            text: """
                \(imports)

                @Suite struct \(names.type)Tests {
                    @Test func theNewestReportSpeaks() throws {
                        let evidence = try MadeUp.evidence(reports: [("begun", "2020"), ("done", "2021-03")])
                        let assessments = MadeUp.module.assess(evidence)
                        #expect(assessments.map(\\.progress) == [.level(.init(rank: 1))])
                    }

                    @Test func everyBasisNamesADeclaredRule() throws {
                        let rules = Set(\(names.type).metadata.rules.map(\\.id))
                        for reports in [[], [("begun", "2020")]] {
                            for assessment in MadeUp.module.assess(try MadeUp.evidence(reports: reports)) {
                                #expect(rules.contains(assessment.basis.standingRule))
                                #expect(rules.contains(assessment.basis.progressRule))
                            }
                        }
                    }

                    @Test func theForumsOwnRule() throws {
                        let evidence = try MadeUp.evidence(reports: [("done", "2021-03")])
                        let assessments = MadeUp.module.assess(evidence)
                        Issue.record(
                            \"\"\"
                            next: write here what your forum's rule says of these reports, as an #expect in place of this \\
                            (now it is \\(assessments.map(\\.progress))); change assess(_:) in \(names.type).swift until \\
                            it holds; add the rule to metadata.rules, with its article as source; tell it in README.md
                            \"\"\")
                    }
                }

                /// A made-up forum of one member with two words, the second of which is the scale's top.
                enum MadeUp {
                    private static let nowhere = SourceRange.wholeFile(FileID(rawValue: 0))
                    private static let name = LocalizedText([.init(.english, "Made up")])
                    private static let words = ["begun", "done"]

                    static var forum: ForumDefinition {
                        let words = words.enumerated().map { rank, word in
                            StatusWord(word: word, progress: .level(.init(rank: rank)), origin: nowhere)
                        }
                        var forum = ForumDefinition(
                            id: "made-up", module: "\(names.module)", name: name, kind: .conference,
                            vocabulary: Vocabulary(words), origin: nowhere)
                        forum.memberships = [
                            Membership(country: "AAA", standing: .member, interval: DatedInterval(), origin: nowhere)
                        ]
                        forum.parties = PartyTable([.country(CountryIndex(0), code: "AAA")])
                        return forum
                    }

                    static var module: \(names.type) {
                        var diagnostics: [Diagnostic] = []
                        return \(names.type)(forum: forum, options: OptionValues(), diagnostics: &diagnostics)
                    }

                    /// What was reported on the member, as the module is given it at the end of 2025.
                    static func evidence(reports: [(word: String, date: String)]) throws -> CommitmentEvidence {
                        var table = ReportTable()
                        for (offset, report) in reports.enumerated() {
                            let row = ReportRow(
                                commitment: CommitmentIndex(0), party: PartyIndex(0),
                                status: StatusIndex(try #require(words.firstIndex(of: report.word))),
                                date: try #require(PartialDate(report.date)))
                            table.append(row, at: ReportPlace(file: 0, offset: offset))
                        }
                        let day = try #require(CalendarDay(year: 2025, month: 12, day: 31))
                        let index = EvidenceIndex(reports: table, commitmentCount: 1, partyCount: 1, asOf: day)
                        return CommitmentEvidence(
                            commitment: Commitment(id: "A1", title: name, legalForce: .political, origin: nowhere),
                            index: CommitmentIndex(0), roll: RollCall(of: forum, on: day), scaleTop: 1, reports: index)
                    }
                }

                """)
    }
}
