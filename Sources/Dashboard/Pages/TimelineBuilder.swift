import FollowUpModel
import ForumWorkspace
import Harmonization
import Languages

extension PageBuilder {
    /// A report as a line of a list.
    func entry(_ report: ReportOnCountry) -> TimelineEntry {
        let forum = snapshot.forums[report.forum].forum
        let row = forum.reports[report.report]
        let word = forum.definition.statusWords[Int(row.status.rawValue)]
        let commitment = forum[row.commitment]
        let title = title(of: commitment)
        return TimelineEntry(
            date: DateText(iso: row.date.description, text: dates.short(row.date)),
            forum: link(to: forum.definition),
            commitment: commitment.id, title: title.text, titleLanguage: title.language,
            href: links.commitment(commitment.id, of: forum.definition.id),
            word: word.text(for: language), mark: word.progress.map { mark($0) }, voice: words.voices[row.voice])
    }

    /// The reports of the last quarter of a century as dots, a row for each forum; earlier ones stand in the first year.
    func timeline(_ facts: CountryFacts) -> Timeline {
        let (left, step, rowHeight) = (118, 20, 22)
        let last = snapshot.asOf.parts.year
        let first = last - 25
        let rows = facts.timelines.enumerated().map { place, timeline -> Timeline.Row in
            let y = 14 + place * rowHeight
            let forum = snapshot.forums[timeline.forum]
            let name = forum.forum.definition.shortName(for: language)
            let dots = timeline.years(from: first).map { year -> Timeline.Dot in
                // The newest report of the year gives the colour.
                let word = forum.forum.definition.statusWords[
                    Int(forum.forum.reports.statuses[Int(year.newest.rawValue)].rawValue)]
                return Timeline.Dot(
                    x: left + 10 + (year.year - first) * step, y: y, radius: min(9, 4 + year.count / 2),
                    look: word.progress.map { mark($0).look } ?? "none asked",
                    title: "\(name) \(year.year)\(texts.colon)" + counted(texts.reportCount, year.count))
            }
            return Timeline.Row(label: name, y: y, textY: y + 4, dots: dots)
        }
        let bottom = 8 + facts.timelines.count * rowHeight
        return Timeline(
            text: counted(texts.timelineText, facts.reports.count), width: left + 26 * step + 20, height: bottom + 24,
            bottom: bottom,
            years: stride(from: first, through: last, by: 5).map {
                Timeline.Year(label: $0 == first ? "≤\($0)" : String($0), x: left + 10 + ($0 - first) * step)
            }, rows: rows)
    }
}
