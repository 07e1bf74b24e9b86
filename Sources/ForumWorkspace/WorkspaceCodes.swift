public import Diagnostics

extension DiagnosticCode {
    /// A file or folder that can't be read.
    public static let unreadableFile = DiagnosticCode(
        "unreadable-file", summary: "a file that the workspace needs can't be read",
        explanation: """
            The program looked for a file and the system refused or found nothing. A workspace is a folder with \
            workspace.yaml, the two files it names under `framework:` and `countries:`, and one folder per forum with \
            forum.yaml and commitments.yaml.

            Check the path and whether you may read it; `--workspace` says which folder is meant.
            """)
    /// A folder without forums.
    public static let noForums = DiagnosticCode(
        "no-forums", summary: "the workspace holds no forum",
        explanation: """
            No folder beside workspace.yaml holds a forum.yaml, so there is nothing to follow up. In a new workspace \
            that is how it should be: write the first forum with `followup new forum`. Otherwise check that you named \
            the right folder with `--workspace`.
            """)
    /// The forum's id is not its folder's name.
    public static let forumFolder = DiagnosticCode(
        "forum-folder", summary: "a forum's id is not the name of its folder",
        explanation: """
            Links and addresses name a forum by its folder, so `forum:` in forum.yaml must say the same. Rename one of \
            the two.
            """)
    /// A module that the program doesn't know.
    public static let unknownModule = DiagnosticCode(
        "unknown-module", summary: "no module of this name is installed",
        explanation: """
            `module:` names the program part that reads the forum by its follow-up mechanism. The installed ones are \
            listed by `followup forums --modules`. The forum is left out of the picture until the name is right. A \
            forum that has no mechanism of its own uses `declarative`.
            """)
    /// An option that the module doesn't take, or of the wrong type.
    public static let badOption = DiagnosticCode(
        "bad-option", summary: "the module doesn't take this option, or not this value",
        explanation: """
            Each module declares its options with their types; what it doesn't know would otherwise be ignored in \
            silence. Mend the name or the value as the note says.
            """)
    /// A country that isn't in the countries' file.
    public static let unknownCountry = DiagnosticCode(
        "unknown-country", summary: "no country has this code",
        explanation: """
            Countries are named by their ISO 3166-1 alpha-3 codes, three capital letters, as they stand in \
            reference/countries.yaml: `CRI` for Costa Rica, `PRY` for Paraguay. Codes of two letters, names and \
            former codes are not understood.

            Mend the code, or add the country to reference/countries.yaml.
            """)
    /// A country that stands twice in countries.yaml.
    public static let duplicateCountry = DiagnosticCode(
        "duplicate-country", summary: "a country's code comes twice",
        explanation: "Each code stands for one country. Remove or mend the second entry; until then the first counts.")
    /// A region code that isn't declared.
    public static let unknownRegion = DiagnosticCode(
        "unknown-region", summary: "no region or group has this name",
        explanation: """
            `region` and `subregion` of a country name regions listed in the same file, and `region:` of \
            workspace.yaml names a `group` that at least one country has. Otherwise the picture would show nobody.
            """)
    /// An id given twice in one list.
    public static let duplicateId = DiagnosticCode(
        "duplicate-id", summary: "an id is given twice",
        explanation: """
            An id names one thing for good: a commitment, a measure, an organ, a group, a round, a level. If two have \
            the same one, a report or a crosswalk could mean either. Give the second one an id of its own; until then \
            the first counts.
            """)
    /// A level that the progress scale doesn't have.
    public static let unknownLevel = DiagnosticCode(
        "unknown-level", summary: "the progress scale has no such level",
        explanation: """
            A status word is read as a level of the progress scale in workspace.yaml, or as `contrary` when it is a \
            step back. A level that isn't there can't be compared with other forums.
            """)
    /// A status word that says neither a level nor anything else.
    public static let statusUnclear = DiagnosticCode(
        "status-unclear", summary: "a status word has no place on the scale, or two",
        explanation: """
            Every word of a forum needs exactly one reading: a `level`; or `nothing: reported-without-status` when it \
            says nothing about progress, as "adopted" does; or only a `standing`, when it says that the party is \
            exempt, suspended, dissociated or not addressed. A word without a reading is never taken for progress by \
            default.
            """)
    /// Two status words that are spelt alike.
    public static let ambiguousStatus = DiagnosticCode(
        "ambiguous-status", summary: "two status words share a spelling",
        explanation: """
            A report may use the forum's own word, its code, or a translation of it. If two words share one of these \
            spellings and mean different levels, a report that uses it would be ambiguous. Change one of them.
            """)
    /// Something that ends before it begins.
    public static let endsBeforeBegin = DiagnosticCode(
        "ends-before-begin", summary: "an interval ends before it begins",
        explanation: """
            `since` is the first day on which something holds and `until` the first day on which it no longer does, so \
            `until` can't come first. Usually the two were swapped or a year was mistyped.
            """)
    /// A deadline with too many or too few parts.
    public static let deadlineUnclear = DiagnosticCode(
        "deadline-unclear", summary: "a deadline is neither a date, nor a recurrence, nor a horizon, nor words",
        explanation: """
            Write a date alone (`deadline: 2014-12-20`), or one of: `{date: 2014-12-20, phrase: …}`; \
            `{every-months: 6, from: 2014-06-30}`; `{horizon: 2035}` for the end of a plan; `{phrase: …}` when the \
            forum gave only words.
            """)
    /// A clause of entry into force with too many or too few parts.
    public static let clauseUnclear = DiagnosticCode(
        "clause-unclear", summary: "a clause of entry into force lacks a part or has two rules at once",
        explanation: """
            `entry-into-force` names a `clause`; the clause `deposits` also needs `deposits: 9`, the number of States. A \
            rule of the calendar has exactly one key: `{days: 30}`, `{months: 12}`, `{first-of-month-after-months: 3}` \
            (the first day of the month after three months have passed) or `{first-of-nth-month: 3}` (the first day of \
            the third month after that of the act).
            """)
    /// An addressee that means nobody.
    public static let unknownAddressee = DiagnosticCode(
        "unknown-addressee", summary: "a commitment addresses somebody whom the forum doesn't have",
        explanation: """
            `addressees` takes `members`, `associates`, `observers`, `acceding`, the id of a group or an organ declared \
            in forum.yaml, or the alpha-3 code of a country listed under `members:`. Anything else would address nobody.
            """)
    /// A measure or line that the framework doesn't have.
    public static let unknownTarget = DiagnosticCode(
        "unknown-target", summary: "a crosswalk points to a measure or line that the framework doesn't have",
        explanation: """
            `to` is the number of a measure (`"71"`) or of a line of action (`"67.2"`) of the framework, in quotes. A \
            measure of which the framework's file doesn't know the number can't be aligned to.
            """)
    /// The same alignment twice.
    public static let duplicateAlignment = DiagnosticCode(
        "duplicate-alignment", summary: "a commitment is aligned to the same measure or line twice",
        explanation: "One commitment counts once for a measure or line. Keep the alignment that fits better.")
    /// A tie to a commitment that doesn't exist.
    public static let unknownLink = DiagnosticCode(
        "unknown-link", summary: "a link points to a commitment that isn't there",
        explanation: """
            `to` is the id of a commitment of the same forum, or `forum/id` for one of another forum of this workspace. \
            Mend it, or say in a note what is meant.
            """)
    /// A round that forum.yaml doesn't declare.
    public static let unknownRound = DiagnosticCode(
        "unknown-round", summary: "a commitment belongs to a round that the forum doesn't have",
        explanation:
            "`round` names a plan or cycle declared under `rounds:` in forum.yaml. Mend it or declare the round.")
    /// An own field that forum.yaml doesn't declare.
    public static let unknownField = DiagnosticCode(
        "unknown-field", summary: "a commitment uses a field that the forum doesn't declare",
        explanation: """
            The forum's own fields are declared in forum.yaml under `fields: {commitment: …}` with their types, so that a \
            misspelt name can't lose what it says.
            """)
    /// Fewer or more records than expected.
    public static let unexpectedCount = DiagnosticCode(
        "unexpected-count", summary: "the folder holds fewer or more records than forum.yaml expects",
        explanation: """
            `expect:` says how many commitments and readable reports a forum's folder holds at least or at most. It \
            turns a silent loss (a file not copied, a filter left on in a spreadsheet) into an error. If the number is \
            right, change the bound.
            """)
    /// A report on somebody whom the commitment never addresses.
    public static let notAddressed = DiagnosticCode(
        "not-addressed", summary: "a report speaks of a party whom its commitment does not address",
        explanation: """
            The report is kept and shown, but it counts nowhere: the commitment's `addressees` don't include the party \
            at any time. Either the report names the wrong commitment or party, or the addressees are incomplete.
            """)

    /// The codes that reading a workspace can raise, besides those of YAML and of reports.
    public static let workspaceCodes: [DiagnosticCode] = [
        unreadableFile, noForums, forumFolder, unknownModule, badOption, unknownCountry, duplicateCountry,
        unknownRegion, duplicateId, unknownLevel, statusUnclear, ambiguousStatus, endsBeforeBegin, deadlineUnclear,
        clauseUnclear,
        unknownAddressee, unknownTarget, duplicateAlignment, unknownLink, unknownRound, unknownField,
        unexpectedCount, notAddressed,
    ]
}
