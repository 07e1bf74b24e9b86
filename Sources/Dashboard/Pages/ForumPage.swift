import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records

/// One forum: its words, rules, coverage, mapping, and what the mapping loses.
struct ForumPage: PageView {
    /// The members of one standing.
    struct Members: Codable, Sendable {
        var standing: String
        var countries: [Link]
        var count: Int
    }

    /// One commitment.
    struct Commitment: Codable, Sendable {
        var id: String
        var anchor: String
        var number: String?
        var title: Wording
        var legalForce: String
        var adopted: DateText?
        var deadline: String?
        var inForce: DateText?
        var isTracked: Bool
        var alignments: [Link]
        var tally: Tallied
        var sources: [Link]
    }

    /// One of the forum's own words, and how it is read.
    struct Word: Codable, Sendable {
        var word: String
        var translation: String?
        var round: String?
        var mark: Mark?
        var standing: String?
        var fit: String?
        var reason: Wording?
        var uses: Int
    }

    /// Something that the mapping to the common scale loses.
    struct Loss: Codable, Sendable {
        var text: String
        var words: [String]
    }

    /// One rule.
    struct Rule: Codable, Sendable {
        var id: String
        var topic: Wording
        var article: String?
        var statement: Wording
        var confidence: String?
        var sources: [Link]
    }

    var page: Frame
    var name: String
    var kind: String
    var dormant: String?
    var summary: String
    var module: String
    var moduleSummary: String
    var facts: [Fact]
    var coverage: [String]
    var members: [Members]
    var commitments: [Commitment]
    var words: [Word]
    var losses: [Loss]
    var rules: [Rule]
    var matrix: String
    var calendar: String
    var legend: Legend
    var fallback: String?
}

extension PageBuilder {
    /// One forum.
    func forum(_ facts: ForumFacts) -> ForumPage {
        let forum = snapshot.forums[facts.place]
        let definition = forum.forum.definition
        let id = definition.id
        var page = frame(
            definition.name.text(for: language), trail: [Link(label: texts[.forums], href: links.page(.forums))])
        page.dataUntil = dataUntil(forum.dataUntil)
        return ForumPage(
            page: page,
            name: definition.name.text(for: language), kind: texts[definition.kind], dormant: dormant(definition),
            summary: summary(facts.place),
            module: definition.module, moduleSummary: forum.forum.metadata.summary.text(for: language),
            facts: numbers(forum, facts.place), coverage: closing(facts.coverage), members: members(of: definition),
            commitments: zip(forum.forum.commitments, facts.commitments).map { commitment($0, $1.tally, $1.inForce) },
            words: forumWords(forum.forum),
            losses: losses(of: definition), rules: definition.rules.map { rule($0) },
            matrix: links.page(.matrix(forum: id)), calendar: calendar(id), legend: legend(),
            fallback: fallbacks(forum.forum.commitments.map(\.title)))
    }

    private func summary(_ place: Int) -> String {
        WholeSummary(ofForum: picture.tallies[place], owed: picture.owing.ofForums[place].counts, in: snapshot)
            .text(in: texts)
    }

    /// Since when a forum no longer works.
    func dormant(_ definition: ForumDefinition) -> String? {
        definition.dormantSince.map { texts[.dormantSince, ["date": dates.long($0)]] }
    }

    private func numbers(_ forum: ForumSnapshot, _ place: Int) -> [Fact] {
        let owed = picture.owing.ofForums[place].overdue
        let numbers = [
            (texts[.commitments], forum.forum.commitments.count(where: \.isTracked)),
            (texts[.reports], forum.forum.reports.count), (texts[.overdue], owed),
        ]
        return numbers.map { Fact(name: $0, value: $1.written(in: texts)) }
            + [
                Fact(
                    name: texts[.voices],
                    value: forum.forum.definition.voices.map { texts[$0] }.joined(separator: "\u{00A0}› "))
            ]
    }

    private func members(of definition: ForumDefinition) -> [ForumPage.Members] {
        let standings = definition.parties.parties.compactMap { party -> (CountryIndex, MembershipStanding)? in
            guard let country = party.country else { return nil }
            return definition.membership(of: party.id, on: snapshot.asOf).map { (country, $0) }
        }
        return MembershipStanding.allCases.compactMap { standing in
            let countries = standings.filter { $0.1 == standing }.map(\.0)
            guard !countries.isEmpty else { return nil }
            return ForumPage.Members(
                standing: texts[standing],
                countries: countries.inOrder(ofNames: name).map { country in
                    snapshot.countries.contains(country)
                        ? link(to: country) : Link(label: name(of: country), href: links.page(.countries))
                }, count: countries.count)
        }
    }

