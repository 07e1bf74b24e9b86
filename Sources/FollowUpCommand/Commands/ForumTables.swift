import FollowUpModel
import ForumKit
import Harmonization
import Localization

extension ForumView {
    /// The members by standing, with their codes.
    var memberTable: Table {
        var table = Table([
            Table.Column(texts[.standing]), Table.Column(texts[.count], alignment: .right),
            Table.Column(texts[.countries], .wrappable(minimum: 24)),
        ])
        for standing in MembershipStanding.allCases {
            let codes = members.filter { $0.standing == standing }.map(\.code)
            if codes.isEmpty { continue }
            table.add([
                Cell(texts[standing]), Cell(count: codes.count),
                Cell(codes.joined(separator: " ")),
            ])
        }
        return table
    }

    /// What each commitment is.
    var commitmentTable: Table {
        var table = Table([
            Table.Column(texts[.commitment]), Table.Column(texts[.title], .wrappable(minimum: 24)),
            Table.Column(texts[.legalForceShort]), Table.Column(texts[.adopted]),
            Table.Column(texts[.deadline], .wrappable(minimum: 10)),
        ])
        for (commitment, _) in commitments {
            let number = commitment.number.map { "\($0)\n" } ?? ""
            table.add([
                Cell(commitment.id, .bold), Cell(number + commitment.title.text(for: language)),
                Cell(texts[commitment.legalForce]), Cell(commitment.adopted),
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
            texts[.everyMonths, count: recurrence.months, ["date": recurrence.anchor.description]]
        case .unread: deadline.phrase ?? "–"
        }
    }

    /// How far the parties of each commitment are, and what it is aligned to.
    func progressTable(_ columns: TallyColumns) -> Table {
        var table = Table(
            [Table.Column(texts[.commitment])] + columns.columns
                + [Table.Column(texts[.alignedTo], .wrappable(minimum: 12))])
        for (commitment, assessments) in commitments {
            table.add(
                [Cell(commitment.id, .bold)] + columns.cells(tally(assessments))
                    + [commitment.isTracked ? Cell(alignedTo(commitment)) : Cell(texts[.notFollowedUp], .dim)])
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
            Table.Column(texts[.terminalWord], .wrappable(minimum: 16)),
            Table.Column(texts[.terminalReading], .wrappable(minimum: 14)), Table.Column(texts[.fit]),
            Table.Column(texts[.used], alignment: .right),
            Table.Column(texts[.reason], .wrappable(minimum: 20)),
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
        let standing = word.standing.map { texts[$0] }
        return [
            Cell(word.word, .bold),
            Cell(
                [progress, standing].compactMap(\.self).joined(separator: ", "),
                word.progress.map(signs.style) ?? .plain), Cell(word.fit.map { texts[$0] } ?? "–"),
            Cell(count: uses), Cell(word.reason?.text(for: language) ?? "–"),
        ]
    }

    /// The forum's rules.
    var ruleTable: Table {
        var table = Table([
            Table.Column(texts[.code]), Table.Column(texts[.topic], .wrappable(minimum: 20)),
            Table.Column(texts[.article], .wrappable(minimum: 16)),
        ])
        for rule in definition.rules {
            table.add([Cell(rule.id, .bold), Cell(rule.topic.text(for: language)), Cell(rule.article ?? "–")])
        }
        return table
    }
}
