import Diagnostics
import FollowUpModel
import ForumKit
import Synchronization

// One fault for every property of the contract.

enum NoFault: Fault {}

enum FrenchForgotten: Fault {
    static var metadata: ModuleMetadata {
        let told = LocalizedText(en: "No word.", es: "Ninguna palabra.", pt: "Nenhuma palavra.", fr: "")
        return ModuleMetadata(name: "declarative", rules: [ModuleRule(.noReport, told)])
    }
}

enum TextLeftOver: Fault {
    static var metadata: ModuleMetadata {
        let summary = DeclarativeModule.metadata.summary
        return ModuleMetadata(
            name: "made-up", texts: ModuleTexts(summary: summary, rules: ["gone": summary]), rules: [])
    }
}

enum ExampleOutOfRange: Fault {
    static var metadata: ModuleMetadata {
        var metadata = DeclarativeModule.metadata
        metadata.options = [
            ModuleOption("days", in: 0...30, default: 30, example: 31).declaration
        ]
        return metadata
    }
}

enum ExampleRefused: Fault {
    static var metadata: ModuleMetadata {
        var metadata = DeclarativeModule.metadata
        metadata.options = [
            effect.declaration
        ]
        return metadata
    }

    private enum Effect: String, CaseIterable { case now, later }
    private static let effect = ModuleOption("effect", default: Effect.now, example: .later)

    static func complain(_ forum: ForumDefinition, _ options: OptionValues) -> Diagnostic? {
        options[effect] == .later
            ? .error(
                DiagnosticCode("made-up", summary: "made up", explanation: "Made up."), at: forum.origin, "not later")
            : nil
    }
}

enum CountsItsCalls: Fault {
    private static let calls = Atomic<Int>(0)

    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        let call = calls.add(1, ordering: .relaxed).newValue
        if !assessments.isEmpty, call % 3 == 0 { assessments[0].standing = .exempt }
    }
}

enum LastRowSpeaks: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices {
            let reports = evidence.reports(on: assessments[place].party)
            guard assessments[place].basis.report != nil, let last = reports.map(\.index).max() else { continue }
            assessments[place].basis.report = last
        }
    }
}

enum FirstPartyLeads: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices where assessments[place].party == PartyIndex(0) {
            assessments[place].standing = .exempt
        }
    }
}

enum AssessesEverybody: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        let others = evidence.forum.parties.indices.filter { !evidence.addressed.contains($0) }
        assessments += others.map { party in
            Assessment(
                party: party, standing: .notAddressed, progress: .missing(.notAddressed),
                basis: Basis(standingRule: "addressed", progressRule: "does-not-count"))
        }
    }
}

enum AssessesTwice: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        if let first = assessments.first { assessments.append(first) }
    }
}

enum AssessesBackwards: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) { assessments.reverse() }
}

/// The number of a row tells how many rows stand before it, later ones among them.
enum ReadsRowNumbers: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices where assessments[place].basis.report?.rawValue ?? 0 > 2 {
            assessments[place].isContradicted = true
        }
    }
}

enum UnknownRule: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices { assessments[place].basis.progressRule = "gut-feeling" }
    }
}

enum RestsOnAnotherParty: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices {
            for party in evidence.forum.parties.indices where evidence.forum.parties[party].country != nil {
                if party != assessments[place].party, let report = evidence.reports(on: party).first {
                    assessments[place].basis.report = report.index
                }
            }
        }
    }
}

enum RestsOnADeadline: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices {
            guard let deadline = evidence.deadlines(on: assessments[place].party).first else { continue }
            assessments[place].basis.report = deadline.index
        }
    }
}

enum OwesByUnknownRule: Fault {
    static func plant(in obligations: inout [Obligation], _ evidence: CommitmentEvidence) {
        for place in obligations.indices { obligations[place].rule = "gut-feeling" }
    }
}

enum OwesUnassessed: Fault {
    static func plant(in obligations: inout [Obligation], _ evidence: CommitmentEvidence) {
        let others = evidence.forum.parties.indices.filter { !evidence.addressed.contains($0) }
        obligations += others.map {
            Obligation(party: $0, kind: .notice, due: nil, state: .notYetDue, rule: "deadline-of-the-text")
        }
    }
}

enum AboveTheTop: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices where assessments[place].progress.rank == evidence.scaleTop {
            assessments[place].progress = .level(.init(rank: evidence.scaleTop + 1))
        }
    }
}

enum VoicesAboveTheTop: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices where assessments[place].voices != nil {
            assessments[place].voices = 0...evidence.scaleTop + 1
        }
    }
}

enum SilenceIsNotBegun: Fault {
    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for place in assessments.indices where assessments[place].progress.missing == .noReport {
            assessments[place].progress = .level(.init(rank: 0))
        }
    }
}

enum VoluntaryIsOwed: Fault {
    static func plant(in obligations: inout [Obligation], _ evidence: CommitmentEvidence) {
        guard evidence.commitment.legalForce == .voluntary else { return }
        obligations += evidence.addressed.map {
            Obligation(party: $0, kind: .voluntaryReview, due: nil, state: .missed, rule: "deadline-of-the-text")
        }
    }
}

enum InForceOnAdoption: Fault {
    static func inForce(_ evidence: CommitmentEvidence) -> LegalDate? {
        evidence.commitment.adopted.map(LegalDate.init)
    }
}

/// Looks at every report again for every report; the work is counted in looks.
enum LooksAgainAndAgain: Fault {
    static let looks = Atomic<Int>(0)

    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for assessment in assessments {
            let reports = evidence.reports(on: assessment.party)
            looks.add(reports.count * reports.count, ordering: .relaxed)
        }
    }
}

/// Looks at every report once.
enum LooksOnce: Fault {
    static let looks = Atomic<Int>(0)

    static func plant(in assessments: inout [Assessment], _ evidence: CommitmentEvidence) {
        for assessment in assessments { looks.add(evidence.reports(on: assessment.party).count, ordering: .relaxed) }
    }
}
