import Diagnostics
import FollowUpModel
import LocatedYAML

/// forum.yaml: a forum's members, organs, words and rules.
struct ForumFile: YAMLRecord {
    static var schemaName: String { "forum" }
    static var schemaSummary: String { "A forum: its members, organs, status words and rules." }

    /// The forum without its words, rounds and parties, which depend on the scale and the countries.
    var definition: ForumDefinition
    var id: Located<String>
    var module: Located<String>
    var organs: [OrganRecord]
    var members: [MemberRecord]
    var groups: [GroupRecord]
    var statuses: [YAMLEntry<StatusRecord>]
    var rounds: [RoundRecord]
    var options: YAMLNode?
    var expect: ExpectRecord?
    /// Its meetings, with their places.
    var sessions: [Located<ForumSession>]

    static func read(_ record: inout RecordReader) -> ForumFile? {
        let id = record.required("forum", .locatedName, "The forum's id: the name of its folder.")
        let module = record.required("module", .locatedName, "The module that reads the forum by its mechanism.")
        let name = record.required("name", .localized, "The name for people.")
        let acronym = record.optional("acronym", .localized, "The short name for people.")
        _ = record.optional("other-names", .list(of: .localized), "Further names.")
        let kind = record.required("kind", .enumeration(ForumKind.self, summary: summary), "What kind of body it is.")
        let founded = record.optional("founded", .partialDate, "When it was founded.")
        let dormant = record.optional("dormant", .dormant, "Set where the forum no longer works.")
        let dataUntil = record.optional(
            "data-until", .partialDate, "Until when its data reach; without it the newest report tells.")
        let records = record.list("records", of: .closedRecord, "Lists that somebody keeps complete.")
        let languages = record.required("languages", .list(of: .languageTag), "Its languages, by their tags.")
        _ = record.optional("websites", .list(of: .source), "Its addresses on the web.")
        let organs = record.list("organs", of: .record(OrganRecord.self), "Its organs.")
        let members = record.required(
            "members", .list(of: .record(MemberRecord.self)), "Who is what to it, and since when.")
        let groups = record.list("groups", of: .record(GroupRecord.self), "Named sets of members.")
        _ = record.list("observers", of: .observer, "Organisations that observe it.")
        let voices = record.optional(
            "voices", .list(of: .enumeration(Voice.self), nonEmpty: true), "Whose word counts, the most trusted first.")
        let statuses = record.required(
            "statuses", .dictionary(of: StatusRecord.either, nonEmpty: true),
            "Its own status words, each with its place on the common scale.")
        _ = record.optional("statuses-note", .prose, "A remark on the words.")
        let rounds = record.list("rounds", of: .record(RoundRecord.self), "Its plans and cycles.")
        let sessions = record.list("sessions", of: .located(.session), "Its meetings, in time order.")
        let fields = record.optional("fields", .record(FieldsRecord.self), "The forum's own fields.")
        let options = record.optional("options", .node, "The options of its module.")
        let expect = record.optional("expect", .record(ExpectRecord.self), "How much the folder should hold.")
        let rules = record.list("rules", of: .rule, "Its rules.")
        let background = record.list("background", of: .background, "What is known about it.")
        guard let id, let module, let name, let kind, let languages, let members, let statuses,
            let origin = record.range
        else { return nil }
        var definition = ForumDefinition(
            id: id.value, module: module.value, name: name, kind: kind, vocabulary: Vocabulary([]), origin: origin)
        record.warnOfOrder(("founded", founded), ("dormant", dormant), ("data-until", dataUntil))
        definition.acronym = acronym
        definition.dormantSince = dormant
        definition.dataUntil = dataUntil
        definition.dataUntilRange = record.valueRange("data-until")
        definition.records = records
        definition.languages = languages.map(Language.init)
        definition.organs = [Organ(id: "forum", name: acronym ?? name, kind: .forum, origin: nil)] + organs.map(\.organ)
        definition.memberships = members.map(\.membership)
        definition.groups = groups.map(\.group)
        if let voices { definition.voices = voices }
        definition.statusesRange = record.keyRange("statuses")
        definition.sessions = sessions.map(\.value)
        definition.commitmentFields = fields?.commitment ?? []
        definition.reportFields = fields?.report ?? []
        definition.rules = rules
        definition.background = background
        return ForumFile(
            definition: definition, id: id, module: module, organs: organs, members: members, groups: groups,
            statuses: statuses, rounds: rounds, options: options, expect: expect, sessions: sessions)
    }

