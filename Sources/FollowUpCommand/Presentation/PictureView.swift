import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// What a command shows of a picture.
protocol PictureView {
    var snapshot: Snapshot { get }
    var texts: Texts { get }

    /// The presentation, in every format; `limits` says what the picture is limited to.
    func presentation(limits: [String]) -> Presentation
}

extension PictureView {
    var language: Language { texts.language }
    var scale: ProgressScale { snapshot.workspace.settings.scale }
    var signs: Signs { Signs(scale: scale, texts: texts) }
    var framework: Framework { snapshot.workspace.framework }

    /// The title of a measure or line.
    func title(of target: TargetIndex) -> String { framework.title(of: target).text(for: language) }

    /// The key to all marks, with these kinds of nothing.
    func legend(_ kinds: Set<MissingReason>) -> [String] {
        signs.legend(staleAfterMonths: snapshot.workspace.settings.consolidation.staleAfterMonths, kinds: kinds)
    }

    /// How many rows of reports could not be read.
    var rejectedRows: String { texts.rejectedRows(snapshot.rejected) }

    /// The lines that stand below every total: coverage, age, divergence, rejected rows.
    func closing(_ coverage: Coverage) -> [String] {
        var lines = [texts[.terminalNobodyAsked]]
        if coverage.addressed > 0 {
            lines = [
                texts[
                    .terminalCoverage,
                    [
                        "known": String(coverage.withProgress), "addressed": String(coverage.addressed),
                        "share": percent(coverage.withProgress, of: coverage.addressed, in: texts),
                    ]]
            ]
        }
        if coverage.stale > 0 { lines.append(texts[.terminalStaleCells, ["count": String(coverage.stale)]]) }
        if coverage.divergent > 0 {
            lines.append(texts[.terminalDivergentCells, ["count": String(coverage.divergent)]])
        }
        return lines + [rejectedRows]
    }

    /// How many of some titles are shown in another language than this one; nothing where all have a text.
    func fallbacks(of titles: [LocalizedText]) -> [String] {
        let missing = titles.count { $0.wording(for: language).language != language }
        guard missing > 0 else { return [] }
        return [texts[.terminalTranslationsMissing, ["count": String(missing), "total": String(titles.count)]]]
    }

    /// What `--format json` and `--format csv` give: a document and its main records.
    func document<Whole: Record, Row: Record>(
        _ whole: Whole, rows: @escaping @Sendable () -> [Row]
    ) -> Document {
        Document(
            whole, rows: rows, in: RecordLayout(of: snapshot.workspace, language: language))
    }

    /// What `--format json` and `--format csv` give where there is a list and nothing else.
    func document<Row: Record>(_ records: [Row], coverage: Coverage?) -> Document {
        document(PictureList(source: snapshot.records, rows: records, coverage: coverage), rows: { records })
    }
}

extension Texts {
    /// How many rows of reports could not be read.
    func rejectedRows(_ count: Int) -> String {
        count == 0 ? self[.noRejectedRows] : self[.terminalRejectedRows, ["count": String(count)]]
    }

    /// Which forums contribute nothing and how much that leaves out, on one line; of a module that failed also why, each
    /// on a line of its own.
    func failures(of snapshot: Snapshot) -> [String] {
        let hints = snapshot.missingForums.filter(\.isOfModule).map { forum in
            let name = forum.shortName(for: language)
            return forum.problem.code == .moduleNotTrusted
                ? self[.moduleNotTrusted, ["forum": name, "id": forum.id]]
                : self[.moduleFailed, ["forum": name, "code": forum.problem.code.name]]
        }
        return ([forumsNotRead(in: snapshot)].compactMap(\.self) + hints).map { "! " + $0 }
    }
}

extension Snapshot {
    /// The measures as wholes to which a commitment is aligned.
    var alignedMeasures: [TargetIndex] {
        workspace.framework.measures.compactMap { workspace.framework.target($0.id) }.filter { alignedCount($0) > 0 }
    }

    /// How many of a measure's parts have a level, as ` 2/5`; nothing where none has.
    func partsWithLevel(_ target: TargetIndex, _ country: CountryIndex) -> String {
        partCounts(target, country)?.fraction.map { " " + $0 } ?? ""
    }
}

extension ForumSnapshot {
    /// The forum's name in a table.
    func shortName(for language: Language) -> String { forum.definition.shortName(for: language) }

    /// The forum's own word behind an assessment; nil where no report gave the progress.
    func word(of assessment: Assessment) -> StatusWord? {
        assessment.basis.report.map { forum.definition.statusWords[Int(forum.reports[$0].status.rawValue)] }
    }

    /// The date of the report behind an assessment.
    func date(of assessment: Assessment) -> PartialDate? {
        assessment.basis.report.map { forum.reports[$0].date }
    }
}

extension LoadedForum {
    /// The number of commitments that are followed up.
    var trackedCount: Int { commitments.count(where: \.isTracked) }
}
