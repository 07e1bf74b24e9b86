import Diagnostics
import FollowUpModel
import LocatedYAML

/// Makes a forum's definition from its file and checks it against the countries and the progress scale.
struct DefinitionBuilder {
    let file: ForumFile
    let foundations: Foundations
    private(set) var diagnostics: [Diagnostic] = []

    init(file: ForumFile, foundations: Foundations) {
        self.file = file
        self.foundations = foundations
    }

    mutating func build() -> ForumDefinition {
        let vocabulary = vocabulary(file.statuses, firstIndex: 0)
        var forum = ForumDefinition(
            id: file.id.value, module: file.module.value, name: file.name, kind: file.kind, vocabulary: vocabulary,
            origin: file.origin)
        forum.acronym = file.acronym
        forum.dormantSince = file.dormantSince
        forum.languages = file.languages
        forum.memberships = file.members.map(\.membership)
        forum.organs = [Self.forumItself(file)] + file.organs.map(\.organ)
        forum.groups = file.groups.map(\.group)
        forum.voices = file.voices ?? Voice.defaultOrder
        forum.statusesRange = file.statusesRange
        forum.rounds = rounds(after: vocabulary.words.count)
        forum.sessions = file.sessions
        forum.commitmentFields = file.fields?.commitment ?? []
        forum.reportFields = file.fields?.report ?? []
        forum.rules = file.rules
        forum.background = file.background
        forum.parties = parties(forum.organs)
        checkCountries(forum)
        let words = Self.addresseeWords + ["forum"]
        checkIds(file.organs.map { ($0.organ.id, $0.organ.origin) }, "organ", reserved: words)
        checkIds(
            file.groups.map { ($0.group.id, $0.group.origin) }, "group", reserved: words + file.organs.map(\.organ.id))
        checkIds(file.rounds.map { ($0.id, $0.origin) }, "round", reserved: [])
        checkIds(file.rules.map { ($0.id, $0.origin) }, "rule", reserved: [])
        checkIds(
            forum.reportFields.map { ($0.name, $0.origin) }, "report field", reserved: ReportColumn.reserved)
        return forum
    }

    /// The words that `addressees` reads on its own.
    static let addresseeWords = ["members", "associates", "observers", "acceding"]

    private static func forumItself(_ file: ForumFile) -> Organ {
        Organ(id: "forum", name: file.acronym ?? file.name, kind: .forum, origin: nil)
    }

    private mutating func rounds(after count: Int) -> [Round] {
        var firstIndex = count
        return file.rounds.map { record in
            var own: Vocabulary?
            if !record.statuses.isEmpty {
                let words = vocabulary(record.statuses, firstIndex: firstIndex)
                firstIndex += words.words.count
                own = words
            }
            return Round(
                id: record.id, name: record.name, interval: record.interval, vocabulary: own, origin: record.origin)
        }
    }

    private mutating func vocabulary(_ entries: [YAMLEntry<StatusRecord>], firstIndex: Int) -> Vocabulary {
        let words = entries.map { word($0) }
        var meant: [String: StatusWord] = [:]
        for word in words {
            for spelling in Set(Vocabulary.spellings(of: word)).sorted() {
                guard let other = meant[spelling] else {
                    meant[spelling] = word
                    continue
                }
                guard other.progress != word.progress || other.standing != word.standing else { continue }
                diagnostics.append(
                    .error(
                        .ambiguousStatus, at: word.origin,
                        "'\(spelling)' can mean '\(other.word)' or '\(word.word)', which are read differently",
                        notes: [DiagnosticNote("'\(other.word)' is declared here", at: other.origin)]))
            }
        }
        return Vocabulary(words, firstIndex: firstIndex)
    }

    private mutating func word(_ entry: YAMLEntry<StatusRecord>) -> StatusWord {
        let record = entry.value
        return StatusWord(
            word: entry.key.value, code: record.code, translations: record.words, progress: progress(entry),
            standing: record.standing, act: record.act, fit: record.fit, reason: record.reason,
            confidence: record.confidence,
            sources: record.sources, origin: entry.key.range)
    }

    /// What a word says about progress; a word whose reading is missing or wrong is unmapped, never a level.
    private mutating func progress(_ entry: YAMLEntry<StatusRecord>) -> Progress? {
        if let level = entry.value.level {
            if level.value == "contrary" { return .contrary }
            if let found = foundations.settings.scale.level(named: level.value) { return .level(found) }
            let names = foundations.settings.scale.levels.map(\.id) + ["contrary"]
            let near = level.value.nearest(in: names)
            diagnostics.append(
                .error(
                    .unknownLevel, at: level.range,
                    "the progress scale has no level '\(level.value)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                    notes: [DiagnosticNote("the levels are \(names.joined(separator: ", "))")],
                    fixIts: near.map { [.replace(level.range, with: $0)] } ?? []))
            return .missing(.unmapped)
        }
        switch entry.value.nothing {
        case "withheld": return .missing(.withheld)
        case .some: return .missing(.reportedWithoutStatus)
        case nil: break
        }
        if let standing = entry.value.standing, !standing.counts { return nil }
        if entry.value.isMisread { return .missing(.unmapped) }
        diagnostics.append(
            .error(
                .statusUnclear, at: entry.key.range, "the word '\(entry.key.value)' has no place on the scale",
                help: "add level: …, or nothing: reported-without-status, with a reason"))
        return .missing(.unmapped)
    }

    /// Every country that is anything to the forum, by code, then the organs.
    private func parties(_ organs: [Organ]) -> PartyTable {
        let codes = Set(file.members.map(\.country.value) + file.groups.flatMap { $0.group.members })
        let countries = codes.sorted().compactMap { code in
            foundations.countries.index(of: code).map { Party.country($0, code: code) }
        }
        return PartyTable(countries + organs.map { Party.organ(id: $0.id) })
    }

    private mutating func checkCountries(_ forum: ForumDefinition) {
        let members = file.members.map(\.country)
        let memberCodes = Set(members.map(\.value))
        let named = members + file.organs.flatMap { $0.holders.map(\.country) } + file.groups.flatMap(\.countries)
        for country in named where foundations.countries.index(of: country.value) == nil {
            diagnostics.append(.unknownCountry(country.value, at: country.range, in: foundations.countries))
        }
        for country in file.groups.flatMap(\.countries)
        where !memberCodes.contains(country.value) && foundations.countries.index(of: country.value) != nil {
            diagnostics.append(
                .error(
                    .unknownCountry, at: country.range, "the group names '\(country.value)', which is not under members"
                ))
        }
    }

    private mutating func checkIds(_ ids: [(id: String, origin: SourceRange?)], _ what: String, reserved: [String]) {
        var first: [String: SourceRange?] = [:]
        for (id, origin) in ids {
            if reserved.contains(id) {
                diagnostics.append(
                    .error(
                        .duplicateId, at: origin,
                        "no \(what) can be called '\(id)': the word already means something else"))
            } else if let place = first[id] {
                diagnostics.append(
                    .error(
                        .duplicateId, at: origin, "the forum has the \(what) '\(id)' twice",
                        notes: [DiagnosticNote("it comes first here", at: place)]))
            } else {
                first[id] = origin
            }
        }
    }
}

extension Diagnostic {
    /// No country has this code.
    static func unknownCountry(_ code: String, at range: SourceRange, in countries: CountryTable) -> Diagnostic {
        let near = code.nearest(in: countries.countries.map(\.code))
        return .error(
            .unknownCountry, at: range,
            "no country has the code '\(code)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
            fixIts: near.map { [.replace(range, with: $0)] } ?? [])
    }
}
