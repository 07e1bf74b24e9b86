import Diagnostics
import FollowUpModel
import LocatedYAML

/// commitments.yaml: what the forum's texts ask, of whom, by when, and what it is aligned to.
struct CommitmentsFile: YAMLRecord {
    static var schemaName: String { "commitments" }
    static var schemaSummary: String { "The commitments of a forum." }

    var commitments: [CommitmentRecord]

    static func read(_ record: inout RecordReader) -> CommitmentsFile? {
        record.required(
            "commitments", .list(of: .record(CommitmentRecord.self)), "The commitments, in the forum's own order."
        ).map(CommitmentsFile.init)
    }
}

/// One commitment, before its ties to the framework, to parties and to other commitments are checked.
struct CommitmentRecord: YAMLRecord {
    static var schemaName: String { "commitment" }
    static var schemaSummary: String { "One undertaking of an instrument." }

    var commitment: Commitment
    var id: Located<String>
    var addressees: [Located<String>]
    var crosswalk: [AlignmentRecord]
    var round: Located<String>?
    var fields: [YAMLEntry<String>]

    private static let forces = YAMLType<LegalForce>.enumeration(LegalForce.self) { force in
        switch force {
        case .binding: "It binds in law."
        case .political: "It binds politically."
        case .voluntary: "Each party is free to follow it."
        }
    }
    private static let bindings = YAMLType<Commitment.Binding>.enumeration(Commitment.Binding.self) { binding in
        switch binding {
        case .addressees: "Everybody whom it addresses."
        case .consenting: "Only who consents, as by ratifying; the others are invited."
        }
    }
    private static let addresseeList = YAMLType<[Located<String>]>.oneOrMany(of: .locatedIdentifier)
    private static let alignments = YAMLType<[AlignmentRecord]>.list(of: .record(AlignmentRecord.self))
    private static let exceptions = YAMLType<[CommitmentException]>.list(of: .exception)
    private static let links = YAMLType<[CommitmentLink]>.list(of: .link)
    private static let ownFields = YAMLType<[YAMLEntry<String>]>.dictionary(keys: .name, of: .prose)

    static func read(_ record: inout RecordReader) -> CommitmentRecord? {
        var commitment = Commitment(id: "", title: LocalizedText([]), legalForce: .binding, origin: record.origin)
        let id = record.required("id", .locatedIdentifier, "The stable id, never given to another commitment.")
        commitment.number = record.optional("number", .prose, "The forum's own numbering, as free text.")
        commitment.instrument = record.optional("instrument", .prose, "The text it stands in.")
        let title = record.required("title", .localized, "What it asks, for people.")
        commitment.adopted = record.optional("adopted", .partialDate, "When it was adopted.")
        _ = record.optional("adopted-by", .prose, "Who adopted it.")
        let force = record.required("legal-force", forces, "How strongly it binds.")
        commitment.form = record.optional("form", .text, "The forum's own word for the kind of text.")
        commitment.binding = record.optional("binds", bindings, default: .addressees, "Whom it binds.")
        let addressees = record.optional(
            "addressees", addresseeList,
            "Whom it addresses: members (the default), associates, observers, acceding, a group, a country, an organ.")
        _ = record.optional("addressees-phrase", .prose, "The forum's own words for it.")
        commitment.owed = record.optional(
            "owed",
            .enumeration(Commitment.Owed.self) { owed in
                switch owed {
                case .each: "Each of those whom it addresses."
                case .jointly: "All of them as one: it is reported once, for the forum."
                }
            }, default: .each, "Who owes it.")
        commitment.deadline = record.optional("deadline", .deadline, "By when.")
        commitment.exceptions =
            record.optional("exceptions", exceptions, "For whom it doesn't hold, or not in full.") ?? []
        commitment.links = record.optional("links", links, "Ties to other commitments.") ?? []
        let crosswalk = record.optional("crosswalk", alignments, "The measures and lines it is aligned to.")
        commitment.sdgTargets = record.list("sdg", of: .identifier, "Targets of the Sustainable Development Goals.")
        commitment.compactObjectives = record.list("gcm", of: .identifier, "Objectives of the Global Compact.")
        commitment.inForce = record.optional("in-force", .partialDate, "When the instrument entered into force.")
        commitment.entryIntoForce = record.optional("entry-into-force", .entryIntoForce, "How it enters into force.")
        let round = record.optional("round", .locatedIdentifier, "The plan or cycle it belongs to.")
        commitment.isTracked = record.optional(
            "tracked", .boolean, default: true, "false for a document kept only for its adoption.")
        let fields = record.optional("fields", ownFields, "The forum's own fields.")
        commitment.provenance = Provenance.read(&record)
        let entry = commitment.entryIntoForce
        record.warnOfOrder(
            ("adopted", commitment.adopted), ("in-force", commitment.inForce),
            ("entry-into-force", entry?.published ?? entry?.deferredTo ?? entry?.notice),
            ("exceptions", commitment.exceptions.compactMap { $0.interval.until ?? $0.interval.since }.min()))
        guard let id, let title, let force else { return nil }
        (commitment.id, commitment.title, commitment.legalForce) = (id.value, title, force)
        if let addressees { commitment.addressees = addressees.map(\.value) }
        commitment.round = round?.value
        commitment.fields = (fields ?? []).map { ($0.key.value, $0.value) }
        return CommitmentRecord(
            commitment: commitment, id: id, addressees: addressees ?? [], crosswalk: crosswalk ?? [], round: round,
            fields: fields ?? [])
    }
}

