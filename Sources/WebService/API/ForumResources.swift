import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// One forum.
struct ForumRow: Codable, Sendable {
    var id: String
    var name: Wordings
    var shortName: Wordings
    var kind: String
    var module: String
    var dormantSince: String?
    var members: Int
    var commitments: Int
    var reports: Int
    var rejected: Int
    var overdue: Int
    /// Why it could not be read.
    var failure: String?
    var links: ItemLinks
}

/// One forum with its members, words and rules.
struct ForumItem: Codable, Sendable {
    /// A member, or whatever it is.
    struct Member: Codable, Sendable {
        var country: String
        var standing: String
    }

    /// One of the forum's own words.
    struct Word: Codable, Sendable {
        var word: String
        var readAs: String?
        var fit: String?
        var reason: Wordings?
    }

    /// One rule.
    struct Rule: Codable, Sendable {
        var id: String
        var topic: Wordings
        var article: String?
        var statement: Wordings
        var confidence: String?
        var sources: [String]
    }

    var forum: ForumRow
    var members: [Member]
    var words: [Word]
    var rules: [Rule]
}

/// One commitment.
struct CommitmentRow: Codable, Sendable {
    var forum: String
    var id: String
    var number: String?
    var title: Wordings
    var legalForce: String
    var adopted: String?
    var deadline: String?
    var everyMonths: Int?
    var followedUp: Bool
    var targets: [String]
    var confidence: String?
    var sources: [String]
    var links: ItemLinks
}

/// What a commitment is aligned to.
struct CrosswalkRow: Codable, Sendable {
    var forum: String
    var commitment: String
    var target: String
    var relation: String
    var confidence: String
    var note: String?
    var place: String
}

/// An alignment with the commitment that it is of.
struct PlacedAlignment: Sendable {
    var forum: String
    var commitment: String
    var alignment: Alignment
}

/// A commitment's place.
struct CommitmentPlace: Sendable {
    var forum: Int
    var commitment: CommitmentIndex
}

extension Resource {
    static let forums = Resource.list(
        "forums", [], \.forums, of: { query throws(PageFailure) in Array(query.snapshot.forums.indices) },
        row: { place, query in query.row(forum: place) })
    static let forum = Resource.item(
        "forum", [.literal("forums"), .name(.forum)], \.forumItem
    ) { query throws(PageFailure) in
        let id = query.names["forum"]
        guard let place = query.snapshot.forums.firstIndex(where: { $0.forum.definition.id == id }) else {
            throw .nothingHere
        }
        return query.item(forum: place)
    }
    static let commitments = Resource.list(
        "commitments", [.forum, .target], \.commitments,
        of: { query throws(PageFailure) in
            query.commitments.filter { place in
                guard let target = query[.target] else { return true }
                return query.commitment(place).alignments.contains { query.framework[$0.target].id == target }
            }
        }, row: { place, query in query.row(place) })
    static let crosswalk = Resource.list(
        "crosswalk", [.forum, .target, .measure, .relation, .confidence], \.crosswalk,
        of: { query throws(PageFailure) in
            let least = query[.confidence].flatMap(Confidence.init) ?? .unknown
            return query.crosswalk.filter {
                query.allows(.forum, $0.forum) && query.allows(.target, query.framework[$0.alignment.target].id)
                    && query.allowsMeasure(of: $0.alignment.target)
                    && query.allows(.relation, $0.alignment.relation.rawValue) && $0.alignment.confidence >= least
            }
        }, row: { alignment, query in query.row(alignment) })
}

