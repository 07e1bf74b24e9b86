import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// Who owes what by when.
struct DuePage: PageView {
    /// How many obligations stand so.
    struct Count: Codable, Sendable {
        var state: String
        var name: String
        var count: Int
    }

    /// A calendar to subscribe to.
    struct Calendar: Codable, Sendable {
        var label: String
        var href: String
    }

    /// The parties that owe the same by the same date.
    struct Group: Codable, Sendable {
        var due: DateText?
        var state: String
        var stateName: String
        var forum: Link
        var commitment: String
        var title: String
        var href: String
        var kind: String
        var rule: String
        var parties: [Party]
        var count: Int
    }

    /// One who owes.
    struct Party: Codable, Sendable {
        var id: String
        var name: String
        var href: String?
    }

    var page: Frame
    var counts: [Count]
    var overdue: [Group]
    var hasOverdue: Bool
    var coming: [Group]
    var hasComing: Bool
    var undated: [Group]
    var hasUndated: Bool
    var all: Calendar
    var forums: [Calendar]
    var countries: [Calendar]
}

extension PageBuilder {
    /// The country that owes something; nil for an organ of a forum.
    func country(of item: DueItem) -> CountryIndex? {
        snapshot.forums[item.forum].forum.definition.parties[item.obligation.party].country
    }

    /// One thing that is owed.
    func owedItem(_ item: DueItem) -> Owed {
        let forum = snapshot.forums[item.forum].forum
        let commitment = forum[item.commitment]
        let party = forum.definition.parties[item.obligation.party]
        let organ = forum.definition.organs.first { $0.id == party.id }
        let isShown = party.country.map(snapshot.countries.contains) ?? false
        return Owed(
            due: shortDate(item.obligation.due), state: item.obligation.state.rawValue,
            stateName: words.obligationStates[item.obligation.state], party: party.id,
            partyName: party.country.map(name) ?? organ?.name.text(for: language) ?? party.id,
            partyHref: isShown ? links.page(.country(party.id)) : nil,
            forum: Link(
                label: forum.definition.shortName(for: language), href: links.page(.forum(forum.definition.id))),
            commitment: commitment.id, title: commitment.title.text(for: language),
            href: links.page(.forum(forum.definition.id), anchor: "c-\(commitment.id)"),
            kind: words.obligationKinds[item.obligation.kind],
            rule: forum.metadata.rule(item.obligation.rule)?.text.text(for: language) ?? item.obligation.rule)
    }

    /// The same, with the parties that owe the same by the same date together, in the order in which they come.
    private func owedGroups(_ items: [DueItem]) -> [DuePage.Group] {
        var groups: [DuePage.Group] = []
        var places: [DueItem: Int] = [:]
        for item in items {
            let owed = owedItem(item)
            var key = item
            key.obligation.party = PartyIndex(0)
            key.obligation.report = nil
            key.obligation.submitted = nil
            let party = DuePage.Party(id: owed.party, name: owed.partyName, href: owed.partyHref)
            if let place = places[key] {
                groups[place].parties.append(party)
                groups[place].count += 1
                continue
            }
            places[key] = groups.count
            groups.append(
                DuePage.Group(
                    due: owed.due, state: owed.state, stateName: owed.stateName, forum: owed.forum,
                    commitment: owed.commitment, title: owed.title, href: owed.href, kind: owed.kind,
                    rule: owed.rule, parties: [party], count: 1))
        }
        return groups
    }

    /// Who owes what by when.
    func due() -> any PageView {
        let open = picture.obligations.filter(\.obligation.state.isOpen)
        let overdue = open.filter { $0.obligation.state == .overdue }
        let coming = open.filter { $0.obligation.state != .overdue && $0.obligation.due != nil }
        let undated = open.filter { $0.obligation.due == nil }
        func calendar(_ label: String, _ name: String) -> DuePage.Calendar {
            DuePage.Calendar(label: label, href: links.top + "due/\(name.asPathPart).ics")
        }
        let owing = Set(picture.obligations.map(\.forum))
        return DuePage(
            page: frame(texts.dueTitle, summary: texts.dueSummary),
            counts: Obligation.State.allCases.compactMap { state in
                let count = picture.obligations.count { $0.obligation.state == state }
                return count == 0
                    ? nil
                    : DuePage.Count(state: state.rawValue, name: words.obligationStates[state], count: count)
            }, overdue: owedGroups(overdue), hasOverdue: !overdue.isEmpty, coming: owedGroups(coming),
            hasComing: !coming.isEmpty, undated: owedGroups(undated), hasUndated: !undated.isEmpty,
            all: calendar(texts.allForums, "all"),
            forums: snapshot.forums.enumerated().filter { owing.contains($0.offset) }.map {
                let definition = $0.element.forum.definition
                return calendar(definition.shortName(for: language), definition.id)
            }, countries: snapshot.countries.map { calendar(name(of: $0), code(of: $0)) })
    }
}
