package import Diagnostics
package import FollowUpModel
package import ForumKit

// The names that files and exports use, and what each means to somebody who reads an export.

extension Severity: CodeValue {
    package static let codes = CodeList("severity") {
        ("note", "Remarks that ask for nothing.")
        ("warning", "The data can be used, yet somebody should look.")
        ("error", "The data can't be used as it stands.")
    }
}

extension Confidence: CodeValue {
    package static let codes = CodeList("confidence") {
        ("unknown", "Nothing is known about it.")
        ("proposed", "A proposal of ours, not yet confirmed by anyone.")
        ("low", "Doubtful.")
        ("medium", "Known, derived or computed; the source is the nearest support.")
        ("high", "The statement itself was read in the source.")
    }
    /// Whether it is at least the one that a text names.
    package func matches(_ text: String) -> Bool { Confidence(rawValue: text).map { self >= $0 } ?? false }
}

extension Voice: CodeValue {
    package static let codes = CodeList("voice") {
        ("review-body", "A body that reviews, such as a treaty body or a court.")
        ("secretariat", "A secretariat or a depositary.")
        ("government", "The government itself.")
        ("civil-society", "Civil society.")
        ("computed", "Worked out from data by a program.")
        ("unstated", "The source doesn't say.")
        ("compiler", "Whoever compiled the data, from own knowledge.")
    }
}

extension WordGiver: CodeValue {
    package static let codes = CodeList("word-giver") {
        ("source", "The word, or one that means the same, stands in the source.")
        ("compiler", "The act stands in the source; the word is the compiler's reading.")
    }
}

extension DateKind: CodeValue {
    package static let codes = CodeList("date-kind") {
        ("event", "It happened on that date.")
        ("as-of", "It was true on that date; since when is not known.")
        ("since", "It has been true from that date.")
        ("deadline", "It is due on that date.")
    }
}

extension MissingReason: CodeValue {
    package static let codes = CodeList("missing") {
        ("not-addressed", "The country is not one of those that the commitment asks.")
        ("not-yet-due", "The deadline lies ahead and nobody reported yet.")
        ("no-report", "A report could be expected and there is none.")
        ("reported-without-status", "There is a report, and its word says nothing about progress.")
        ("unmapped", "There is a report, and the forum's word has no place on the scale.")
        ("withheld", "There is a report that is not public.")
        ("dormant", "The forum does not work any more, and nobody reported.")
        ("indication-only", "Only commitments that don't prove a level have a word.")
        ("too-little-known", "Too few parts of the whole have a word.")
        ("forum-not-read", "A forum that may speak here could not be read.")
    }
}

extension Standing: CodeValue {
    package static let codes = CodeList("standing") {
        ("bound", "The commitment holds for it.")
        ("invited", "It may join and has not.")
        ("pending", "It has begun to join and is not bound yet.")
        ("exempt", "It has been let off, by opt-out, derogation, deferral or because it takes no part.")
        ("suspended", "Its membership is suspended.")
        ("dissociated", "It did not give its consent to the text.")
        ("not-addressed", "It is not asked.")
    }
}

extension StatusWord.Fit: CodeValue {
    package static let codes = CodeList("fit") {
        ("exact", "Word and level mean the same.")
        ("narrower", "The word says less than the level.")
        ("broader", "The word says more than the level.")
    }
}

extension Relation: CodeValue {
    package static let codes = CodeList("relation") {
        ("exact", "The same scope.")
        ("close", "Nearly the same scope.")
        ("broad", "The commitment is wider than the measure or line.")
        ("narrow", "The commitment covers only part of the measure or line.")
        ("intersects", "Each covers a part of the other.")
        ("related", "The commitment contributes without having the same object.")
    }
}

extension ConsolidationRule: CodeValue {
    package static let codes = CodeList("consolidation-rule") {
        ("weighted-median", "The lower median, each contribution weighted by relation and standing.")
        ("weakest", "The least of all.")
        ("strongest", "The most of all.")
        ("latest", "The one with the newest report.")
        ("majority", "The level that most contributions have; of equally many the lower one.")
    }
}

