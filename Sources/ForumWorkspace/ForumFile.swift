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

    static func read(_ record: inout RecordReader) -> ForumFile? {
        let id = record.required("forum", .locatedName, "The forum's id: the name of its folder.")
        let module = record.required("module", .locatedName, "The module that reads the forum by its mechanism.")
        let name = record.required("name", .localized, "The name for people.")
        let acronym = record.optional("acronym", .localized, "The short name for people.")
        _ = record.optional("other-names", .list(of: .localized), "Further names.")
        let kind = record.required("kind", .enumeration(ForumKind.self, summary: summary), "What kind of body it is.")
        _ = record.optional("founded", .partialDate, "When it was founded.")
        let dormant = record.optional("dormant", .dormant, "Set where the forum no longer works.")
        let dataUntil = record.optional(
            "data-until", .partialDate, "Until when its data reach; without it the newest report tells.")
        let records = record.list("records", of: .closedRecord, "Lists that somebody keeps complete.")
        let languages = record.required("languages", .list(of: .name), "Its languages, ISO 639-1.")
        _ = record.optional("websites", .list(of: .text), "Its addresses on the web.")
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
        let sessions = record.list("sessions", of: .session, "Its meetings, in time order.")
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
        definition.acronym = acronym
        definition.dormantSince = dormant
        definition.dataUntil = dataUntil
        definition.records = records
        definition.languages = languages.map(Language.init)
        definition.organs = [Organ(id: "forum", name: acronym ?? name, kind: .forum, origin: nil)] + organs.map(\.organ)
        definition.memberships = members.map(\.membership)
        definition.groups = groups.map(\.group)
        if let voices { definition.voices = voices }
        definition.statusesRange = record.keyRange("statuses")
        definition.sessions = sessions
        definition.commitmentFields = fields?.commitment ?? []
        definition.reportFields = fields?.report ?? []
        definition.rules = rules
        definition.background = background
        return ForumFile(
            definition: definition, id: id, module: module, organs: organs, members: members, groups: groups,
            statuses: statuses, rounds: rounds, options: options, expect: expect)
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
