import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// What is known of a forum, in no language.
struct ForumFacts: Sendable {
    /// One commitment of it.
    struct Commitment: Sendable {
        var index: CommitmentIndex
        /// What is said of the parties that count.
        var tally: Tally
        /// When it entered into force for all, see ``Harmonization/ForumSnapshot/inForce(_:)``.
        var inForce: LegalDate?
    }

    /// Its place in the picture.
    var place: Int
    /// How much is known of what it alone asks.
    var coverage: Coverage
    var commitments: [Commitment]

    /// Looks up everything; nil where the picture has no forum with this id.
    init?(_ id: String, _ picture: Picture) {
        guard let place = picture.place(ofForum: id), let layer = picture.layer(id) else { return nil }
        let forum = picture.snapshot.forums[place]
        let levelCount = picture.snapshot.workspace.settings.scale.levels.count
        self.place = place
        coverage = layer.coverage(
            of: picture.targets.filter { layer.alignedCount($0) > 0 }, countries: layer.countries)
        commitments = forum.forum.commitments.indices.map(CommitmentIndex.init).map { index in
            Commitment(
                index: index, tally: forum.assessments(of: index).tally(levelCount: levelCount),
                inForce: forum.inForce(index))
        }
    }
}
