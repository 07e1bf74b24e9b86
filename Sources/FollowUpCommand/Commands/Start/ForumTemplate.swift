import FollowUpModel
import Localization
import Records
import SystemIO

/// The files of a new forum, with examples that pass every check and say that they are examples.
struct ForumTemplate {
    let id: String
    let name: String
    let kind: ForumKind
    /// The members' codes; at least one.
    let members: [String]
    /// The measure or line that the example commitment is aligned to.
    let target: (id: String, index: TargetIndex)
    /// The forum's language.
    let language: Language
    /// The texts of comments and examples.
    let texts: Texts
    let scale: ProgressScale
    let today: CalendarDay
    private var year: Substring { today.description.prefix(4) }
    private var commitmentId: String { "\(id.uppercased())-1" }

    /// forum.yaml, commitments.yaml and one file of reports.
    var files: [NewFiles.File] {
        [forum, commitments, NewFiles.File(name: "reports/\(year).csv", text: reports)]
    }

    private var forum: NewFiles.File {
        NewFiles.File(
            name: "forum.yaml", template: PackageResources.forum_yaml,
            values: [
                "id": id, "language": language.code, "name": name.yamlQuoted, "kind": kind.rawValue,
                "kinds": texts[.startKind, ["kinds": ForumKind.allCases.map(\.rawValue).joined(separator: ", ")]],
                "memberList": members.map { "  - {country: \($0)}" }.joined(separator: "\n"), "statusList": statuses,
            ], texts: texts)
    }

    /// One word for each level: the level's own name, until the forum's words take its place.
    private var words: [String] { scale.levels.map { $0.name.text(for: texts.language).lowercased() } }

    private var statuses: String {
        zip(words, scale.levels).map { word, level in
            "  \(word.yamlQuoted): {level: \(level.id), as: exact, reason: \(texts[.startStatusReason].yamlQuoted)}"
        }.joined(separator: "\n")
    }

    private var commitments: NewFiles.File {
        NewFiles.File(
            name: "commitments.yaml", template: PackageResources.commitments_yaml,
            values: [
                "id": commitmentId, "language": language.code, "target": target.id, "today": today.description,
                "exampleTitle": texts[.startExampleTitle].yamlQuoted,
            ], texts: texts)
    }

    /// One report: the first member is somewhere on the way, today.
    private var reports: String {
        let columns = ["id", "commitment", "party", "status", "date", "voice", "confidence", "sources", "note"]
        let row = [
            "\(id)-\(year)-1", commitmentId, members[0], words[min(1, words.count - 1)], today.description,
            Voice.secretariat.rawValue, Confidence.proposed.rawValue, texts[.startExampleSource],
            texts[.startExampleNote],
        ]
        var out = ByteWriter(capacity: 256)
        for fields in [columns, row] {
            for (place, field) in fields.enumerated() {
                if place > 0 { out.append(",") }
                out.append(csv: field)
            }
            out.append("\n")
        }
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
