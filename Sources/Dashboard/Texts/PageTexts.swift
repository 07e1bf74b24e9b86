import Diagnostics
import FollowUpModel
import Languages

/// Every text of the pages in one language; `{name}` stands for what is filled in.
///
/// A language's texts are one value with all members, so the compiler refuses one that lacks a text; a test holds the
/// placeholders of the four against each other. Templates name texts as `[[name]]`.
struct PageTexts: Codable, Sendable {
    // The site and its menu.
    var languageName: String
    /// What stands between a name and what is said of it.
    var colon: String
    var product: String
    var skip: String
    var languages: String
    var mainMenu: String
    var trail: String
    var overview: String
    var matrix: String
    var countries: String
    var measures: String
    var forums: String
    var dueShort: String
    var divergencesShort: String
    var gapsShort: String
    var changesShort: String
    var method: String
    var search: String
    var searchHint: String
    var asOf: String
    var footNote: String
    var thisPageAsJSON: String
    var asTable: String
    var forumFailed: String
    var translationsMissing: String

    // Words that stand above columns and beside facts.
    var country: String
    var value: String
    var measure: String
    var measuresAndLines: String
    var line: String
    var lines: String
    var linesOfAction: String
    var forum: String
    var commitment: String
    var commitments: String
    var reports: String
    var rejected: String
    var progress: String
    var known: String
    var overdue: String
    var differ: String
    var newest: String
    var standing: String
    var since: String
    var asked: String
    var status: String
    var date: String
    var word: String
    var reading: String
    var voice: String
    var voices: String
    var confidence: String
    var deadline: String
    var adopted: String
    var force: String
    var kind: String
    var party: String
    var howMany: String
    var members: String
    var fit: String
    var used: String
    var reason: String
    var alignedTo: String
    var relation: String
    var weight: String
    var table: String
    var holds: String
    var file: String
    var sources: String
    var subregion: String

    // The key, and what stands below totals.
    var legend: String
    var divergentMark: String
    var contradictedMark: String
    var overdueMark: String
    var coverage: String
    var nobodyAsked: String
    var wholeMeasure: String

    // Overview.
    var overviewHeadline: String
    var questionKnown: String
    var answerKnown: String
    var questionMoves: String
    var answerMoves: String
    var questionOverdue: String
    var questionDiffer: String
    var whatIsKnown: String
    var rampLabel: String
    var coverageMapTitle: String
    var coverageMapText: String
    var measureMapTitle: String
    var heatTitle: String
    var heatTable: String
    var progressTitle: String
    var progressText: String
    var whereItMoves: String
    var nothingMoved: String
    var whoOwes: String
    var whereTheyDiffer: String

    // Matrix.
    var matrixTitle: String
    var matrixSummary: String
    /// The same where one forum alone is shown: `{forum}`.
    var matrixOfForum: String
    var forumLayer: String
    var allMeasures: String
    var allForums: String
    var allSubregions: String
    var allVoices: String
    var anyConfidence: String
    var atLeast: String
    var show: String
    var showAll: String
    var inView: String
    var sortBy: String
    var askWhy: String
    var aboutMeasure: String
    var aboutForum: String

    // Countries, measures, forums.
    var countriesSummary: String
    var countryHeadline: String
    var timelineTitle: String
    var reportsListed: String
    var owes: String
    var calendar: String
    var standingsInForums: String
    var measuresSummary: String
    var nobodyCovers: String
    var noAlignedCommitments: String
    var partialMeasure: String
    var measureGaps: String
    var toMatrix: String
    var howFar: String
    var alignedCommitments: String
    var goals: String
    var relatedMeasures: String
    var forumsSummary: String
    var forumCoverageTitle: String
    var forumCoverageText: String
    var knownShare: String
    var failed: String
    var dormantSince: String
    var readBy: String
    var forumMatrix: String
    var commitmentsAndCoverage: String
    var progressOfParties: String
    var inForce: String
    var notFollowedUp: String
    var statusWords: String
    var lossTitle: String
    var lossMerged: String
    var lossBroader: String
    var lossNarrower: String
    var lossSilent: String
    var noLoss: String
    var rulesOfTheForum: String

