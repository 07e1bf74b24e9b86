import FollowUpModel
import ForumKit
import ForumWorkspace

/// `group WORKSPACE AS-OF`: reports ordered by commitment, party and day, forum after forum.
func measureGrouping(_ path: String, asOf: PartialDate) {
    let workspace = readWorkspace(path)
    let (indexes, seconds) = repeated { workspace.forums.map { groupedReports(of: $0, asOf: asOf) } }
    print("forums \(indexes.count)\nreports \(reportCount(workspace))\nseconds \(seconds)")
}

/// `assess WORKSPACE AS-OF`: grouped evidence to the modules' assessments, forum after forum.
func measureAssessing(_ path: String, asOf: PartialDate) {
    let workspace = readWorkspace(path)
    let forums = workspace.forums.map { (module: $0.module, evidence: readings(of: $0, in: workspace, asOf: asOf)) }
    let (count, seconds) = repeated {
        forums.reduce(0) { sum, forum in
            forum.evidence.reduce(sum) { $0 + forum.module.reading(of: $1).count }
        }
    }
    print("assessments \(count)\nseconds \(seconds)")
}

private func groupedReports(of forum: LoadedForum, asOf: PartialDate) -> EvidenceIndex {
    let grouping = ReportGrouping(
        forum.reports, commitmentCount: forum.commitments.count,
        partyCount: forum.definition.parties.parties.count)
    return EvidenceIndex(reports: forum.reports, grouping: grouping, asOf: asOf.latest)
}

/// What the module of a forum is given to read, commitment by commitment.
private func readings(of forum: LoadedForum, in workspace: Workspace, asOf: PartialDate) -> [CommitmentEvidence] {
    let reports = groupedReports(of: forum, asOf: asOf)
    let day = ForumDay(
        roll: RollCall(of: forum.definition, on: asOf.latest), scaleTop: Int(workspace.settings.scale.top.rank),
        reports: reports, ties: CommitmentTies(forum.commitments, forum: forum.definition.id))
    return forum.commitments.enumerated().filter(\.element.isTracked).map { place, commitment in
        day.evidence(of: commitment, at: CommitmentIndex(place), reads: forum.metadata.reads)
    }
}
