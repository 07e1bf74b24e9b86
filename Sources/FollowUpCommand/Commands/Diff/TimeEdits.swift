import FollowUpModel
import ForumWorkspace
import Harmonization
import Localization

/// Finds what holds on one date and not on another, in the same workspace.
struct TimeEdits {
    let old: Snapshot
    let new: Snapshot

    /// All differences, forum by forum, and at the end that time passes.
    func find() -> [Edit] {
        let months = new.workspace.settings.consolidation.staleAfterMonths
        return new.forums.flatMap { forum in
            memberships(of: forum.forum) + commitments(of: forum.forum) + reports(of: forum.forum)
        } + [
            Edit(
                subject: .age, change: .changed, item: "stale-after-months: \(months)", old: old.asOf.description,
                new: new.asOf.description)
        ]
    }

    /// Added where something holds on the new date only, removed where on the old one only; nil where there is no
    /// difference.
    private static func change(_ before: Bool, _ after: Bool) -> Edit.Change? {
        before == after ? nil : after ? .added : .removed
    }

    private func memberships(of forum: LoadedForum) -> [Edit] {
        let definition = forum.definition
        return Set(definition.memberships.map(\.country)).sorted().compactMap { country in
            let before = definition.membership(of: country, on: old.asOf)
            let after = definition.membership(of: country, on: new.asOf)
            guard before != after else { return nil }
            let origin = definition.memberships.last { $0.country == country }?.origin
            return Edit(
                subject: .membership, change: before == nil ? .added : after == nil ? .removed : .changed,
                forum: definition.id, party: country, old: before?.rawValue, new: after?.rawValue,
                place: origin.map(new.workspace.sources.place))
        }
    }

    private func commitments(of forum: LoadedForum) -> [Edit] {
        forum.commitments.filter(\.isTracked).flatMap { commitment -> [Edit] in
            var edits: [Edit] = []
            func add(_ subject: Edit.Subject, _ change: Edit.Change?, party: String? = nil, _ text: String) {
                guard let change else { return }
                edits.append(
                    Edit(
                        subject: subject, change: change, forum: forum.definition.id, commitment: commitment.id,
                        party: party, old: change == .removed ? text : nil, new: change == .added ? text : nil,
                        place: new.workspace.sources.place(commitment.origin)))
            }
            if let adopted = commitment.adopted {
                add(
                    .commitment, Self.change(adopted.earliest <= old.asOf, adopted.earliest <= new.asOf),
                    "adopted: \(adopted)")
            }
            if let deadline = commitment.deadline {
                let due = deadline.due(after: old.asOf).map { "\($0)" } ?? deadline.phrase ?? "…"
                add(.deadline, Self.change(deadline.hasPassed(by: old.asOf), deadline.hasPassed(by: new.asOf)), due)
            }
            for exception in commitment.exceptions {
                add(
                    .commitment,
                    Self.change(exception.interval.covers(old.asOf), exception.interval.covers(new.asOf)),
                    party: exception.party, "\(exception.kind.rawValue): \(exception.interval.words)")
            }
            return edits
        }
    }

    /// The reports that may speak on one of the dates only.
    private func reports(of forum: LoadedForum) -> [Edit] {
        forum.reports.indices.compactMap { row in
            let index = ReportIndex(Int(row))
            let date = forum.reports.dates[Int(row)]
            guard let change = Self.change(date.hasPassed(by: old.asOf), date.hasPassed(by: new.asOf)) else {
                return nil
            }
            let report = forum.reports[index]
            guard report.dateKind != .deadline, report.confidence >= new.options.minConfidence else { return nil }
            let texts = forum.texts(of: index)
            let said = "status: \(texts[.status] ?? ""), date: \(date)"
            return Edit(
                subject: .report, change: change, forum: forum.definition.id, commitment: forum[report.commitment].id,
                party: forum.definition.parties[report.party].id, item: texts[.id],
                old: change == .removed ? said : nil, new: change == .added ? said : nil,
                place: new.workspace.sources.place(texts.range))
        }
    }
}