/// An alignment, before its target is looked up.
struct AlignmentRecord: YAMLRecord {
    static var schemaName: String { "alignment" }
    static var schemaSummary: String { "The alignment of the commitment to one measure or line." }

    var to: Located<String>
    var relation: Relation
    var confidence: Confidence
    var why: LocalizedText?
    var note: String?
    var origin: SourceRange

    private static let relations = YAMLType<Relation>.enumeration(Relation.self) { relation in
        switch relation {
        case .exact: "The same scope."
        case .close: "Nearly the same scope."
        case .broad: "The commitment is wider than the measure or line."
        case .narrow: "The commitment covers only part of the measure or line."
        case .intersects: "Each covers a part of the other."
        case .related: "It contributes without having the same object."
        }
    }

    static func read(_ record: inout RecordReader) -> AlignmentRecord? {
        let to = record.required("to", .locatedIdentifier, "The measure's or line's number, in quotes.")
        let relation = record.required("relation", relations, "How far they mean the same.")
        let confidence = record.optional("confidence", .confidence, default: .medium, "How sure the alignment is.")
        let why = record.optional(
            "why", .localized, "Why they are related so, in one line; shown where people ask why.")
        let note = record.optional("note", .prose, "A remark.")
        guard let to, let relation, let origin = record.range else { return nil }
        return AlignmentRecord(
            to: to, relation: relation, confidence: confidence, why: why, note: note, origin: origin)
    }
}

extension YAMLType<CommitmentException> {
    static let exception = record(
        "exception", "Why the commitment, or part of it, doesn't hold for one party."
    ) { record in
        let party = record.required("party", .identifier, "The country's code or the organ's id.")
        let kind = record.required(
            "kind",
            .enumeration(CommitmentException.Kind.self) { kind in
                switch kind {
                case .optOut: "The party was let out of it."
                case .derogation: "It doesn't apply for a time."
                case .deferral: "It begins later."
                case .reservation: "The party excludes or alters some articles."
                case .declaration: "The party declares how it reads some articles."
                case .dissociation: "The party did not give its consent to the text."
                }
            }, "What kind of exception it is.")
        let since = record.optional("since", .partialDate, "From when.")
        let until = record.optional("until", .partialDate, "The first day on which it no longer held.")
        let articles = record.optional("articles", .list(of: .text), "The articles concerned.")
        let provenance = Provenance.read(&record)
        guard let party, let kind, let origin = record.range else { return nil }
        record.checkOrder(since: since, until: until)
        return CommitmentException(
            party: party, kind: kind, interval: DatedInterval(since: since, until: until),
            articles: articles ?? [], provenance: provenance, origin: origin)
    }
}

extension YAMLType<CommitmentLink> {
    static let link = record("link", "A tie from this commitment to another one.") { record in
        let to = record.required("to", .identifier, "The other commitment: an id of this forum, or forum/id.")
        let kind = record.required(
            "as",
            .enumeration(CommitmentLink.Kind.self) { kind in
                switch kind {
                case .supersedes: "It replaces the other."
                case .reiterates: "It says the same again."
                case .partOf: "It is a part of the other."
                case .related: "They have to do with each other."
                }
            }, "What kind of tie it is.")
        let note = record.optional("note", .prose, "A remark.")
        guard let to, let kind, let origin = record.range else { return nil }
        return CommitmentLink(to: to, kind: kind, note: note, origin: origin)
    }
}

extension YAMLType<Deadline> {
    /// A date alone, or a mapping.
    static let deadline = byKind(
        scalar: YAMLType<PartialDate>.partialDate.map { Deadline(.date($0)) }, mapping: deadlineRecord)

