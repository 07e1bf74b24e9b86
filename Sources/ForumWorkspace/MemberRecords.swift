import Diagnostics
import FollowUpModel
import LocatedYAML

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

    /// Reports an interval that ends before it begins.
    mutating func checkOrder(since: PartialDate?, until: PartialDate?) {
        guard let since, let until, until.latest < since.earliest else { return }
        report(
            .error(
                .endsBeforeBegin, at: valueRange("until") ?? range, "'\(until)' comes before '\(since)'",
                notes: [DiagnosticNote("it begins here", at: valueRange("since"))]))
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
        _ = record.optional("since", .partialDate, "From when.")
        _ = record.optional("until", .partialDate, "Until when.")
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
