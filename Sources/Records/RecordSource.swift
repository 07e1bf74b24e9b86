import Diagnostics
package import FollowUpModel
package import ForumKit
package import ForumWorkspace
package import Harmonization
import Localization

/// The picture that records are made of, with what each of them looks up in it.
///
/// A class because each record holds it: millions are made, and a picture has many parts that would be copied.
package final class RecordSource: Sendable {
    /// The picture.
    package let snapshot: Snapshot
    let framework: Framework
    let scale: ProgressScale
    let countries: CountryTable
    private let files: FileNames

    /// Where the paths of files begin.
    package enum Paths: Sendable {
        /// As the files were opened.
        case asOpened
        /// Below the folder of the workspace.
        case belowWorkspace
    }

    /// Prepares a picture for records.
    package init(_ snapshot: Snapshot, paths: Paths) {
        self.snapshot = snapshot
        files = FileNames(sources: snapshot.workspace.sources, paths: paths)
        framework = snapshot.workspace.framework
        scale = snapshot.workspace.settings.scale
        countries = snapshot.workspace.countries
    }

    func code(_ country: CountryIndex) -> String { countries[country].code }

    func id(_ target: TargetIndex) -> String { framework[target].id }

    /// A text of the program in every language of the workspace.
    func inAllLanguages(_ text: (Texts) -> String) -> LocalizedText {
        let languages = snapshot.workspace.languages
        return LocalizedText(languages.languages.map { LocalizedText.Wording($0, text(languages[$0])) })
    }

    func place(_ range: SourceRange) -> String { files.place(range) }
}

/// Names files as they were opened, or below the folder of the workspace, so that nobody is told where it is.
struct FileNames: Sendable {
    let sources: SourceMap
    let paths: RecordSource.Paths

    func path(_ range: SourceRange) -> String {
        switch paths {
        case .asOpened: sources[range.file].path
        case .belowWorkspace: sources.pathBelowFolder(of: sources[range.file])
        }
    }

    /// File, line and column of a place.
    func place(_ range: SourceRange) -> String { "\(path(range)):\(range.start.line):\(range.start.column)" }

    /// A text in which files may be named.
    func text(_ text: String) -> String {
        switch paths {
        case .asOpened: text
        case .belowWorkspace: sources.belowFolder(text)
        }
    }
}

extension RecordSource {
    /// What a forum's module says of each commitment and party.
    package func assessments(of forum: ForumSnapshot) -> [AssessmentRecord] {
        forum.forum.commitments.indices.flatMap { assessments(of: CommitmentIndex($0), in: forum) }
    }

    /// What a forum's module says of each party of a commitment.
    func assessments(of commitment: CommitmentIndex, in forum: ForumSnapshot) -> [AssessmentRecord] {
        forum.assessments(of: commitment).map {
            AssessmentRecord(source: self, forum: forum, commitment: commitment, assessment: $0)
        }
    }

    /// The commitments of a forum.
    package func commitments(of forum: LoadedForum) -> [CommitmentRecord] {
        forum.commitments.map { CommitmentRecord(self, forum: forum.definition.id, $0) }
    }

    /// What the commitments of a forum are aligned to.
    package func alignments(of forum: LoadedForum) -> [AlignmentRecord] {
        forum.commitments.flatMap { alignments(of: $0, in: forum.definition.id) }
    }

    /// What a commitment is aligned to; only `alignments` where they are given.
    func alignments(
        of commitment: Commitment, in forum: String, _ alignments: [Alignment]? = nil
    ) -> [AlignmentRecord] {
        (alignments ?? commitment.alignments).map {
            AlignmentRecord(source: self, forum: forum, commitment: commitment.id, alignment: $0)
        }
    }
}

extension ProgressScale {
    /// The id of a rank, -1 being a step back.
    package func id(ofRank rank: Int) -> String { rank < 0 ? contrary.id : levels[rank].id }

    /// The level of a word on progress, or the step back; nil where nothing is known.
    package func level(of progress: Progress) -> ProgressLevel? {
        progress.rank.map { $0 < 0 ? contrary : levels[$0] }
    }

    /// The ids of the levels, the least first, then that of a step back.
    package var ids: [String] { levels.map(\.id) + [contrary.id] }

    /// The level's id, or that of a step back; nil where nothing is known.
    package func code(of progress: Progress) -> String? { level(of: progress)?.id }
}

extension RecordLayout {
    /// The layout of a workspace's records: in one language, or in all that the workspace has.
    package init(
        of workspace: Workspace, language: Language? = nil, forums: [LoadedForum]? = nil
    ) {
        var fields: [String] = []
        for field in (forums ?? workspace.forums).flatMap(\.definition.reportFields) where !fields.contains(field.name)
        {
            fields.append(field.name)
        }
        self.init(
            language: language, languages: language.map { [$0] } ?? workspace.languages.languages,
            levels: workspace.settings.scale.ids, reportFields: fields)
    }
}