    private func commitment(_ commitment: Commitment, _ tally: Tally, _ inForce: LegalDate?) -> ForumPage.Commitment {
        ForumPage.Commitment(
            id: commitment.id, anchor: PageAddress.anchor(ofCommitment: commitment.id).asPathPart,
            number: commitment.number, title: wording(of: commitment.title),
            legalForce: texts[commitment.legalForce], adopted: shortDate(commitment.adopted),
            deadline: commitment.deadline?.text(in: texts, dates.short), inForce: shortDate(inForce),
            isTracked: commitment.isTracked,
            alignments: commitment.alignments.map { alignment in
                Link(
                    label: "\(framework[alignment.target].id) (\(texts[alignment.relation]))",
                    href: measureLink(alignment.target))
            }, tally: tallied(tally), sources: commitment.sources.map(Link.init(source:)))
    }

    private func forumWords(_ forum: LoadedForum) -> [ForumPage.Word] {
        forum.countedWords.map { word, round, uses in
            ForumPage.Word(
                word: word.word, translation: word.translation(for: language),
                round: round?.name.text(for: language),
                mark: word.progress.map { mark($0) }, standing: word.standing.map { texts[$0] },
                fit: word.fit.map { texts[$0] }, reason: word.reason.map(wording), uses: uses)
        }
    }

    /// What the mapping of a forum's words to the common scale loses.
    private func losses(of definition: ForumDefinition) -> [ForumPage.Loss] {
        let vocabularies = [definition.vocabulary] + definition.rounds.compactMap(\.vocabulary)
        var losses: [ForumPage.Loss] = []
        for vocabulary in vocabularies {
            for rank in -1..<scale.levels.count {
                let merged = vocabulary.words.filter { $0.progress?.rank == rank && $0.progress?.missing == nil }
                guard merged.count > 1 else { continue }
                let level = mark(rank < 0 ? .contrary : .level(.init(rank: rank))).name
                losses.append(
                    ForumPage.Loss(text: texts[.lossMerged, ["level": level]], words: merged.map(\.word)))
            }
        }
        let words = vocabularies.flatMap(\.words)
        let others: [(Message, [StatusWord])] = [
            (.lossBroader, words.filter { $0.fit == .broader }), (.lossNarrower, words.filter { $0.fit == .narrower }),
            (.lossSilent, words.filter { $0.progress?.missing != nil || ($0.progress == nil && $0.standing != nil) }),
        ]
        losses += others.filter { !$0.1.isEmpty }.map { ForumPage.Loss(text: texts[$0], words: $1.map(\.word)) }
        return losses
    }

    private func rule(_ rule: ForumRule) -> ForumPage.Rule {
        ForumPage.Rule(
            id: rule.id, topic: wording(of: rule.topic), article: rule.article,
            statement: wording(of: rule.statement), confidence: rule.confidence.map { texts[$0] },
            sources: rule.sources.map(Link.init(source:)))
    }
}

/// What is known of a forum, in no language.
struct ForumFacts: Sendable {
    /// Its place in the picture.
    var place: Int
    /// How much is known of what it alone asks.
    var coverage: Coverage
    /// What is said of the parties that count of each commitment, and when it entered into force for all.
    var commitments: [(tally: Tally, inForce: LegalDate?)]

    /// Looks up everything; nil where the picture has no forum with this id.
    init?(_ id: String, _ picture: PageData) {
        guard let place = picture.place(ofForum: id), let layer = picture.layer(id) else { return nil }
        let forum = picture.snapshot.forums[place]
        let levelCount = picture.snapshot.workspace.settings.scale.levels.count
        self.place = place
        coverage = layer.coverage(
            of: picture.targets.filter { layer.alignedCount($0) > 0 }, countries: layer.countries)
        commitments = forum.forum.commitments.indices.map(CommitmentIndex.init).map { index in
            (forum.assessments(of: index).tally(levelCount: levelCount), forum.inForce(index))
        }
    }
}
