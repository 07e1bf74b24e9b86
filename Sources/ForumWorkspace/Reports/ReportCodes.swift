public import Diagnostics

extension DiagnosticCode {
    /// A column of a report file that nobody declared.
    public static let unknownColumn = DiagnosticCode(
        "unknown-column", summary: "a report file has a column that nobody declared",
        explanation: """
            The first row of a report file names its columns. A name that is neither one of the columns every forum \
            has nor one of the forum's own report fields is refused, because a misspelt column would silently lose \
            what stands below it.

            Mend the spelling, or declare the field in forum.yaml under `fields: {report: …}`.
            """)
    /// A column that every report file needs.
    public static let missingColumn = DiagnosticCode(
        "missing-column", summary: "a report file lacks a column it needs",
        explanation: """
            Every report file needs the columns `commitment`, `party`, `status` and `date`, and the report fields that \
            the forum declares as required. Without them no row can be read, so the whole file is left out.

            Add the column to the first row and to every row below it.
            """)
    /// A column named twice.
    public static let duplicateColumn = DiagnosticCode(
        "duplicate-column", summary: "a report file names a column twice",
        explanation: """
            Two columns with the same name can't both be right, and choosing one would hide the other. Rename or \
            remove one of them.
            """)
    /// A row whose number of fields is not that of the header.
    public static let fieldCount = DiagnosticCode(
        "field-count", summary: "a row has more or fewer fields than the header",
        explanation: """
            Each row must have exactly as many fields as the first row has columns. A usual cause is a comma inside a \
            text that isn't quoted: write `"Acta 2/20, anexo V"` with quotes. The row is left out and counted as \
            rejected; the other rows stand.
            """)
    /// A quote that is never closed, or that stands in the middle of a field.
    public static let brokenQuote = DiagnosticCode(
        "broken-quote", summary: "a quote is never closed or stands inside an unquoted field",
        explanation: """
            A field may be put in quotes, and must be when it holds a comma, a line break or a quote; a quote inside \
            it is written twice: `"the ""Puebla"" Process"`. A quote anywhere else makes it unclear where the field \
            ends, so the row is left out and counted as rejected.
            """)
    /// A field that must not be empty.
    public static let emptyField = DiagnosticCode(
        "empty-field", summary: "a field that must be given is empty",
        explanation: """
            A report says something about a commitment and a party, in the forum's own word, on a date. Without one of \
            these it says nothing; the row is left out and counted as rejected. Rows without any text are passed over.

            A forum can also declare fields of its own as required, in forum.yaml under `fields:`, for reports and for \
            commitments.
            """)
    /// Two reports of one voice that say different things on one day.
    public static let contradictingReports = DiagnosticCode(
        "contradicting-reports", summary: "one voice says two different things on one day",
        explanation: """
            Two reports on the same commitment and party, of the same voice and with the same date, give different levels. \
            Neither is newer, so nothing tells which of them holds. Until one is mended the lower level is shown, and the \
            cell is marked as contradicted, whatever the order of rows and files.

            Correct the date or the voice of one of them, or take one out. Where both are true of different things, declare \
            what each word is about with `layer` and `stage` in forum.yaml.
            """)
    /// A commitment id that the forum doesn't have.
    public static let unknownCommitment = DiagnosticCode(
        "unknown-commitment", summary: "a report speaks of a commitment that the forum doesn't have",
        explanation: """
            The column `commitment` holds an id of the forum's commitments.yaml, exactly as it stands there (`140.10` is \
            not `140.1`). Mend the spelling, or add the commitment first. If the commitment is there but has an error of \
            its own, mend that one and its reports are read again.
            """)
    /// A party that is neither a country of the forum nor one of its organs.
    public static let unknownParty = DiagnosticCode(
        "unknown-party", summary: "a report speaks of somebody who is no party of the forum",
        explanation: """
            The column `party` holds the ISO 3166-1 alpha-3 code of a country that is or was something to the forum \
            (`members:` in forum.yaml, associates and observers too), the id of one of its organs, or `forum`.

            Mend the code, or add the country with its dates to `members:` in forum.yaml.
            """)
    /// A status word outside the forum's vocabulary.
    public static let unknownStatus = DiagnosticCode(
        "unknown-status", summary: "a report uses a status word that the forum doesn't have",
        explanation: """
            Each forum has its own words for how far a commitment is; forum.yaml lists them under `statuses:` with their \
            place on the common scale. A word that isn't listed can't be placed, so the row is left out and counted as \
            rejected: it is never read as progress by guess.

            Mend the spelling, or add the word to `statuses:` with its level and a reason.
            """)
    /// A status word written with other accents or case.
    public static let statusSpelling = DiagnosticCode(
        "status-spelling", summary: "a status word differs from the forum's by case or accents only",
        explanation: """
            The word is understood and the row counts, but the file should be spelt as forum.yaml spells the word, so \
            that people and other programs find it.
            """)
    /// A date that the calendar doesn't have or that is written otherwise.
    public static let badDate = DiagnosticCode(
        "bad-date", summary: "a date is not written as 2012, 2012-06 or 2012-06-30",
        explanation: """
            Dates are written year first: `2012-06-30`, or `2012-06` when the day is not known, or `2012` when only the \
            year is. `30/06/2012` could mean different days to different readers, and a day that the calendar doesn't \
            have can't be sorted.
            """)
    /// A value outside a short list.
    public static let unknownValue = DiagnosticCode(
        "unknown-value", summary: "a field holds a value outside its list",
        explanation: """
            Some columns take one of a few words: `voice` is government, secretariat, review-body, civil-society, \
            computed or unstated; `confidence` is high, medium, low, proposed or unknown; `date-kind` is event, as-of, \
            since or deadline; `given-by` is source or compiler. A forum's own fields may list their values too. Leave \
            the field empty where it isn't known.
            """)
    /// An own field that is not of its declared type.
    public static let wrongFieldType = DiagnosticCode(
        "wrong-field-type", summary: "a forum's own field is not of its declared type",
        explanation: """
            forum.yaml declares what the forum's own fields may hold: a date, a whole number, true or false, a country, \
            a link. The value does not fit; mend it, or declare the field as text.
            """)
    /// Two reports with the same id.
    public static let duplicateReport = DiagnosticCode(
        "duplicate-report", summary: "two reports have the same id",
        explanation: """
            An id names one report for good, so that others can cite it. The second row with the same id is left out \
            and counted as rejected; usually a row was copied and only half changed.
            """)
    /// Bytes that are no UTF-8 in a report file.
    public static let badEncoding = DiagnosticCode(
        "bad-encoding", summary: "a report file is not UTF-8 here",
        explanation: """
            Report files are UTF-8. A spreadsheet may have saved the file in another encoding: save it again as \
            "CSV UTF-8". The row is left out and counted as rejected.
            """)
    /// More rejected rows than are worth listing.
    public static let moreRejected = DiagnosticCode(
        "more-rejected-rows", summary: "more rows of a file are rejected than are listed",
        explanation: """
            When very many rows of one file are wrong, the cause is usually one and the same. The first ones are listed \
            with their places; all of them are counted as rejected wherever totals are shown.
            """)
    /// More rows with warnings than are worth listing.
    public static let moreWarned = DiagnosticCode(
        "more-warned-rows", summary: "more rows of a file have warnings than are listed",
        explanation: """
            When very many rows of one file have a warning, the cause is usually one and the same, such as a status word \
            spelt otherwise throughout. The first ones are listed with their places; all of these rows count.
            """)

    /// The codes that reading reports can raise.
    public static let reportCodes: [DiagnosticCode] = [
        unknownColumn, missingColumn, duplicateColumn, contradictingReports, fieldCount, brokenQuote, emptyField,
        unknownCommitment,
        unknownParty, unknownStatus, statusSpelling, badDate, unknownValue, wrongFieldType, duplicateReport,
        badEncoding, moreRejected, moreWarned,
    ]
}
