import Diagnostics
import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization

/// What each page is made of, as digests: a page whose digest is that of the last run need not be made again.
///
/// Whatever is not a report (definitions, commitments, texts, the program itself) is in all digests, so that only a
/// changed report is told apart, and where it stands.
struct SiteInputs: Sendable {
    private let picture: Picture
    /// Everything but the reports.
    private let ground: InputDigest
    /// Everything.
    private let all: InputDigest
    /// All reports, assessments and obligations of each forum.
    private let forums: [InputDigest]
    /// What stands behind each cell, by target and country.
    private let cells: [[InputDigest]]
    /// The reports on each country, its assessments and what it owes.
    private let countries: [InputDigest]

    /// Looks at everything that a picture is made of.
    ///
    /// - Parameter stamp: what tells one build of the program from another.
    init(of picture: Picture, stamp: String) {
        self.picture = picture
        let snapshot = picture.snapshot
        let ground = Self.ground(of: snapshot, stamp: stamp)
        let readings = parallelMap(snapshot.forums.count) { ForumReading(snapshot.forums[$0]) }
        let forums = readings.enumerated().map { place, reading in
            var digest = reading.all
            for item in picture.owing.items(ofForumAt: place) { digest.add(item.obligation) }
            return digest
        }
        self.ground = ground
        self.forums = forums
        cells = Self.cells(of: snapshot, readings)
        countries = snapshot.countries.enumerated().map { place, country in
            var digest = InputDigest()
            for reading in readings { digest.add(reading.ofCountry[country] ?? InputDigest()) }
            for item in picture.owing.items(ofCountryAt: place) { digest.add(item.obligation) }
            return digest
        }
        var all = ground
        for forum in forums { all.add(forum) }
        self.all = all
    }

    /// What a part of the site is made of.
    func digest(of part: SitePart) -> InputDigest {
        switch part {
        case .page(let address): digest(of: address)
        case .entrance, .assets, .data(.commitments), .data(.crosswalk): ground
        case .calendar(let name): digest(ofCalendar: name)
        case .data: all
        }
    }

    private func digest(ofCalendar name: String) -> InputDigest {
        var digest = ground
        if let forum = picture.place(ofForum: name) {
            digest.add(forums[forum])
        } else if let country = picture.country(name).flatMap(picture.place) {
            digest.add(countries[country])
        } else {
            return all
        }
        return digest
    }

    /// What a page is made of.
    func digest(of address: PageAddress) -> InputDigest {
        let snapshot = picture.snapshot
        let framework = snapshot.workspace.framework
        var digest = ground
        switch address {
        case .cell(let country, let target):
            guard let place = picture.country(country).flatMap(picture.place), let target = framework.target(target)
            else { return all }
            digest.add(cells[Int(target.rawValue)][place])
        case .country(let code):
            guard let place = picture.country(code).flatMap(picture.place) else { return all }
            for row in cells where !row.isEmpty { digest.add(row[place]) }
            digest.add(countries[place])
        case .forum(let id), .matrix(nil, let id?):
            guard let place = picture.place(ofForum: id) else { return all }
            digest.add(forums[place])
        case .measure(let id), .matrix(let id?, nil):
            guard let whole = framework.target(id) else { return all }
            for line in 0...framework.measure(of: whole).lines.count {
                for cell in cells[Int(whole.rawValue) + line] { digest.add(cell) }
            }
        default: return all
        }
        return digest
    }

    /// Everything but the reports: the program, what was asked for, and every file that holds no reports.
    private static func ground(of snapshot: Snapshot, stamp: String) -> InputDigest {
        var digest = InputDigest()
        digest.add(stamp)
        for (name, text) in Resources.templates.sorted(by: { $0.key < $1.key }) {
            digest.add(name)
            digest.add(text)
        }
        for bytes in [Resources.styleSheet, Resources.script, Resources.icon] {
            bytes.withUnsafeBytes { digest.add($0) }
        }
        digest.add(snapshot.options.asOf.description)
        digest.add(snapshot.options.minConfidence.rank)
        digest.add(snapshot.rule.rawValue)
        digest.add(snapshot.rejected)
        for forum in snapshot.forums {
            digest.add(forum.forum.definition.id)
            digest.add(forum.failure?.message ?? "")
            digest.add(forum.forum.metadata.name)
        }
        let reports = Set(snapshot.workspace.forums.flatMap { $0.reportFiles.map { Int($0.file.rawValue) } })
        for (number, source) in snapshot.workspace.sources.files.enumerated() where !reports.contains(number) {
            digest.add(snapshot.workspace.sources.pathBelowFolder(of: source))
            source.bytes.withUnsafeBytes { digest.add($0) }
        }
        return digest
    }

