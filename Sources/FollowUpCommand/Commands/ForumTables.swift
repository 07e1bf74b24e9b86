import FollowUpModel
import ForumKit
import Harmonization
import Languages

extension ForumView {
    /// The members by standing, with their codes.
    var memberTable: Table {
        var table = Table([
            Table.Column(catalogue.standing), Table.Column(catalogue.count, alignment: .right),
            Table.Column(catalogue.countries, .wrappable(minimum: 24)),
        ])
        for standing in MembershipStanding.allCases {
            let codes = members.filter { $0.standing == standing }.map(\.code)
            if codes.isEmpty { continue }
            table.add([
                Cell(catalogue.words.memberships[standing]), Cell(count: codes.count),
                Cell(codes.joined(separator: " ")),
            ])
        }
        return table
    }

    /// What each commitment is.
    var commitmentTable: Table {
        var table = Table([
            Table.Column(catalogue.commitment), Table.Column(catalogue.title, .wrappable(minimum: 24)),
            Table.Column(catalogue.legalForceShort), Table.Column(catalogue.adopted),
            Table.Column(catalogue.deadline, .wrappable(minimum: 10)),
        ])
        for (commitment, _) in commitments {
            let number = commitment.number.map { "\($0)\n" } ?? ""
            table.add([
                Cell(commitment.id, .bold), Cell(number + commitment.title.text(for: language)),
                Cell(catalogue.words.legalForces[commitment.legalForce]), Cell(commitment.adopted),
                Cell(commitment.deadline.map(text) ?? "–", commitment.deadline == nil ? .dim : .plain),
            ])
        }
        return table
    }

    /// The dated reading of a deadline, else the forum's own words.
    func text(of deadline: Deadline) -> String {
        switch deadline.reading {
        case .date(let date), .horizon(let date): date.description
        case .recurring(let recurrence):
            catalogue.text(
                \.everyMonths, ["date": recurrence.anchor.description, "months": String(recurrence.months)])
        case .unread: deadline.phrase ?? "–"
        }
    }

    /// How far the parties of each commitment are, and what it is aligned to.
    func progressTable(_ columns: TallyColumns) -> Table {
        var table = Table(
            [Table.Column(catalogue.commitment)] + columns.columns
                + [Table.Column(catalogue.alignedTo, .wrappable(minimum: 12))])
        for (commitment, assessments) in commitments {
            table.add(
                [Cell(commitment.id, .bold)] + columns.cells(tally(assessments))
                    + [commitment.isTracked ? Cell(alignedTo(commitment)) : Cell(catalogue.notFollowedUp, .dim)])
        }
        return table
    }

    /// The ids of the measures and lines that a commitment is aligned to.
    func alignedTo(_ commitment: Commitment) -> String {
        commitment.alignments.map { framework[$0.target].id }.joined(separator: " ")
    }

    /// The forum's own words and how each is read; the words of rounds stand below the round's name.
    var wordTable: Table {
        var table = Table([
            Table.Column(catalogue.word, .wrappable(minimum: 16)),
            Table.Column(catalogue.reading, .wrappable(minimum: 14)), Table.Column(catalogue.fit),
            Table.Column(catalogue.used, alignment: .right), Table.Column(catalogue.reason, .wrappable(minimum: 20)),
        ])
        let uses = uses
        for (place, word) in definition.vocabulary.words.enumerated() { table.add(row(word, uses: uses[place])) }
        for round in definition.rounds {
            guard let vocabulary = round.vocabulary else { continue }
            table.addGroup(round.name.text(for: language))
            for (place, word) in vocabulary.words.enumerated() {
                table.add(row(word, uses: uses[vocabulary.firstIndex + place]))
            }
        }
        return table
    }

    private func row(_ word: StatusWord, uses: Int) -> [Cell] {
        let progress = word.progress.map { "\(signs.mark($0).trimmingEnd) \(signs.name($0))" }
        let standing = word.standing.map { catalogue.words.standings[$0] }
        return [
            Cell(word.word, .bold),
            Cell(
                [progress, standing].compactMap(\.self).joined(separator: ", "),
                word.progress.map(signs.style) ?? .plain), Cell(word.fit.map { catalogue.words.fits[$0] } ?? "–"),
            Cell(count: uses), Cell(word.reason?.text(for: language) ?? "–"),
        ]
    }

    /// The forum's rules.
    var ruleTable: Table {
        var table = Table([
            Table.Column(catalogue.code), Table.Column(catalogue.topic, .wrappable(minimum: 20)),
            Table.Column(catalogue.article, .wrappable(minimum: 16)),
        ])
        for rule in definition.rules {
            table.add([Cell(rule.id, .bold), Cell(rule.topic.text(for: language)), Cell(rule.article ?? "–")])
        }
        return table
    }

    /// One row for each commitment: what `--format csv` gives.
    func export(_ columns: TallyColumns) -> Table {
        let keys = ["commitment", "number", "title", "legal-force", "adopted", "deadline", "every-months", "in-force"]
        var table = Table(
            keys.map { Table.Column($0) } + columns.columns + [Table.Column("aligned-to")])
        for (commitment, assessments) in commitments {
            let texts = [
                commitment.id, commitment.number ?? "", commitment.title.text(for: language),
                commitment.legalForce.rawValue, commitment.adopted?.description ?? "",
                commitment.deadline?.firstDate?.description ?? "", commitment.deadline?.months.map(String.init) ?? "",
                commitment.inForce?.description ?? "",
            ]
            table.add(
                texts.map { Cell($0) } + columns.cells(tally(assessments)) + [Cell(alignedTo(commitment))])
        }
        return table
    }
}

extension Deadline {
    /// The date, the horizon, or the first date of a recurrence.
    var firstDate: PartialDate? {
        switch reading {
        case .date(let date), .horizon(let date): date
        case .recurring(let recurrence): recurrence.anchor
        case .unread: nil
        }
    }

    /// The months after which it comes back.
    var months: Int? {
        if case .recurring(let recurrence) = reading { recurrence.months } else { nil }
    }
}