/// The two fields that tell how far something is, of which exactly one is set.
func progressFields<Row: Sendable>(
    _ scale: @escaping @Sendable (Row) -> ProgressScale, _ progress: @escaping @Sendable (Row) -> Progress?
) -> [Field<Row>] {
    [
        Field("level", "How far it is; null where no level is known, see `missing`.", .code(.levels)) { row in
            progress(row).flatMap { scale(row).code(of: $0) }
        },
        Field("missing", "Why there is no level; null where there is one.") { row in progress(row)?.missing },
    ]
}

/// The fields that count how many things have which level, and why the others have none.
package func countFields<Row: Sendable>(
    _ things: String, unit: String, isOptional: Bool = false,
    _ tally: @escaping @Sendable (Row) -> (tally: Tally, scale: ProgressScale)?
) -> [Field<Row>] {
    [
        Field("levels", "How many \(things) have which level.", .counts(.levels), unit: unit, isOptional: isOptional) {
            row in
            tally(row).map { tally, scale in
                Counts(zip(scale.levels, tally.levels).map { ($0.id, $1) } + [(scale.contrary.id, tally.contrary)])
            }
        },
        Field(
            "missing", "How many \(unit) have no level, by why.", .counts(MissingReason.codes), unit: unit,
            isOptional: isOptional
        ) { row in
            tally(row).map { Counts($0.tally.missing, of: MissingReason.allCases) }
        },
    ]
}

/// The same of what parties are asked, with those that don't count and those that are late.
func tallyFields<Row: Sendable>(
    _ things: String, unit: String, isOptional: Bool = false,
    _ tally: @escaping @Sendable (Row) -> (tally: Tally, scale: ProgressScale)?
) -> [Field<Row>] {
    countFields(things, unit: unit, isOptional: isOptional, tally) + [
        Field(
            "outside", "How many \(unit) don't count, by standing.", .counts(.outside), unit: unit,
            isOptional: isOptional
        ) { row in
            tally(row).map { Counts($0.tally.outside, of: Standing.allCases.filter { !$0.counts }) }
        },
        Field("overdue", "For how many \(unit) a deadline has passed.", unit: unit, isOptional: isOptional) { row in
            tally(row)?.tally.overdue
        },
    ]
}

/// What became of some cells: how many are known, beside every total.
extension Coverage: Record {
    package static let schema = RecordSchema<Coverage>("coverage", "How much of some cells is known.") {
        Field("cells", "How many there are.", unit: "cells") { $0.cells }
        Field("addressed", "In how many of them some commitment asks the country.", unit: "cells") { $0.addressed }
        Field("known", "How many of them have a level.", unit: "cells") { $0.withProgress }
        Field("stale", "In how many the newest report is older than the workspace's limit.", unit: "cells") {
            $0.stale
        }
        Field("divergent", "In how many forums differ.", unit: "cells") { $0.divergent }
        Field("share", "`known` divided by `addressed`; null where nothing is addressed.", unit: "fraction, 0 to 1") {
            $0.share
        }
    }

    /// The share of addressed cells that have a level, 0...1, rounded to a thousandth; nil without any.
    package var share: Double? { Self.share(withProgress, of: addressed) }

    /// A share, 0...1, rounded to a thousandth; nil of nothing.
    package static func share(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : Double((part * 1000 + whole / 2) / whole) / 1000
    }
}

/// A rule by which a module reads a forum.
package struct RuleRecord: Record {
    private let id: RuleID
    private let rule: ModuleRule?

    /// Tells a rule, of which the module may not say more than its id.
    package init(_ id: RuleID, _ rule: ModuleRule?) { (self.id, self.rule) = (id, rule) }

    package static let schema = RecordSchema<RuleRecord>("rule", "A rule by which a module reads a forum.") {
        Field("id", "Its name.") { $0.id }
        Field("text", "What it says; null where the module doesn't tell.") { $0.rule?.text }
        Field("source", "The article or document that it comes from; null for a rule of this program.") {
            $0.rule?.source
        }
    }
}

/// A forum that could not be read.
package struct FailureRecord: Record {
    private let source: RecordSource
    private let forum: MissingForum

    /// The forums of a picture that could not be read.
    package static func all(of source: RecordSource) -> [FailureRecord] {
        source.snapshot.missingForums.map { FailureRecord(source: source, forum: $0) }
    }

    package static let schema = RecordSchema<FailureRecord>(
        "failure", "A forum that could not be read, so that it contributes nothing."
    ) {
        Field("forum", "The forum's id.") { $0.forum.id }
        Field("code", "The kind of problem, as in `explain-code`.") { $0.forum.problem.code.name }
        Field("message", "What is wrong.") { $0.forum.problem.message }
        Field("place", "Where; null where it has no place in a file.", .place) { row in
            row.forum.problem.range.map(row.source.place)
        }
        Field("rows", "How many rows of its reports don't count; null where that isn't known.", unit: "rows") {
            $0.forum.rows
        }
    }
}
