import Diagnostics
import FollowUpModel
import LocatedYAML

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