    private static let deadlineRecord = record(
        "deadline", "By when: a date, a recurrence, a plan's horizon, or only the forum's words."
    ) { record in
        let date = record.optional("date", .partialDate, "A date.")
        let months = record.optional("every-months", .integer(in: 1...1200), "Again after so many months.")
        let from = record.optional("from", .partialDate, "The first date of a recurrence.")
        let horizon = record.optional("horizon", .partialDate, "The end of the plan.")
        let phrase = record.optional("phrase", .prose, "The forum's own words.")
        let reading: Deadline.Reading
        switch (date, months, from, horizon) {
        case (let date?, nil, nil, nil): reading = .date(date)
        case (nil, let months?, let from?, nil): reading = .recurring(Recurrence(anchor: from, months: months))
        case (nil, nil, nil, let horizon?): reading = .horizon(horizon)
        case (nil, nil, nil, nil) where phrase != nil: reading = .unread
        default:
            let isMisread =
                date == nil && record.isWritten("date") || months == nil && record.isWritten("every-months")
                || from == nil && record.isWritten("from") || horizon == nil && record.isWritten("horizon")
            if isMisread { return nil }
            record.report(
                .error(
                    .deadlineUnclear, at: record.range,
                    "a deadline has either 'date', or 'every-months' with 'from', or 'horizon', or only 'phrase'"))
            return nil
        }
        return Deadline(reading, phrase: phrase)
    }
}

extension YAMLType<EntryIntoForce> {
    static let entryIntoForce = record("entry-into-force", "How the text enters into force.") { record in
        let clause = record.required(
            "clause",
            .enumeration(EntryIntoForce.Clause.self) { clause in
                switch clause {
                case .onSignature: "On the day it is signed or adopted."
                case .onPublication: "On publication in the forum's gazette, or on a later date that the text names."
                case .allIncorporated: "For all at once, after all have incorporated it and were told so."
                case .deposits: "Once so many States have deposited their consent."
                case .perState: "For each State after its own deposit."
                case .none: "Never: it is not meant to."
                }
            }, "The clause.")
        var entry = EntryIntoForce(clause: clause ?? .none)
        entry.deposits = record.optional("deposits", .integer(in: 1...300), "How many deposits are needed.")
        entry.rule = record.optional("rule", .calendarRule, "How long after the act.")
        entry.later = record.optional("later", .calendarRule, "The rule for States that join later.")
        let requires = record.optional(
            "requires-incorporation", .boolean,
            "Whether each State brings it into its own law; true unless it applies on publication.")
        entry.published = record.optional("published", .partialDate, "When it was published.")
        entry.deferredTo = record.optional("deferred-to", .partialDate, "The later date that the text names.")
        entry.notice = record.optional(
            "notice", .partialDate, "When the secretariat told that all had incorporated it.")
        record.warnOfOrder(("published", entry.published), ("deferred-to", entry.deferredTo))
        entry.withdrawal = record.optional(
            "withdrawal", .calendarRule, "How long after its notice a denunciation takes effect.")
        entry.article = record.optional("article", .prose, "The article.")
        _ = Provenance.read(&record)
        guard let clause else { return nil }
        if clause == .deposits, entry.deposits == nil {
            // A number that is written and wrong has been reported.
            if !record.isWritten("deposits") {
                record.report(
                    .error(
                        .clauseUnclear, at: record.valueRange("clause"),
                        "the clause 'deposits' needs the key 'deposits'"))
            }
            return nil
        }
        if let requires { entry.requiresIncorporation = requires }
        return entry
    }
}

extension YAMLType<CalendarRule> {
    static let calendarRule = record(
        "calendar-rule", "How long after an act something takes effect; exactly one of the keys."
    ) { record in
        let days = record.optional("days", .integer(in: 0...36_600), "So many days after the act.")
        let months = record.optional("months", .integer(in: 0...1_200), "So many months after the act.")
        let first = record.optional(
            "first-of-month-after-months", .integer(in: 0...1_200),
            "The first day of the month after so many months have passed.")
        let nth = record.optional(
            "first-of-nth-month", .integer(in: 1...1_200),
            "The first day of the month that comes so many months after that of the act.")
        let rules = [
            days.map(CalendarRule.days), months.map(CalendarRule.months),
            first.map(CalendarRule.firstOfMonthAfterMonths),
            nth.map(CalendarRule.firstOfNthMonth),
        ].compactMap(\.self)
        guard rules.count == 1 else {
            let names = ["days", "months", "first-of-month-after-months", "first-of-nth-month"]
            if rules.isEmpty, names.contains(where: { record.isWritten($0) }) { return nil }
            record.report(
                .error(
                    .clauseUnclear, at: record.range,
                    "a rule has exactly one of 'days', 'months', 'first-of-month-after-months', 'first-of-nth-month'"))
            return nil
        }
        return rules[0]
    }
}
