import Diagnostics
import FollowUpModel
import ForumKit
import ForumKitTesting
import Languages

/// Every text of the interface in one language; `{name}` stands for what is filled in.
///
/// A language's catalogue is one value with all members, so the compiler refuses one that lacks a text; a test holds
/// the placeholders of the four against each other.
struct Catalogue: Sendable {
    var language: Language

    /// The words of the model.
    var words: ModelWords
    var contractProperties: WordList<ContractProperty>
    var textKinds: WordList<ForumAdvice.TextKind>

    // Headings of columns.
    var country: String
    var code: String
    var forum: String
    var forums: String
    var module: String
    var commitment: String
    var commitments: String
    var reports: String
    var rejected: String
    var line: String
    var measure: String
    var title: String
    var progress: String
    var spread: String
    var newest: String
    var contributions: String
    var standing: String
    var since: String
    var status: String
    var date: String
    var voice: String
    var confidence: String
    var source: String
    var place: String
    var reason: String
    var deadline: String
    var adopted: String
    var legalForce: String
    var kind: String
    var members: String
    var level: String
    var reading: String
    var word: String
    var relation: String
    var weight: String
    var overdue: String
    var total: String
    var count: String
    var known: String
    var commitmentsShort: String
    var reportsShort: String
    var rejectedShort: String

    // Matrix and status.
    var matrixTitle: String
    var allMeasures: String
    var wholeMeasure: String
    var asOf: String
    var filteredBy: String
    var coverage: String
    var rejectedRows: String
    var noRejectedRows: String
    var legend: String
    var divergentMark: String
    var contradictedMark: String
    var staleMark: String
    var overdueMark: String
    var statusTitle: String
    var outsideTheCount: String
    var staleCells: String
    var divergentCells: String
    var translationsMissing: String

    // Explanations.
    var explainTitle: String
    var consolidatedBy: String
    var onlyOne: String
    var noneCounts: String
    var countedWithWeight: String
    var sameEvidenceAs: String
    var silentContribution: String
    var outsideContribution: String
    var alignedBy: String
    var standingBecause: String
    var progressBecause: String
    var takesEffectOn: String
    var readAs: String
    var inTheWordsOf: String
    var spoke: String
    var otherVoice: String
    var older: String
    var partial: String
    var afterAsOf: String
    var belowConfidence: String
    var notAsked: String
    var madeOfParts: String
    var ownAlignments: String
    var consideredNotUsed: String
    var wordChosenByCompiler: String
    var noReports: String

    // Obligations.
    var dueTitle: String
    var nothingDue: String
    // Publishing.
    var published: String
    var serving: String
    // Countries, forums, measures.
    var legalForceShort: String
    var outsideShort: String
    var contributionsShort: String
    var fit: String
    var used: String
    var topic: String
    var article: String
    var alignedTo: String
    var inChapter: String
    var relatedMeasures: String
    var standingsInForums: String
    var measuresAndLines: String
    var commitmentsByForum: String
    var progressOfParties: String
    var alignedCommitments: String
    var noAlignedCommitments: String
    var dormantSince: String
    var readBy: String
    var everyMonths: String
    var notFollowedUp: String
    var noStanding: String
    var oneForumOnly: String
    var countries: String
    var wholeOfMeasure: String
    var nobodyAsked: String

    // Modules that failed, and trust in programs.
    var moduleFailed: String
    var moduleNotTrusted: String
    var failed: String
    var notTrusted: String
    var trustTitle: String
    var trustCommand: String
    var trustFolder: String
    var trustFile: String
    var trustGiven: String
    var trustShown: String
    var trustHeld: String
    var trustWithdrawn: String
    var noProgram: String

    // Other pages.
    var gapsTitle: String
    var uncovered: String
    var silences: String
    var noGaps: String
    var divergencesTitle: String
    var noDivergences: String
    var countryTitle: String
    var forumTitle: String
    var measureTitle: String
    var forumsTitle: String
    var modulesTitle: String
    var statusWords: String
    var rulesOfTheForum: String
    var partialMeasure: String
    var measureGaps: String
    var linesOfAction: String
    var targets: String
    var hasErrors: String
    var unknownCountry: String
    var countryOutside: String
    var unknownForum: String
    var unknownMeasure: String
    var unknownSubregion: String
    var unknownTarget: String
    var didYouMean: String

    // Check, forums and codes.
    var checkTitle: String
    var checkFine: String
    var checkStopped: String
    var checkHint: String
    var errors: String
    var warnings: String
    var rejectedReportRows: String
    var severity: String
    var file: String
    var fileLine: String
    var fileColumn: String
    var message: String
    var languages: String
    var options: String
    var codesTitle: String
    var meaning: String
    var explanation: String
    var unknownCode: String

    // The contract of modules, and advice on a forum's files.
    var contractTitle: String
    var contractCases: String
    var contractKept: String
    var contractBroken: String
    var property: String
    var seed: String
    var counterExample: String
    var holds: String
    var broken: String
    var wordsMerged: String
    var wordsUnused: String
    var wordsUnexplained: String
    var textsMissing: String
    var textsDrifting: String
    var adviceIsNoError: String
    var noAdvice: String
    var texts: String
    var missing: String

    // Long work, and pages that change with the files.
    var readingReports: String
    var assessingForums: String
    var writingSite: String
    var timeLeft: String
    var stopped: String
    var waitingForChanges: String
    var wholeFolder: String
    var moreErrors: String

    /// The catalogue of a language; English for languages that have none.
    static func catalogue(for language: Language) -> Catalogue {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }

    /// The languages that have a catalogue.
    static let languages = ModelWords.languages
}

extension Catalogue {
    /// A text with its placeholders filled in.
    func text(_ text: KeyPath<Catalogue, String>, _ values: KeyValuePairs<String, String> = [:]) -> String {
        self[keyPath: text].filled(with: values)
    }
}