extension LegalForce: CodeValue {
    package static let codes = CodeList("legal-force") {
        ("binding", "It binds in law.")
        ("political", "It binds politically.")
        ("voluntary", "Each party is free to follow it.")
    }
}

extension ForumKind: CodeValue {
    package static let codes = CodeList("forum-kind") {
        ("treaty-organisation", "An organisation founded by treaty.")
        ("consensus-forum", "A forum that decides by consensus, without a founding treaty.")
        ("consultative-process", "A voluntary consultative process.")
        ("treaty-body", "A committee that watches over a treaty.")
        ("treaty-collection", "A set of treaties with one depositary's records.")
        ("global-framework", "A worldwide framework.")
        ("conference", "An intergovernmental conference.")
    }
}

extension MembershipStanding: CodeValue {
    package static let codes = CodeList("membership") {
        ("member", "A full member.")
        ("associate", "An associate.")
        ("observer", "An observer.")
        ("acceding", "A State on its way to becoming a member.")
        ("suspended", "A member whose membership is suspended.")
        ("not-participating", "A member that takes no part by its own decision.")
        ("withdrawn", "A former member.")
    }
}

extension Obligation.Kind: CodeValue {
    package static let codes = CodeList("obligation-kind") {
        ("commitment", "The commitment is to be met.")
        ("initial-report", "The first report to a body.")
        ("periodic-report", "A later report to a body.")
        ("follow-up", "Information that the body asked for.")
        ("adoption", "Norms of before a State's accession are to be adopted.")
        ("notice", "A reason is owed for not following a recommendation.")
        ("voluntary-review", "A voluntary review.")
    }
}

extension Obligation.State: CodeValue {
    package static let codes = CodeList("obligation-state") {
        ("not-yet-due", "The date lies ahead or may still do so, or nobody has set one.")
        ("met", "It was met, whether or not in time.")
        (
            "reported-missed",
            "The date has passed, and a body, another voice or a complete list says that it was not met."
        )
        ("deadline-passed", "The date has passed, and nothing is known of what came of it.")
        ("waived", "It is no longer owed, or a newer text has taken its place.")
        ("not-yet-known", "The date has passed, and lies after the day to which the data reach.")
    }
}

extension Direction: CodeValue {
    package static let codes = CodeList("direction") {
        ("first-word", "It has a level where there was none.")
        ("up", "It has a higher level.")
        ("step-back", "A commitment that it rests on fell, by a word that says so, such as “repealed” or “denounced”.")
        ("evidence-withdrawn", "What it rested on is no longer there, or a newer word says less.")
        ("more-asked", "It has a lower level though no commitment fell: more of them ask or speak now.")
        ("marks", "Only its marks, or why there is no level, changed.")
    }
}

extension CodeList {
    /// How a commitment's part in a cell is used, see ``ContributionUse``.
    package static let contributionUses = CodeList("contribution-use") {
        ("counted", "It counts, with its weight.")
        ("same-evidence", "It cites the same evidence as another commitment, which counts instead.")
        ("indication", "It only has to do with the target and gives it no level.")
        ("silent", "Nobody spoke of progress.")
        ("outside", "The country's standing keeps it out.")
    }
    /// Why a report does or doesn't speak, see ``ReportUse``.
    package static let reportUses = CodeList("report-use") {
        ("spoke", "It gave the level.")
        ("other-voice", "It is the newest of another voice.")
        ("older", "A newer report of the same voice stands before it.")
        ("undoes-nothing", "It is newer, but about an earlier stage or something else, and undoes nothing.")
        ("contradicts", "The same voice says something else on the same day.")
        ("partial", "It speaks only of a part of the commitment.")
        ("after-as-of", "Its date lies after the date of the picture, or may do so.")
        ("below-confidence", "It is not sure enough.")
    }
    /// What can be found by its name.
    package static let things = CodeList("thing") {
        ("country", "A country.")
        ("measure", "A measure of the framework.")
        ("line", "A line of a measure.")
        ("forum", "A forum.")
        ("commitment", "A commitment of a forum.")
    }
    /// The standings that keep a party out of the count.
    static let outside = CodeList("outside") {
        Standing.codes.codes?.filter { Standing(rawValue: $0.code)?.counts == false } ?? []
    }
}
