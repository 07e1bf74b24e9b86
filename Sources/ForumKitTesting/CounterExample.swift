import FollowUpModel
import ForumKit

extension ContractSubject {
    /// The violation that a case shows, with as few reports as still show it.
    func violation(
        of property: ContractProperty, in trial: ContractCase, check: PropertyCheck
    ) -> ContractViolation {
        let small = Self.shrink(trial, check)
        guard let finding = check(small) else {
            // The module answers now so and now so: the whole case is all there is to show.
            return ContractViolation(
                property: property, seed: trial.seed, finding: "it does not answer the same twice",
                counterExample: trial.lines(on: nil))
        }
        return ContractViolation(
            property: property, seed: trial.seed, finding: finding.text,
            counterExample: small.lines(on: finding.commitment))
    }

    /// Leaves out reports, many at a time and then one by one, as long as the property stays broken.
    private static func shrink(_ trial: ContractCase, _ check: PropertyCheck) -> ContractCase {
        var trial = trial
        if let commitment = check(trial)?.commitment {
            var focused = trial
            focused.focus = [commitment]
            if check(focused) != nil { trial = focused }
        }
        var size = trial.rows.count
        while size > 0 {
            var start = 0
            while start < trial.rows.count {
                var smaller = trial
                smaller.rows.removeSubrange(start..<min(start + size, trial.rows.count))
                if check(smaller) != nil { trial = smaller } else { start += size }
            }
            size /= 2
        }
        return trial
    }
}

extension ContractCase {
    /// The case for people: day, commitment, who is what, reports.
    func lines(on index: CommitmentIndex?) -> [String] {
        let chosen = index.map { [$0] } ?? focus
        var lines = ["as of \(asOf), on a scale from 0 to \(scaleTop)"]
        if !options.isEmpty {
            lines.append(
                "options: " + options.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", "))
        }
        let roll = RollCall(of: forum, on: asOf)
        let standings = forum.parties.indices.map { "\(name($0)) \(roll.standing(of: $0)?.rawValue ?? "–")" }
        lines.append("parties: " + standings.joined(separator: ", "))
        for index in chosen { lines.append(text(of: commitments[Int(index.rawValue)])) }
        return lines + rows.prefix(30).map(text) + (rows.count > 30 ? ["and \(rows.count - 30) more reports"] : [])
    }

    private func text(of commitment: Commitment) -> String {
        var parts = ["commitment \(commitment.id): \(commitment.legalForce.rawValue)"]
        parts.append("binding \(commitment.binding.rawValue)")
        parts.append("asks \(commitment.addressees.joined(separator: " "))")
        if let adopted = commitment.adopted { parts.append("adopted \(adopted)") }
        if let form = commitment.form { parts.append("form \(form)") }
        if let entry = commitment.entryIntoForce { parts.append("in force \(entry.clause.rawValue)") }
        if let told = commitment.inForce { parts.append("in force by a source \(told)") }
        if let due = commitment.deadline?.due(after: asOf) { parts.append("due \(due)") }
        parts += commitment.exceptions.map { exception in
            "\(exception.kind.rawValue) of \(exception.party) from \(exception.interval.since?.description ?? "ever") "
                + "to \(exception.interval.until?.description ?? "ever")"
        }
        return parts.joined(separator: ", ")
    }

    private func text(of row: Row) -> String {
        let report = row.report
        let words = forum.statusWords
        let word = words.indices.contains(Int(report.status.rawValue)) ? words[Int(report.status.rawValue)] : nil
        let reading = [word?.progress?.text, word?.standing?.rawValue, word?.act?.rawValue].compactMap(\.self)
        return "report \(row.number): \(name(report.party)) \u{201C}\(word?.word ?? "?")\u{201D} "
            + "(\(reading.joined(separator: ", "))) \(report.dateKind.rawValue) \(report.date), "
            + "\(report.voice.rawValue)\(report.isPartial ? ", in part" : ""), "
            + "of \(commitments[Int(report.commitment.rawValue)].id)"
    }
}