    private static func summary(of kind: ForumKind) -> String {
        switch kind {
        case .treatyOrganisation: "An organisation founded by treaty."
        case .consensusForum: "A forum that decides by consensus, without a founding treaty."
        case .consultativeProcess: "A voluntary consultative process."
        case .treatyBody: "A committee that watches over a treaty."
        case .treatyCollection: "A set of treaties with a depositary's records."
        case .globalFramework: "A worldwide framework."
        case .conference: "An intergovernmental conference."
        }
    }
}

extension YAMLType<MembershipSpell> {
    static let spell = record("spell", "A stretch of time in which something special holds.") { record in
        let since = record.required("since", .partialDate, "The day it began.")
        let until = record.optional("until", .partialDate, "The first day on which it no longer held.")
        let provenance = Provenance.read(&record)
        guard let since, let origin = record.range else { return nil }
        record.checkOrder(since: since, until: until)
        return MembershipSpell(
            interval: DatedInterval(since: since, until: until), provenance: provenance, origin: origin)
    }
}

extension RecordReader {
    /// Whether a value stands under the key, right or wrong.
    func isWritten(_ key: String) -> Bool { node?[key].map { !$0.isAbsent } ?? false }

    /// Reports an interval that ends before it begins; `key` is that of its beginning.
    mutating func checkOrder(since: PartialDate?, until: PartialDate?, from key: StaticString = "since") {
        guard let since, let until, until.latest < since.earliest else { return }
        report(
            .error(
                .endsBeforeBegin, at: valueRange("until") ?? range, "'\(until)' comes before '\(since)'",
                notes: [DiagnosticNote("it begins here", at: valueRange(key))]))
    }

    /// Warns of dates that come before the first one given, of which the others follow.
    mutating func warnOfOrder(
        _ first: (key: StaticString, date: PartialDate?), _ later: (StaticString, PartialDate?)...
    ) {
        guard let begin = first.date else { return }
        for (key, date) in later {
            guard let date, date.latest < begin.earliest else { continue }
            report(
                .warning(
                    .datesOutOfOrder, at: valueRange(key), "'\(key)' (\(date)) comes before '\(first.key)' (\(begin))",
                    notes: [DiagnosticNote("the earlier date should be this one", at: valueRange(first.key))]))
        }
    }

    /// Warns of spells that begin before a membership or go on after it.
    mutating func warnOfSpells(_ spells: [MembershipSpell], outside membership: DatedInterval) {
        for spell in spells {
            let begin = membership.since.map { since in spell.interval.since.map { $0.latest < since.earliest } ?? false
            }
            let last = spell.interval.until ?? spell.interval.since
            let end = membership.until.map { until in last.map { $0.earliest > until.latest } ?? false }
            if begin == true || end == true {
                report(.warning(.outsideMembership, at: spell.origin, "the spell lies outside of the membership"))
            }
        }
    }
}

/// One country's membership.
struct MemberRecord: YAMLRecord {
    static var schemaName: String { "member" }
    static var schemaSummary: String { "What a country is to the forum, and since when." }

    var membership: Membership
    var country: Located<String>

    private static let spells = YAMLType<[MembershipSpell]>.oneOrMany(of: .spell)

