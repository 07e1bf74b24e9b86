import FollowUpModel
import Languages

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
    /// The language of comments and examples.
    let comments: Language
    let scale: ProgressScale
    let today: CalendarDay
    private var texts: StartTexts { .texts(for: comments) }
    private var year: Substring { today.description.prefix(4) }
    private var commitmentId: String { "\(id.uppercased())-1" }

    /// forum.yaml, commitments.yaml and one file of reports.
    var files: [NewFiles.File] {
        [
            NewFiles.File(name: "forum.yaml", text: forum),
            NewFiles.File(name: "commitments.yaml", text: commitments),
            NewFiles.File(name: "reports/\(year).csv", text: reports),
        ]
    }

    private var forum: String {
        """
        # yaml-language-server: $schema=../.schemas/forum.schema.json
        # \(texts.forumIntro)
        # \(texts.checkAfterwards)

        # \(texts.forumId)
        forum: \(id)

        # \(texts.module)
        module: declarative

        # \(texts.forumName)
        name:
          \(language.code): \(name.yamlQuoted)

        # \(texts.kind.filled(with: ["kinds": ForumKind.allCases.map(\.rawValue).joined(separator: ", ")]))
        kind: \(kind.rawValue)

        # \(texts.forumLanguages)
        languages: [\(language.code)]

        # \(texts.members)
        members:
        \(members.map { "  - {country: \($0)}" }.joined(separator: "\n"))

        # \(texts.statuses)
        statuses:
        \(statuses)

        # \(texts.expect)
        # expect: {commitments: {min: 1}, reports: {min: 1}}

        """
    }

    /// One word for each level: the level's own name, until the forum's words take its place.
    private var words: [String] { scale.levels.map { $0.name.text(for: comments).lowercased() } }

    private var statuses: String {
        zip(words, scale.levels).map { word, level in
            "  \(word.yamlQuoted): {level: \(level.id), as: exact, reason: \(texts.statusReason.yamlQuoted)}"
        }.joined(separator: "\n")
    }

    private var commitments: String {
        """
        # yaml-language-server: $schema=../.schemas/commitments.schema.json
        # \(texts.commitmentsIntro)

        commitments:
          # \(texts.commitmentId)
          - id: \(commitmentId)
            number: "1"
            title:
              \(language.code): \(texts.exampleTitle.yamlQuoted)
            adopted: \(today)
            # \(texts.legalForce)
            legal-force: political
            # \(texts.addressees)
            addressees: [members]
            # \(texts.crosswalk)
            crosswalk:
              - {to: "\(target.id)", relation: related, confidence: proposed}
            confidence: proposed
            sources: [\(texts.exampleSource)]

        """
    }

    /// One report: the first member is somewhere on the way, today.
    private var reports: String {
        let columns = ["id", "commitment", "party", "status", "date", "voice", "confidence", "sources", "note"]
        let row = [
            "\(id)-\(year)-1", commitmentId, members[0], words[min(1, words.count - 1)], today.description,
            Voice.secretariat.rawValue, Confidence.proposed.rawValue, texts.exampleSource, texts.exampleNote,
        ]
        return [columns, row].map { $0.map(\.csvField).joined(separator: ",") + "\n" }.joined()
    }
}
