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
        /// The title's language, where it isn't the page's.
        var titleLanguage: String?
        var href: String
        var kind: String
        var rule: String
        var parties: [Party]
        var count: Int
        /// How many of the parties are left out, as "+12".
        var more: String?
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
    /// How many obligations are left out, with the way to all.
    var moreOverdue: Link?
    var coming: [Group]
    var hasComing: Bool
    var moreComing: Link?
    var undated: [Group]
    var hasUndated: Bool
    var moreUndated: Link?
    var all: Calendar
    var forums: [Calendar]
    var countries: [Calendar]
}

/// One thing that is owed.
struct Owed: Codable, Sendable {
    var due: DateText?
    var state: String
    var stateName: String
    var party: String
    var partyName: String
    var partyHref: String?
    var forum: Link
    var commitment: String
    var title: String
    /// The title's language, where it isn't the page's.
    var titleLanguage: String?
    var href: String
    var kind: String
    var rule: String
}

extension PageBuilder {
    /// One thing that is owed.
    func owedItem(_ item: DueItem) -> Owed {
        let forum = snapshot.forums[item.forum].forum
        let commitment = forum[item.commitment]
        let title = title(of: commitment)
        let party = party(of: item)
        return Owed(
            due: shortDate(item.obligation.due), state: item.obligation.state.rawValue,
            stateName: texts[item.obligation.state], party: party.id,
            partyName: party.name, partyHref: party.href,
            forum: link(to: forum.definition),
            commitment: commitment.id, title: title.text, titleLanguage: title.language,
            href: links.commitment(commitment.id, of: forum.definition.id),
            kind: texts[item.obligation.kind],
            rule: forum.metadata.rule(item.obligation.rule)?.text.text(for: language) ?? item.obligation.rule.rawValue)
    }

    /// What is owed so, the parties that owe the same by the same date together, in the order in which they come.
    private func owedGroups(_ isWanted: (Obligation) -> Bool) -> (groups: [DuePage.Group], more: Link?) {
        var groups: [DuePage.Group] = []
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
                let owed = owedItem(item)
                latest = item.obligation.due
                places[key] = groups.count
                groups.append(
                    DuePage.Group(
                        due: owed.due, state: owed.state, stateName: owed.stateName, forum: owed.forum,
                        commitment: owed.commitment, title: owed.title, titleLanguage: owed.titleLanguage,
                        href: owed.href, kind: owed.kind,
                        rule: owed.rule, parties: [party(of: item)], count: 1))
            }
        }
        for place in groups.indices {
            groups[place].parties = groups[place].parties.inOrder(ofNames: \.name)
            guard groups[place].count > groups[place].parties.count else { continue }
            groups[place].more = "+" + (groups[place].count - groups[place].parties.count).written(in: texts)
        }
        return (groups, notShown(omitted))
    }

    /// The country or organ that owes something; only countries of the picture have a page.
    func party(of item: DueItem) -> DuePage.Party {
        let party = snapshot.forums[item.forum].forum.definition.parties[item.obligation.party]
        let isShown = party.country.flatMap(picture.place) != nil
        return DuePage.Party(
            id: party.id, name: name(of: party, ofForumAt: item.forum),
            href: isShown ? links.page(.country(party.id)) : nil)
    }

    /// The name of a country, of an organ of the forum at a place of the picture, or else the party's id.
    func name(of party: Party, ofForumAt forum: Int) -> String {
        if let country = party.country { return name(of: country) }
        let organ = snapshot.forums[forum].forum.definition.organs.first { $0.id == party.id }
        return organ?.name.text(for: language) ?? party.id
    }

    /// Who owes what by when.
    func due() -> any PageView {
        let overdue = owedGroups { $0.state == .overdue && $0.due != nil }
        let coming = owedGroups { $0.state.isOpen && $0.state != .overdue && $0.due != nil }
        let undated = owedGroups { $0.state.isOpen && $0.due == nil }
        func calendar(_ label: String, _ name: String) -> DuePage.Calendar {
            DuePage.Calendar(label: label, href: links.top + "due/\(name.asPathPart).ics")
        }
        return DuePage(
            page: frame(texts[.dueTitle], summary: texts[.dueSummary]),
            counts: Obligation.State.allCases.compactMap { state in
                picture.owing.counts[state].map {
                    DuePage.Count(state: state.rawValue, name: texts[state, count: $0], count: $0)
                }
            }, overdue: overdue.groups, hasOverdue: !overdue.groups.isEmpty, moreOverdue: overdue.more,
            coming: coming.groups, hasComing: !coming.groups.isEmpty, moreComing: coming.more,
            undated: undated.groups, hasUndated: !undated.groups.isEmpty, moreUndated: undated.more,
            all: calendar(texts[.allForums], "all"),
            forums: snapshot.forums.enumerated().filter { picture.owing.isAnythingOwed(toForumAt: $0.offset) }.map {
                let definition = $0.element.forum.definition
                return calendar(definition.shortName(for: language), definition.id)
            }, countries: snapshot.countries.map { calendar(name(of: $0), code(of: $0)) }.inOrder(ofNames: \.label))
    }
}
