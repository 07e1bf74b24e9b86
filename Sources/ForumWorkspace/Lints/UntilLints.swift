package import Diagnostics
package import FollowUpModel

extension Lint {
    /// A forum that declares to be known until a day on which nothing of it was.
    static func untils(_ forum: LoadedForum) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let until = forum.definition.dataUntil, let range = forum.definition.dataUntilRange,
            let oldest = forum.reports.oldest, oldest.earliest > until.latest
        {
            found.append(
                .warning(.untilUnclear, at: range, "'data-until' (\(until)) comes before the oldest report (\(oldest))")
            )
        }
        let own = forum.definition.id + "/"
        for record in forum.definition.records {
            for commitment in forum.commitments
            where record.commitments.contains(commitment.id) || record.commitments.contains(own + commitment.id) {
                guard let adopted = commitment.adopted, adopted.earliest > record.completeUntil.latest else { continue }
                found.append(
                    .warning(
                        .untilUnclear, at: record.origin,
                        "'complete-until' (\(record.completeUntil)) comes before '\(commitment.id)' was adopted (\(adopted))",
                        notes: [DiagnosticNote("the commitment is declared here", at: commitment.origin)]))
            }
        }
        return found
    }
}

extension Workspace {
    /// Days until which something is said to be known, and which lie after a day: that on which they are looked at.
    package func untils(after today: CalendarDay) -> [Diagnostic] {
        let definitions = forums.map(\.definition)
        let data =
            [(settings.dataUntil, settings.dataUntilRange)] + definitions.map { ($0.dataUntil, $0.dataUntilRange) }
        let declared =
            data.map { ("data-until", $0, $1) }
            + definitions.flatMap(\.records).map { ("complete-until", $0.completeUntil, $0.origin) }
        return declared.compactMap { key, until, range in
            guard let until, let range, until.earliest > today else { return nil }
            return .warning(.untilUnclear, at: range, "'\(key)' (\(until)) lies in the future")
        }
    }
}
