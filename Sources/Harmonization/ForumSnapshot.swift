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
    /// Why the forum's module could not read it, so that it has no assessments; nil when all is well.
    public let failure: Diagnostic?
    /// The assessments of each commitment; none where it isn't followed up.
    private let lists: [AssessmentList]
    /// The rules that the assessments name.
    private let rules: RuleNames
    /// The party that stands for each country of the workspace, if any.
    private let partyOfCountry: [PartyIndex?]
    /// The place in the picture of the country that each party stands for, if it has one.
    private let placeOfParty: [Int?]
    private let index: EvidenceIndex
    let day: ForumDay
    /// The commitments about which something else is said than in the snapshot this one was made from; nil for all.
    let changed: [CommitmentIndex]?

    /// Reads a forum.
    ///
    /// - Parameter previous: the same forum in an earlier snapshot with the same options, by the same rules: what it
    ///   says of commitments whose reports have stayed the same is taken over.
    init(
        _ loaded: LoadedForum, in workspace: Workspace, options: SnapshotOptions,
        reusing previous: ForumSnapshot? = nil,
        meter: WorkMeter? = nil
    ) {
        let parties = loaded.definition.parties
        let isSame = previous?.reportsSayTheSame(in: loaded)
        let index = EvidenceIndex(
            reports: loaded.reports, grouping: loaded.grouping, asOf: options.asOf.latest,
            minConfidence: options.minConfidence, reusing: isSame == nil ? nil : previous?.index, where: isSame ?? [],
            details: loaded.details(of:))
        let day = ForumDay(
            roll: previous?.day.roll ?? RollCall(of: loaded.definition, on: options.asOf.latest),
            scaleTop: Int(workspace.settings.scale.top.rank), reports: index,
            ties: previous?.day.ties ?? CommitmentTies(loaded.commitments, forum: loaded.definition.id))
        func evidence(_ place: Int) -> CommitmentEvidence {
            day.evidence(
                of: loaded.commitments[place], at: CommitmentIndex(place), reads: loaded.metadata.reads)
        }
        let (forum, failure): (LoadedForum, Diagnostic?)
        do throws(ModuleFailure) {
            var read = loaded
            if loaded.problem == nil, let module = loaded.module.program {
                try read.run(module, on: loaded.commitments.indices.map(evidence), in: workspace, options, meter)
            }
            (forum, failure) = (read, loaded.problem)
        } catch {
            (forum, failure) = (loaded, error.diagnostic)
        }
        self.failure = failure
        // Asked for every assessment: taken out of the forum here, they are not copied there.
        let (reports, grouping) = (forum.reports, forum.grouping)
        var rules = isSame == nil ? RuleNames() : previous?.rules ?? RuleNames()
        var changed: [CommitmentIndex] = []
        let isAllSame = isSame?.allSatisfy(\.self) ?? false
        lists = forum.commitments.indices.map { place in
            let commitment = CommitmentIndex(place)
            let rows = grouping.order[grouping.places(of: commitment)]
            let known = isSame?[place] == true ? previous?.lists[place].content : nil
            let isSettled =
                switch forum.metadata.reads {
                case .own: true
                case .linked: day.ties.linked(to: commitment).allSatisfy { isSame?[Int($0.rawValue)] == true }
                case .forum: isAllSame
                }
            if let known, isSettled { return AssessmentList(known, rules: rules, rows: rows) }
            var content = AssessmentList.Content()
            if forum.commitments[place].isTracked, failure == nil, meter?.isStopped != true {
                content = AssessmentList.Content(
                    forum.module.reading(of: evidence(place)), rules: &rules, of: commitment, in: reports, grouping)
            }
            if content != known { changed.append(commitment) }
            return AssessmentList(content, rules: rules, rows: rows)
        }
        self.changed = isSame == nil ? nil : changed
        self.forum = forum
        self.rules = rules
        self.index = index
        self.day = day
        if let previous {
            (partyOfCountry, placeOfParty) = (previous.partyOfCountry, previous.placeOfParty)
        } else {
            (partyOfCountry, placeOfParty) = Self.places(of: parties, in: workspace)
        }
    }

    /// Which party stands for each country, and where in the picture the country of each party is.
    private static func places(
        of parties: PartyTable, in workspace: Workspace
    ) -> (partyOfCountry: [PartyIndex?], placeOfParty: [Int?]) {
        let count = workspace.countries.countries.count
        var partyOfCountry = [PartyIndex?](repeating: nil, count: count)
        for party in parties.indices {
            if let country = parties[party].country { partyOfCountry[Int(country.rawValue)] = party }
        }
        var placeOfCountry = [Int?](repeating: nil, count: count)
        for (place, country) in workspace.region.enumerated() { placeOfCountry[Int(country.rawValue)] = place }
        return (partyOfCountry, parties.parties.map { $0.country.flatMap { placeOfCountry[Int($0.rawValue)] } })
    }

    /// Of each commitment whether the reports on it say the same in a newer reading of the forum.
    ///
    /// Nil where nothing can be taken over from this snapshot: the forum failed or is read by a program.
    private func reportsSayTheSame(in newer: LoadedForum) -> [Bool]? {
        guard failure == nil, newer.module.program == nil else { return nil }
        if let change = newer.change, change.since == forum.revision {
            return forum.commitments.indices.map { !change.commitments.contains(CommitmentIndex($0)) }
        }
        return forum.commitments.indices.map { place in
            forum.grouping.saysTheSame(
                of: CommitmentIndex(place), in: forum.reports, as: newer.grouping, in: newer.reports)
        }
    }

    /// What the forum's module was given to read one commitment.
    private func evidence(_ commitment: CommitmentIndex) -> CommitmentEvidence {
        day.evidence(of: forum[commitment], at: commitment, reads: forum.metadata.reads)
    }

    /// When a commitment entered into force for all, by the module's rules; nil while it has not or nobody knows.
    public func inForce(_ commitment: CommitmentIndex) -> LegalDate? {
        forum.module.inForce(evidence(commitment))
    }

    /// What the parties of one commitment owe by a date.
    public func obligations(_ commitment: CommitmentIndex) -> [Obligation] {
        guard forum[commitment].isTracked else { return [] }
        return forum.module.owed(evidence(commitment), Array(assessments(of: commitment)))
    }

    /// The assessments of one commitment, in the order of the parties.
    public func assessments(of commitment: CommitmentIndex) -> AssessmentList { lists[Int(commitment.rawValue)] }

    /// The assessments of all commitments, commitment by commitment.
    public var assessments: [Assessment] { lists.flatMap(Array.init) }

    /// The assessment of one country in one commitment; nil when the commitment doesn't address it.
    public func assessment(of country: CountryIndex, in commitment: CommitmentIndex) -> Assessment? {
        guard let party = partyOfCountry[Int(country.rawValue)] else { return nil }
        return assessment(of: party, in: commitment)
    }

    /// The assessment of one party in one commitment; nil when the commitment doesn't address it.
    public func assessment(of party: PartyIndex, in commitment: CommitmentIndex) -> Assessment? {
        let list = assessments(of: commitment)
        return list.place(of: party).map { list[$0] }
    }

    /// How one party stands towards one commitment, and its progress; nil when the commitment doesn't address it.
    package func word(of party: PartyIndex, in commitment: CommitmentIndex) -> (standing: Standing, progress: Progress)?
    {
        let list = assessments(of: commitment)
        return list.place(of: party).map { (list.packed[$0].standing, list.packed[$0].progress) }
    }

    /// The place among the countries of the picture of the one that a party stands for, if it stands for one of them.
    func place(of party: PartyIndex) -> Int? { placeOfParty[Int(party.rawValue)] }

    /// The party that stands for a country; nil when the country is nothing to the forum.
    public func party(of country: CountryIndex) -> PartyIndex? { partyOfCountry[Int(country.rawValue)] }
}

extension LoadedForum {
    /// The texts of a report as a module is given them.
    fileprivate func details(of report: ReportIndex) -> ReportDetails {
        let texts = texts(of: report)
        let fields = definition.reportFields.compactMap { field in texts[field.name].map { (field.name, $0) } }
        return ReportDetails(
            id: texts[.id], wording: texts[.wording], scope: texts[.scope], evidence: texts[.evidence],
            sources: texts.sources, note: texts[.note],
            fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
    }

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
        let whole = ForumEvidence(
            forum: definition, asOf: options.asOf.latest, scale: workspace.settings.scale,
            commitments: evidence.filter(\.commitment.isTracked), meter: meter)
        let prepared = try module.prepared(for: whole, permit: program.permit)
        self.module = prepared
        metadata.rules += prepared.rules
    }
}
