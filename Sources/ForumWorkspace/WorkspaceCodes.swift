public import Diagnostics

extension DiagnosticCode {
    /// The codes that reading a workspace can raise, besides those of YAML.
    public static let workspaceCodes = codes(of: "ForumWorkspace")

    /// A file or folder that can't be read.
    public static let unreadableFile = DiagnosticCode("unreadable-file")

    /// A folder without forums.
    public static let noForums = DiagnosticCode("no-forums")

    /// The forum's id is not its folder's name.
    public static let forumFolder = DiagnosticCode("forum-folder")

    /// A module that the program doesn't know.
    public static let unknownModule = DiagnosticCode("unknown-module")

    /// An option that the module doesn't take, or of the wrong type.
    public static let badOption = DiagnosticCode("bad-option")

    /// A country that isn't in the countries' file.
    public static let unknownCountry = DiagnosticCode("unknown-country")

    /// A country that stands twice in countries.yaml.
    public static let duplicateCountry = DiagnosticCode("duplicate-country")

    /// A region code that isn't declared.
    public static let unknownRegion = DiagnosticCode("unknown-region")

    /// An id given twice in one list.
    public static let duplicateId = DiagnosticCode("duplicate-id")

    /// A level that the progress scale doesn't have.
    public static let unknownLevel = DiagnosticCode("unknown-level")

    /// A status word that says neither a level nor anything else.
    public static let statusUnclear = DiagnosticCode("status-unclear")

    /// Two status words that are spelt alike.
    public static let ambiguousStatus = DiagnosticCode("ambiguous-status")

    /// Something that ends before it begins.
    public static let endsBeforeBegin = DiagnosticCode("ends-before-begin")

    /// A deadline with too many or too few parts.
    public static let deadlineUnclear = DiagnosticCode("deadline-unclear")

    /// A clause of entry into force with too many or too few parts.
    public static let clauseUnclear = DiagnosticCode("clause-unclear")

    /// An addressee that means nobody.
    public static let unknownAddressee = DiagnosticCode("unknown-addressee")

    /// A measure or line that the framework doesn't have.
    public static let unknownTarget = DiagnosticCode("unknown-target")

    /// The same alignment twice.
    public static let duplicateAlignment = DiagnosticCode("duplicate-alignment")

    /// A tie to a commitment that doesn't exist.
    public static let unknownLink = DiagnosticCode("unknown-link")

    /// A round that forum.yaml doesn't declare.
    public static let unknownRound = DiagnosticCode("unknown-round")

    /// An own field that forum.yaml doesn't declare.
    public static let unknownField = DiagnosticCode("unknown-field")

    /// Fewer or more records than expected.
    public static let unexpectedCount = DiagnosticCode("unexpected-count")

    /// A report on somebody whom the commitment never addresses.
    public static let notAddressed = DiagnosticCode("not-addressed")

    /// A column of a report file that nobody declared.
    public static let unknownColumn = DiagnosticCode("unknown-column")

    /// A column that every report file needs.
    public static let missingColumn = DiagnosticCode("missing-column")

    /// A column named twice.
    public static let duplicateColumn = DiagnosticCode("duplicate-column")

    /// Two reports of one voice that say different things on one day.
    public static let contradictingReports = DiagnosticCode("contradicting-reports")

    /// A row whose number of fields is not that of the header.
    public static let fieldCount = DiagnosticCode("field-count")

    /// A quote that is never closed, or that stands in the middle of a field.
    public static let brokenQuote = DiagnosticCode("broken-quote")

    /// A field that must not be empty.
    public static let emptyField = DiagnosticCode("empty-field")

    /// A commitment id that the forum doesn't have.
    public static let unknownCommitment = DiagnosticCode("unknown-commitment")

    /// A party that is neither a country of the forum nor one of its organs.
    public static let unknownParty = DiagnosticCode("unknown-party")

    /// A status word outside the forum's vocabulary.
    public static let unknownStatus = DiagnosticCode("unknown-status")

    /// A status word written with other accents or case.
    public static let statusSpelling = DiagnosticCode("status-spelling")

    /// A date that the calendar doesn't have or that is written otherwise.
    public static let badDate = DiagnosticCode("bad-date")

    /// A value outside a short list.
    public static let unknownValue = DiagnosticCode("unknown-value")

    /// An own field that is not of its declared type.
    public static let wrongFieldType = DiagnosticCode("wrong-field-type")

    /// Two reports with the same id.
    public static let duplicateReport = DiagnosticCode("duplicate-report")

    /// Bytes that are no UTF-8 in a report file.
    public static let badEncoding = DiagnosticCode("bad-encoding")

    /// More rejected rows than are worth listing.
    public static let moreRejected = DiagnosticCode("more-rejected-rows")

    /// More rows with warnings than are worth listing.
    public static let moreWarned = DiagnosticCode("more-warned-rows")
}
