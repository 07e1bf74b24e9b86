import Dashboard
import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

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
        "forums", [], .apiForums, of: { query throws(PageFailure) in Array(query.snapshot.forums.indices) },
        row: { place, query in query.picture.record(ofForumAt: place, query.records) },
        links: { place, query in
            let id = query.snapshot.forums[place].forum.definition.id
            return ItemLinks(this: query.link("forums", id), page: query.page(.forum(id)))
        })
    static let forum = Resource.item(
        "forum", [.literal("forums"), .name(.forum)], .apiForumItem
    ) { query throws(PageFailure) in
        guard let place = query.picture.place(ofForum: query.names["forum"] ?? "") else { throw .nothingHere }
        return ForumDocument(
            query.records, query.picture.record(ofForumAt: place, query.records), of: query.snapshot.forums[place].forum
        )
    }
    static let commitments = Resource.list(
        "commitments", [.forum, .target], .apiCommitments,
        of: { query throws(PageFailure) in
            query.commitments.filter { place in
                guard let target = query[.target] else { return true }
                return query.commitment(place).alignments.contains { query.framework[$0.target].id == target }
            }
        },
        row: { place, query in
            CommitmentRecord(query.records, forum: query.forum(place), query.commitment(place))
        },
        links: { place, query in
            ItemLinks(page: query.page(ofCommitment: query.commitment(place).id, of: query.forum(place)))
        })
    static let crosswalk = Resource.list(
        "crosswalk", [.forum, .target, .measure, .relation, .confidence], .apiCrosswalk,
        of: { query throws(PageFailure) in
            let least = query[.confidence].flatMap(Confidence.init) ?? .unknown
            return query.crosswalk.filter {
                query.allows(.forum, $0.forum) && query.allows(.target, query.framework[$0.alignment.target].id)
                    && query.allowsMeasure(of: $0.alignment.target)
                    && query.allows(.relation, $0.alignment.relation.rawValue) && $0.alignment.confidence >= least
            }
        }, row: { item, query in AlignmentRecord(query.records, item.forum, item.commitment, item.alignment) })
}

extension Query {
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

    fileprivate func forum(_ place: CommitmentPlace) -> String { snapshot.forums[place.forum].forum.definition.id }

    /// All alignments.
    fileprivate var crosswalk: [PlacedAlignment] {
        snapshot.forums.flatMap { forum in
            forum.forum.commitments.flatMap { commitment in
                commitment.alignments.map {
                    PlacedAlignment(forum: forum.forum.definition.id, commitment: commitment.id, alignment: $0)
                }
            }
        }
    }
}