    static func read(_ record: inout RecordReader) -> MemberRecord? {
        let country = record.required("country", .locatedCountryCode, "ISO 3166-1 alpha-3.")
        let standing = record.optional(
            "as",
            .word(from: [
                YAMLWord("member", "A full member."), YAMLWord("associate", "An associate."),
                YAMLWord("observer", "An observer."), YAMLWord("acceding", "On its way to becoming a member."),
            ]), default: "member", "What it is to the forum.")
        let since = record.optional("since", .partialDate, "The day it began.")
        let until = record.optional("until", .partialDate, "The first day on which it no longer held.")
        _ = record.optional("since-note", .prose, "What is known where no date is.")
        let suspended = record.optional("suspended", spells, "Spells of suspension.")
        let absent = record.optional(
            "not-participating", spells, "Spells in which it took no part by its own decision.")
        let adoption = record.optional(
            "adoption-period", .spell, "The time it has to adopt what was decided before.")
        let provenance = Provenance.read(&record)
        guard let country, let origin = record.range else { return nil }
        record.checkOrder(since: since, until: until)
        record.warnOfSpells(
            (suspended ?? []) + (absent ?? []) + (adoption.map { [$0] } ?? []),
            outside: DatedInterval(since: since, until: until))
        return MemberRecord(
            membership: Membership(
                country: country.value, standing: MembershipStanding(rawValue: standing) ?? .member,
                interval: DatedInterval(since: since, until: until), suspensions: suspended ?? [],
                absences: absent ?? [], adoptionPeriod: adoption, provenance: provenance, origin: origin),
            country: country)
    }
}

/// An organ of the forum.
struct OrganRecord: YAMLRecord {
    static var schemaName: String { "organ" }
    static var schemaSummary: String { "An organ of the forum that can be asked to do something or be reported on." }

    var organ: Organ
    var holders: [Located<String>]

    static func read(_ record: inout RecordReader) -> OrganRecord? {
        let id = record.required("id", .name, "The id used in addressees and reports.")
        let name = record.required("name", .localized, "The name for people.")
        let kind = record.required(
            "kind",
            .enumeration(Organ.Kind.self) { kind in
                switch kind {
                case .forum: "The forum itself."
                case .presidency: "Its presidency."
                case .secretariat: "Its secretariat."
                case .body: "Any other body."
                }
            }, "What kind of organ it is.")
        let holders = record.list("holders", of: .holder, "Who held it, and when.")
        _ = Provenance.read(&record)
        guard let id, let name, let kind else { return nil }
        return OrganRecord(organ: Organ(id: id, name: name, kind: kind, origin: record.range), holders: holders)
    }
}

extension YAMLType<Located<String>> {
    static let holder = record("holder", "A country that held the organ for a time.") { record in
        let country = record.required("country", .locatedCountryCode, "ISO 3166-1 alpha-3.")
        let since = record.optional("since", .partialDate, "From when.")
        let until = record.optional("until", .partialDate, "Until when.")
        record.checkOrder(since: since, until: until)
        _ = record.optional("label", .prose, "What the term is called, such as the conference's number.")
        _ = Provenance.read(&record)
        return country
    }
}

/// A named set of members.
struct GroupRecord: YAMLRecord {
    static var schemaName: String { "group" }
    static var schemaSummary: String { "A named set of members, such as those of a single market." }

    var group: MemberGroup
    var countries: [Located<String>]

    static func read(_ record: inout RecordReader) -> GroupRecord? {
        let id = record.required("id", .name, "The id used in addressees.")
        let name = record.required("name", .localized, "The name for people.")
        let members = record.required(
            "members", .list(of: .locatedCountryCode, nonEmpty: true), "The countries' alpha-3 codes.")
        _ = Provenance.read(&record)
        guard let id, let name, let members, let origin = record.range else { return nil }
        return GroupRecord(
            group: MemberGroup(id: id, name: name, members: members.map(\.value), origin: origin), countries: members)
    }
}

extension YAMLType<Void> {
    static let observer = record("observer", "An organisation that observes the forum.") { record in
        let name = record.required("name", .prose, "The organisation's name.")
        _ = Provenance.read(&record)
        return name.map { _ in }
    }
}
