import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization

/// Who owes what by when.
struct DuePage: PageView {
    /// How many obligations stand so.
    struct Count: Codable, Sendable {
        var state: String
        var name: String
        var count: Int
    }

    /// What stands alike, the earliest first.
    struct Section: Codable, Sendable {
        var id: String
        var title: String
        var items: [Owed]
        /// How many obligations are left out, with the way to all.
        var more: Link?
        /// What is said where there are none.
        var none: String?
    }

    var page: Frame
    var counts: [Count]
    var sections: [Section]
    /// The calendars to subscribe to.
    var all: Link
    var forums: [Link]
    var countries: [Link]
}

/// Something that is owed, and the parties that owe it by the same date.
struct Owed: Codable, Sendable {
    var due: DateText?
    var state: String
    var stateName: String
    var commitment: CommitmentView
    var kind: String
    var rule: String
    var parties: [Link]
    var count = 1
    /// How many of the parties are left out, as "+12".
    var more: String?
}

extension PageBuilder {
    /// What one party owes.
    func owed(_ item: DueItem) -> Owed {
        let forum = snapshot.forums[item.forum].forum
        let obligation = item.obligation
        return Owed(
            due: shortDate(obligation.due), state: obligation.state.rawValue, stateName: texts[obligation.state],
            commitment: view(of: forum[item.commitment], in: forum.definition), kind: texts[obligation.kind],
            rule: forum.metadata.rule(obligation.rule)?.text.text(for: language) ?? obligation.rule.rawValue,
            parties: [party(of: item)])
    }

    /// What is owed so, the parties that owe the same by the same date together, in the order in which they come.
    private func owedGroups(_ isWanted: (Obligation) -> Bool) -> (groups: [Owed], more: Link?) {
        var groups: [Owed] = []
        var places: [DueItem: Int] = [:]
        var (latest, omitted): (LegalDate?, Int) = (nil, 0)
        // Of millions of items only those that make or join a group are taken out of the list.
        let items = picture.owing.items
        for place in items.indices where isWanted(items[place].obligation) {
            let isFull = groups.count == PageLimits.owedGroups
            // Of another day than the last group is no party of any group.
            if isFull, items[place].obligation.due != latest {
                omitted += 1
                continue
            }
            let item = items[place]
            var key = item
            key.obligation.party = PartyIndex(0)
            key.obligation.report = nil
            key.obligation.submitted = nil
            if let place = places[key] {
                groups[place].count += 1
                if groups[place].count <= PageLimits.owingParties { groups[place].parties.append(party(of: item)) }
            } else if isFull {
                omitted += 1
            } else {
                latest = item.obligation.due
                places[key] = groups.count
                groups.append(owed(item))
            }
        }
        for place in groups.indices {
            groups[place].parties = groups[place].parties.inOrder(ofNames: \.label)
            guard groups[place].count > groups[place].parties.count else { continue }
            groups[place].more = "+" + (groups[place].count - groups[place].parties.count).written(in: texts)
        }
        return (groups, notShown(omitted))
    }

    /// The country or organ that owes something; only countries of the picture have a page.
    private func party(of item: DueItem) -> Link {
        let party = snapshot.forums[item.forum].forum.definition.parties[item.obligation.party]
        let isShown = party.country.flatMap(picture.place) != nil
        return Link(
            label: name(of: party, ofForumAt: item.forum), href: isShown ? links.page(.country(party.id)) : nil)
    }

    /// The address of a calendar.
    func calendar(_ name: String) -> String { links.top + "due/\(name.asPathPart).ics" }

    /// The name of a country, of an organ of the forum at a place of the picture, or else the party's id.
    func name(of party: Party, ofForumAt forum: Int) -> String {
        if let country = party.country { return name(of: country) }
        let organ = snapshot.forums[forum].forum.definition.organs.first { $0.id == party.id }
        return organ?.name.text(for: language) ?? party.id
    }

    /// Who owes what by when.
    func due() -> any PageView {
        func section(
            _ id: String, _ title: String, none: String? = nil, _ isWanted: (Obligation) -> Bool
        ) -> DuePage.Section? {
            let (groups, more) = owedGroups(isWanted)
            guard !groups.isEmpty || none != nil else { return nil }
            return DuePage.Section(id: id, title: title, items: groups, more: more, none: none)
        }
        let sections = [
            section("overdue", texts[.overdue], none: texts[.nothingOverdue]) { $0.state == .missed },
            section("passed", texts[.passedTitle]) { $0.state == .passed },
            section("unknown", texts[.notYetKnownTitle]) { $0.state == .notYetKnown },
            section("coming", texts[.coming], none: texts[.nothingDue]) { $0.state == .notYetDue && $0.due != nil },
            section("undated", texts[.undated]) { $0.state == .notYetDue && $0.due == nil },
        ]
        return DuePage(
            page: frame(texts[.dueTitle], summary: texts[.dueSummary]),
            counts: Obligation.State.allCases.compactMap { state in
                picture.owing.counts[state].map {
                    DuePage.Count(state: state.rawValue, name: texts[state, count: $0], count: $0)
                }
            }, sections: sections.compactMap(\.self),
            all: Link(label: texts[.allForums], href: calendar("all")),
            forums: snapshot.forums.enumerated().filter { !picture.owing.ofForums[$0.offset].places.isEmpty }.map {
                let definition = $0.element.forum.definition
                return Link(label: definition.shortName(for: language), href: calendar(definition.id))
            },
            countries: snapshot.countries.map { Link(label: name(of: $0), href: calendar(code(of: $0))) }
                .inOrder(ofNames: \.label))
    }
}
