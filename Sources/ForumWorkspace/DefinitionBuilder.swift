import Diagnostics
import FollowUpModel
import LocatedYAML

/// Makes a forum's definition from its file and checks it against the countries and the progress scale.
struct DefinitionBuilder {
    let file: ForumFile
    let foundations: Foundations
    private(set) var diagnostics: [Diagnostic] = []

    mutating func build() -> ForumDefinition {
        var forum = file.definition
        forum.vocabulary = vocabulary(file.statuses, firstIndex: 0)
        forum.rounds = rounds(after: forum.vocabulary.words.count)
        forum.parties = parties(forum.organs)
        checkCountries(forum)
        let words = Self.addresseeWords + ["forum"]
        checkIds(file.organs.map { ($0.organ.id, $0.organ.origin) }, "organ", reserved: words)
        checkIds(
            file.groups.map { ($0.group.id, $0.group.origin) }, "group", reserved: words + file.organs.map(\.organ.id))
        checkIds(forum.rounds.map { ($0.id, $0.origin) }, "round", reserved: [])
        checkIds(forum.rules.map { ($0.id, $0.origin) }, "rule", reserved: [])
        checkIds(
            forum.reportFields.map { ($0.name, $0.origin) }, "report field", reserved: ReportColumn.reserved)
        return forum
    }

    /// The words that `addressees` reads on its own.
    static let addresseeWords = ["members", "associates", "observers", "acceding"]

    private mutating func rounds(after count: Int) -> [Round] {
        var firstIndex = count
        return file.rounds.map { record in
            var round = record.round
            if !record.statuses.isEmpty {
                let own = vocabulary(record.statuses, firstIndex: firstIndex)
                firstIndex += own.words.count
                round.vocabulary = own
            }
            return round
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
        diagnostics += Lint.words(words)
        return Vocabulary(words, firstIndex: firstIndex)
    }

    private mutating func word(_ entry: YAMLEntry<StatusRecord>) -> StatusWord {
        var word = entry.value.word
        word.word = entry.key.value
        word.progress = progress(entry)
        word.origin = entry.key.range
        return word
    }

    /// What a word says about progress; a word whose reading is missing or wrong is unmapped, never a level.
    private mutating func progress(_ entry: YAMLEntry<StatusRecord>) -> Progress? {
        if let level = entry.value.level {
            if level.value == "contrary" { return .contrary }
            if let found = foundations.settings.scale.level(named: level.value) { return .level(found) }
            let names = foundations.settings.scale.levels.map(\.id) + ["contrary"]
            diagnostics.append(
                .unknown(
                    .unknownLevel, level.value, at: level.range, "the progress scale has no level '\(level.value)'",
                    known: names, notes: [DiagnosticNote("the levels are \(names.joined(separator: ", "))")]))
            return .missing(.unmapped)
        }
        switch entry.value.nothing {
        case "withheld": return .missing(.withheld)
        case .some: return .missing(.reportedWithoutStatus)
        case nil: break
        }
        if let standing = entry.value.word.standing, !standing.counts { return nil }
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
        let named = members + file.organs.flatMap(\.holders) + file.groups.flatMap(\.countries)
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
                    .twice(.duplicateId, at: origin, "the forum has the \(what) '\(id)' twice", first: place))
            } else {
                first[id] = origin
            }
        }
    }
}

extension Diagnostic {
    /// No country has this code.
    static func unknownCountry(_ code: String, at range: SourceRange, in countries: CountryTable) -> Diagnostic {
        let meant = countries.code(meantBy: code)
        return .error(
            .unknownCountry, at: range,
            "no country has the code '\(code)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
            fixIts: meant.map { [.replace(range, with: $0)] } ?? [])
    }
}