    // Why a cell says what it says.
    var explainTitle: String
    var noneCounts: String
    var onlyOne: String
    var ownAlignments: String
    var newestReport: String
    var partsOfMeasure: String
    var whatCounts: String
    var consideredNotUsed: String
    var notAskedByForum: String
    var notAsked: String
    var otherLines: String
    var countedWithWeight: String
    var sameEvidenceAs: String
    var silentContribution: String
    var outsideContribution: String
    var stepAlignment: String
    var stepStanding: String
    var stepRule: String
    var stepReports: String
    var takesEffect: String
    var readAs: String
    var spoke: String
    var otherVoice: String
    var older: String
    var partial: String
    var afterAsOf: String
    var belowConfidence: String
    var wordChosenByCompiler: String
    var noReports: String

    // Divergences, gaps, deadlines, changes.
    var divergencesTitle: String
    var divergencesSummary: String
    var noDivergences: String
    var gapsTitle: String
    var gapsSummary: String
    var uncovered: String
    var silences: String
    var silentCountries: String
    var dueTitle: String
    var dueSummary: String
    var coming: String
    var undated: String
    var nothingDue: String
    var nothingOverdue: String
    var calendars: String
    var calendarsText: String
    var changes: String
    var changesSummary: String
    var spans: String
    var becomes: String
    var noLonger: String
    var movedByTime: String
    var movedFirstWord: String
    var movedUp: String
    var movedDown: String
    var movedWordLost: String
    var movedMarks: String

    // Method, data and search.
    var methodSummary: String
    var downloads: String
    var dataCells: String
    var dataAssessments: String
    var dataReports: String
    var dataCommitments: String
    var dataObligations: String
    var dataCrosswalk: String
    var howMade: String
    var methodRead: String
    var methodModule: String
    var ruleText: String
    var methodEvidence: String
    var methodNothing: String
    var weightByRelation: String
    var weightByStanding: String
    var background: String
    var searchSummary: String
    var searchEverything: String
    var searchWithoutScript: String

    // A server's pages: problems of the files, the interface for programs, why something can't be shown.
    var problems: String
    var problemsSummary: String
    var seeProblems: String
    var interface: String
    var interfaceSummary: String
    var interfaceHow: String
    var alsoAsCSV: String
    var didYouMean: String
    var failureNothingHere: String
    var failureBadRequest: String
    var failureReadOnly: String
    var failureNotAcceptable: String
    var failureTooLong: String
    var failureTooMuch: String
    var detailNothingHere: String
    var detailNoSuch: String
    var detailUnknownParameter: String
    var detailBadValue: String
    var detailBadRequest: String
    var detailMethodNotAllowed: String
    var detailNotAcceptable: String
    var detailBodyNotAccepted: String
    var detailAddressTooLong: String
    var detailHeadTooLarge: String
    var detailTooManyRequests: String
    var detailBusy: String

    // Texts that depend on a number.
    var rejectedRows: CountedText
    var staleMark: CountedText
    var staleCells: CountedText
    var divergentCells: CountedText
    var divergentFrom: CountedText
    var answerOverdue: CountedText
    var answerDiffer: CountedText
    var countryOverdue: CountedText
    var notShown: CountedText
    var reportCount: CountedText
    var timelineText: CountedText
    var alignmentCount: CountedText
    var everyMonths: CountedText
    var madeOfParts: CountedText
    var consolidatedBy: CountedText
    var movedCount: CountedText
    var lastYears: CountedText
    var foundCount: CountedText
    var filesBroken: CountedText
    var problemCount: CountedText
}

extension PageTexts {
    /// The texts of a language; English for languages that have none.
    static func texts(for language: Language) -> PageTexts {
        switch language {
        case .spanish: spanish
        case .portuguese: portuguese
        case .french: french
        default: english
        }
    }

    /// The texts that need no number, by their names.
    var byName: [String: String] {
        guard case .object(let members) = JSONValue(of: self) else {
            preconditionFailure("the texts of a language are named members")
        }
        return Dictionary(
            uniqueKeysWithValues: members.compactMap { member in
                if case .string(let text) = member.value { (member.name, text) } else { nil }
            })
    }
}
