public import Diagnostics
public import FollowUpModel
public import ForumKit
public import ForumWorkspace

/// One forum as its module reads it on the as-of day.
///
/// Immutable; a class because it holds all of a forum's evidence and is shared rather than copied wherever it is used.
public final class ForumSnapshot: Sendable {
    /// The forum.
    public let forum: LoadedForum
    /// Why the forum's module could not read it; nil when all is well.
    ///
    /// A forum that failed has no assessments.
    public let failure: Diagnostic?
    /// The assessments of all tracked commitments, commitment by commitment.
    public let assessments: [Assessment]
    /// The range of each commitment's assessments.
    private let ranges: [Range<Int>]
    /// The party that stands for each country of the workspace, if any.
    private let partyOfCountry: [PartyIndex?]
    private let index: EvidenceIndex
    private let roll: RollCall
    private let ties: CommitmentTies
    private let scaleTop: Int

    init(_ loaded: LoadedForum, in workspace: Workspace, options: SnapshotOptions, meter: WorkMeter?) {
        let asOf = options.asOf.latest
        let parties = loaded.definition.parties
        let index = EvidenceIndex(
            reports: loaded.reports, commitmentCount: loaded.commitments.count, partyCount: parties.parties.count,
            asOf: asOf, minConfidence: options.minConfidence)
        let roll = RollCall(of: loaded.definition, on: asOf)
        let ties = CommitmentTies(loaded.commitments, forum: loaded.definition.id)
        let scaleTop = Int(workspace.settings.scale.top.rank)
        self.index = index
        self.roll = roll
        self.ties = ties
        self.scaleTop = scaleTop
        let evidence = loaded.commitments.enumerated().map { place, commitment in
            CommitmentEvidence(
                commitment: commitment, index: CommitmentIndex(place), roll: roll, scaleTop: scaleTop, reports: index,
                ties: ties)
        }
        var forum = loaded
        do throws(ModuleFailure) {
            if let module = loaded.module.program {
                try forum.run(module, on: evidence, in: workspace, options, meter)
            }
            failure = nil
        } catch {
            failure = error.diagnostic
        }
        self.forum = forum
        var assessments: [Assessment] = []
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(forum.commitments.count)
        for commitment in evidence {
            let start = assessments.count
            if commitment.commitment.isTracked, failure == nil, meter?.isStopped != true {
                assessments += forum.module.assess(commitment)
            }
            ranges.append(start..<assessments.count)
        }
        self.assessments = assessments
        self.ranges = ranges
        var partyOfCountry = [PartyIndex?](repeating: nil, count: workspace.countries.countries.count)
        for party in parties.indices {
            if let country = parties[party].country { partyOfCountry[Int(country.rawValue)] = party }
        }
        self.partyOfCountry = partyOfCountry
    }

    /// What the forum's module was given to read one commitment.
    private func evidence(_ commitment: CommitmentIndex) -> CommitmentEvidence {
        CommitmentEvidence(
            commitment: forum[commitment], index: commitment, roll: roll, scaleTop: scaleTop, reports: index,
            ties: ties)
    }

    /// When a commitment entered into force for all, by the module's rules; nil while it has not or nobody knows.
    public func inForce(_ commitment: CommitmentIndex) -> LegalDate? {
        forum.module.inForce(evidence(commitment))
    }

    /// What the parties of one commitment owe by a date.
    public func obligations(_ commitment: CommitmentIndex) -> [Obligation] {
        guard forum[commitment].isTracked else { return [] }
        return forum.module.obligations(evidence(commitment), Array(assessments(of: commitment)))
    }

    /// The assessments of one commitment, in the order of the parties.
    public func assessments(of commitment: CommitmentIndex) -> ArraySlice<Assessment> {
        assessments[ranges[Int(commitment.rawValue)]]
    }

    /// The assessment of one country in one commitment; nil when the commitment doesn't address it.
    public func assessment(of country: CountryIndex, in commitment: CommitmentIndex) -> Assessment? {
        guard let party = partyOfCountry[Int(country.rawValue)] else { return nil }
        return assessment(of: party, in: commitment)
    }

    /// The assessment of one party in one commitment; nil when the commitment doesn't address it.
    public func assessment(of party: PartyIndex, in commitment: CommitmentIndex) -> Assessment? {
        let range = ranges[Int(commitment.rawValue)]
        // Parties come in order, so the usual case (everybody is addressed) is found at once.
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if assessments[middle].party < party { low = middle + 1 } else { high = middle }
        }
        guard low < range.upperBound, assessments[low].party == party else { return nil }
        return assessments[low]
    }

    /// The party that stands for a country; nil when the country is nothing to the forum.
    public func party(of country: CountryIndex) -> PartyIndex? { partyOfCountry[Int(country.rawValue)] }
}

extension LoadedForum {
    /// Lets a module's program read the forum, if the person trusts it; its rules become those of the forum.
    fileprivate mutating func run(
        _ module: any ProgramModule, on evidence: [CommitmentEvidence], in workspace: Workspace,
        _ options: SnapshotOptions, _ meter: WorkMeter?
    ) throws(ModuleFailure) {
        guard let program = try workspace.program(of: self) else { return }
        guard options.trust.covers(program) else {
            throw ModuleFailure(
                .warning(
                    .moduleNotTrusted, at: module.commandRange,
                    "the forum's program \(module.command[0]) has not run: nobody has said that it may",
                    help: "look at it and run: followup trust \(definition.id)"))
        }
        let forum = self
        let whole = ForumEvidence(
            forum: definition, asOf: options.asOf.latest, scale: workspace.settings.scale,
            commitments: evidence.filter(\.commitment.isTracked), meter: meter,
            texts: { forum.texts(of: $0).byColumn })
        let prepared = try module.prepared(for: whole, permit: program.permit)
        self.module = prepared
        metadata.rules = prepared.rules
    }
}