extension Query {
    fileprivate func row(forum place: Int) -> ForumRow {
        let forum = snapshot.forums[place]
        let definition = forum.forum.definition
        return ForumRow(
            id: definition.id, name: Wordings(definition.name),
            shortName: Wordings(definition.acronym ?? definition.name), kind: definition.kind.rawValue,
            module: definition.module, dormantSince: definition.dormantSince?.description,
            members: members(of: definition).count { $0.standing == MembershipStanding.member.rawValue },
            commitments: forum.forum.commitments.count, reports: forum.forum.reports.count,
            rejected: forum.forum.rejected,
            overdue: picture.owing.overdue(ofForumAt: place),
            failure: forum.failure?.message,
            links: ItemLinks(this: link("forums", definition.id), page: page(.forum(definition.id))))
    }

    private func members(of definition: ForumDefinition) -> [ForumItem.Member] {
        definition.parties.parties.compactMap { party in
            guard party.country != nil, let standing = definition.membership(of: party.id, on: snapshot.asOf) else {
                return nil
            }
            return ForumItem.Member(country: party.id, standing: standing.rawValue)
        }
    }

    fileprivate func item(forum place: Int) -> ForumItem {
        let definition = snapshot.forums[place].forum.definition
        return ForumItem(
            forum: row(forum: place), members: members(of: definition),
            words: definition.statusWords.map {
                ForumItem.Word(
                    word: $0.word, readAs: $0.progress.map { scale.code(of: $0) ?? $0.nothing?.rawValue ?? "" },
                    fit: $0.fit?.rawValue, reason: $0.reason.map { Wordings($0) })
            },
            rules: definition.rules.map {
                ForumItem.Rule(
                    id: $0.id, topic: Wordings($0.topic), article: $0.article,
                    statement: Wordings($0.statement),
                    confidence: $0.confidence?.rawValue, sources: $0.sources)
            })
    }

    /// The forums that were asked for, with their places.
    var chosenForums: [(place: Int, forum: ForumSnapshot)] {
        snapshot.forums.enumerated().filter { allows(.forum, $0.element.forum.definition.id) }.map { ($0, $1) }
    }

    /// The commitments of the forums that were asked for.
    var commitments: [CommitmentPlace] {
        chosenForums.flatMap { place, forum in
            forum.forum.commitments.indices.map { CommitmentPlace(forum: place, commitment: CommitmentIndex($0)) }
        }
    }

    func commitment(_ place: CommitmentPlace) -> Commitment { snapshot.forums[place.forum].forum[place.commitment] }

    fileprivate func row(_ place: CommitmentPlace) -> CommitmentRow {
        let commitment = commitment(place)
        let forum = snapshot.forums[place.forum].forum.definition.id
        var (date, months): (PartialDate?, Int?) = (nil, nil)
        switch commitment.deadline?.reading {
        case .date(let day), .horizon(let day): date = day
        case .recurring(let recurrence): (date, months) = (recurrence.anchor, recurrence.months)
        case .unread, nil: break
        }
        return CommitmentRow(
            forum: forum, id: commitment.id, number: commitment.number, title: Wordings(commitment.title),
            legalForce: commitment.legalForce.rawValue, adopted: commitment.adopted?.description,
            deadline: date?.description ?? commitment.deadline?.phrase, everyMonths: months,
            followedUp: commitment.isTracked, targets: commitment.alignments.map { framework[$0.target].id },
            confidence: commitment.confidence?.rawValue, sources: commitment.sources,
            links: ItemLinks(this: nil, page: page(ofCommitment: commitment.id, of: forum)))
    }

    /// All alignments.
    var crosswalk: [PlacedAlignment] {
        snapshot.forums.flatMap { forum in
            forum.forum.commitments.flatMap { commitment in
                commitment.alignments.map {
                    PlacedAlignment(forum: forum.forum.definition.id, commitment: commitment.id, alignment: $0)
                }
            }
        }
    }

    func row(_ item: PlacedAlignment) -> CrosswalkRow {
        CrosswalkRow(
            forum: item.forum, commitment: item.commitment, target: framework[item.alignment.target].id,
            relation: item.alignment.relation.rawValue, confidence: item.alignment.confidence.rawValue,
            note: item.alignment.note, place: place(item.alignment.origin))
    }
}