    /// What stands behind each cell, by target and country; behind that of a measure also what stands behind its lines.
    private static func cells(of snapshot: Snapshot, _ readings: [ForumReading]) -> [[InputDigest]] {
        let framework = snapshot.workspace.framework
        let own = parallelMap(framework.targets.count) { number in
            zip(snapshot.countries, snapshot.contributions(TargetIndex(number))).map { country, contributions in
                var digest = InputDigest()
                for (contribution, use) in contributions {
                    digest.add(use)
                    guard let party = snapshot.forums[contribution.forum].party(of: country) else { continue }
                    digest.add(readings[contribution.forum].said(of: contribution.commitment, party))
                }
                return digest
            }
        }
        return own.indices.map { place in
            let target = TargetIndex(place)
            guard snapshot.alignedCount(target) > 0 else { return [] }
            let lineCount = framework[target].line == nil ? framework.measure(of: target).lines.count : 0
            return snapshot.countries.enumerated().map { number, country in
                var digest = InputDigest()
                for part in snapshot.parts(target, country) { digest.add(part.cell) }
                for line in 0...lineCount { digest.add(own[place + line][number]) }
                digest.add(snapshot[target, country])
                return digest
            }
        }
    }
}

/// The reports of one forum, row by row, with the line in which each stands.
private struct ForumReading: Sendable {
    /// Everything that the forum says.
    var all = InputDigest()
    /// The reports and assessments of each country.
    var ofCountry: [CountryIndex: InputDigest] = [:]
    /// The reports and the assessment of each commitment and party, commitment by commitment.
    private var said: [InputDigest]
    private let partyCount: Int

    init(_ forum: ForumSnapshot) {
        let loaded = forum.forum
        let parties = loaded.definition.parties
        let table = loaded.reports
        partyCount = parties.parties.count
        said = [InputDigest](repeating: InputDigest(), count: loaded.commitments.count * partyCount)
        var (file, offset, line) = (-1, 0, 1)
        for row in 0..<table.count {
            let place = table.place(of: ReportIndex(row))
            if place.file != file { (file, offset, line) = (place.file, 0, 1) }
            let next = row + 1 < table.count ? table.place(of: ReportIndex(row + 1)) : nil
            var digest = InputDigest()
            loaded.reportFiles[file].bytes.withUnsafeBytes { bytes in
                for byte in bytes[offset..<place.offset] where byte == 0x0A { line += 1 }
                let end = next.flatMap { $0.file == file ? $0.offset : nil } ?? bytes.count
                digest.add(line)
                digest.add(UnsafeRawBufferPointer(rebasing: bytes[place.offset..<end]))
            }
            offset = place.offset
            all.add(digest)
            let party = table.parties[row]
            said[position(of: table.commitments[row], party)].add(digest)
            if let country = parties[party].country { ofCountry[country, default: InputDigest()].add(digest) }
        }
        for commitment in loaded.commitments.indices.map(CommitmentIndex.init) {
            for assessment in forum.assessments(of: commitment) {
                var digest = InputDigest()
                digest.add(assessment)
                all.add(digest)
                said[position(of: commitment, assessment.party)].add(digest)
                if let country = parties[assessment.party].country {
                    ofCountry[country, default: InputDigest()].add(digest)
                }
            }
        }
    }

    /// What is said of a party in a commitment.
    func said(of commitment: CommitmentIndex, _ party: PartyIndex) -> InputDigest {
        said[position(of: commitment, party)]
    }

    private func position(of commitment: CommitmentIndex, _ party: PartyIndex) -> Int {
        Int(commitment.rawValue) * partyCount + Int(party.rawValue)
    }
}

extension InputDigest {
    fileprivate mutating func add(_ progress: Progress) {
        add(progress.rank ?? -9)
        add(progress.nothing?.rawValue ?? "")
    }

    fileprivate mutating func add(_ date: LegalDate?) {
        add(Int(date?.earliest.number ?? .min))
        add(Int(date?.latest.number ?? .min))
    }

    fileprivate mutating func add(_ cell: Cell) {
        add(cell.progress)
        add(cell.isDivergent)
        add(cell.isContradicted)
        add(cell.isStale)
        add(cell.isOverdue)
        add(Int(cell.newest?.code ?? .min))
        add(cell.contributions)
        add(cell.addressed)
    }

    fileprivate mutating func add(_ use: ContributionUse) {
        switch use {
        case .counted(let weight): add(weight)
        case .sameEvidence(let place): add(-1 - place)
        case .silent: add(1 << 40)
        case .outside: add(1 << 41)
        }
    }

    fileprivate mutating func add(_ assessment: Assessment) {
        add(Int(assessment.party.rawValue))
        add(assessment.standing.rawValue)
        add(assessment.progress)
        add(assessment.voices?.lowerBound ?? -9)
        add(assessment.voices?.upperBound ?? -9)
        add(assessment.isOverdue)
        add(assessment.basis.standingRule)
        add(assessment.basis.progressRule)
        add(assessment.basis.effect)
    }

    fileprivate mutating func add(_ obligation: Obligation) {
        add(obligation.kind.rawValue)
        add(obligation.state.rawValue)
        add(obligation.due)
        add(Int(obligation.party.rawValue))
        add(obligation.rule)
    }
}
