import Diagnostics
import FollowUpModel
import Localization
import LocatedYAML

extension Lint {
    /// Countries and regions.
    static func countries(_ file: CountriesFile) -> [Diagnostic] {
        let (countries, regions) = (file.countries, file.regions)
        let parents = Dictionary(
            regions.map { ($0.value.id, $0.value.parent) }, uniquingKeysWith: { first, _ in first })
        func lies(_ region: String, in wanted: String) -> Bool {
            // A circle of regions is told by itself.
            var (place, steps): (String?, Int) = (region, 0)
            while let here = place, here != wanted, steps < parents.count {
                (place, steps) = (parents[here] ?? nil, steps + 1)
            }
            return place != nil
        }
        func digits(_ code: String) -> Bool {
            code.utf8.count == 3 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        func letters(_ code: String) -> Bool {
            code.utf8.count == 2 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        }
        return [
            same(.countryCodes, regions, by: \.value.id, at: \.range) { "the region '\($1.value.id)' is listed twice" },
            same(.countryCodes, countries, by: \.m49, at: \.origin, where: { $0.code != $1.code }) {
                "'\($0.code)' and '\($1.code)' have the same M49 code '\($1.m49)'"
            },
            same(.countryCodes, countries, by: \.alpha2, at: \.origin, where: { $0.code != $1.code }) {
                "'\($0.code)' and '\($1.code)' have the same alpha-2 code '\($1.alpha2)'"
            },
            each(.countryCodes, countries, at: \.origin) {
                letters($0.alpha2) ? nil : "'\($0.alpha2)' is no alpha-2 code: two capital letters, as AR"
            },
            each(.countryCodes, countries, at: \.origin) {
                digits($0.m49) ? nil : "'\($0.m49)' is no M49 code: three digits, as \"032\""
            },
            each(.countryCodes, regions, at: \.range) {
                digits($0.value.id) ? nil : "'\($0.value.id)' is no M49 code: three digits, as \"419\""
            },
            each(.regionMismatch, regions, at: \.range) { region in
                region.value.parent.flatMap { parents[$0] == nil ? "the region '\($0)' is not listed" : nil }
            },
            each(.regionMismatch, countries, at: \.origin) { country in
                guard let subregion = country.subregion, parents[subregion] ?? nil != nil,
                    !lies(subregion, in: country.region)
                else { return nil }
                return "'\(country.code)': the region '\(subregion)' does not lie in '\(country.region)'"
            },
            same(.regionMismatch, countries, by: \.subregion, at: \.origin, where: { $0.region != $1.region }) {
                "'\($1.code)' lies in the region '\($1.region)', and '\($0.code)' of the same subregion in '\($0.region)'"
            },
            circles(
                regions.compactMap { region in region.value.parent.map { (region.value.id, $0, region.range) } },
                "lies in"),
            circles(
                countries.compactMap { country in country.administeredBy.map { (country.code, $0, country.origin) } },
                "is administered by"),
        ].flatMap(\.self)
    }

    /// The framework: chapters, measures, and how they point to each other.
    static func framework(_ framework: Framework) -> [Diagnostic] {
        let (chapters, measures) = (framework.chapters, framework.measures)
        let byId = Dictionary(chapters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let inOrder = chapters.sorted { $0.measureNumbers.lowerBound < $1.measureNumbers.lowerBound }
        let known = Set(measures.map(\.id))
        func isKnown(_ id: String) -> Bool {
            known.contains(id)
                || Int(id).map { number in chapters.contains { $0.measureNumbers.contains(number) } } == true
        }
        return [
            same(.frameworkNumbers, chapters, by: \.id, at: \.origin) { "the chapter '\($1.id)' is listed twice" },
            each(.frameworkNumbers, zip(inOrder, inOrder.dropFirst()), at: \.1.origin) { before, after in
                guard before.id != after.id, before.measureNumbers.upperBound >= after.measureNumbers.lowerBound
                else { return nil }
                return "the chapters '\(before.id)' and '\(after.id)' both have the measure "
                    + "\(after.measureNumbers.lowerBound)"
            },
            each(.frameworkNumbers, measures, at: \.origin) { measure in
                guard let chapter = byId[measure.chapter] else {
                    return "the measure '\(measure.id)' stands in the chapter '\(measure.chapter)', which is not listed"
                }
                guard let number = Int(measure.id), !chapter.measureNumbers.contains(number) else { return nil }
                return "the measure '\(measure.id)' stands in the chapter '\(chapter.id)', which has the measures "
                    + "\(chapter.measureNumbers.lowerBound) to \(chapter.measureNumbers.upperBound)"
            },
            each(.frameworkNumbers, measures, at: \.origin) { measure in
                guard let other = measure.relatedMeasures.first(where: { $0.to == measure.id || !isKnown($0.to) })
                else {
                    return nil
                }
                return other.to == measure.id
                    ? "the measure '\(measure.id)' is related to itself"
                    : "the measure '\(measure.id)' is related to '\(other.to)', which no chapter has"
            },
            ids(
                "measure",
                measures.flatMap { measure in
                    ([measure.id] + (measure.lines + measure.targets).map(\.id)).map { ($0, measure.origin) }
                }, inTables: false),
        ].flatMap(\.self)
    }

    /// workspace.yaml: the scale, and the languages that there are texts in.
    static func workspace(_ file: WorkspaceFile, _ languages: LanguageSet) -> [Diagnostic] {
        let scale = file.settings.scale
        let levels = zip(scale.levels + [scale.contrary], file.levelRanges + [file.contraryRange])
        let nothing = MissingReason.allCases
        return [
            same(.alikeLevels, levels, by: \.0.letter, at: \.1) {
                "'\($0.0.id)' and '\($1.0.id)' have the same letter '\($1.0.letter)'"
            },
            same(.alikeLevels, levels, by: \.0.sign, at: \.1) {
                "'\($0.0.id)' and '\($1.0.id)' have the same sign '\($1.0.sign)'"
            },
            each(.alikeLevels, levels, at: \.1) { level, _ in
                level.letter.count == 1
                    ? nil : "the letter of '\(level.id)' has \(level.letter.count) characters, not one"
            },
            each(.alikeLevels, levels, at: \.1) { level, _ in
                level.sign.count == 1 ? nil : "the sign of '\(level.id)' has \(level.sign.count) characters, not one"
            },
            each(.alikeLevels, levels, at: \.1) { level, _ in
                nothing.contains { level.sign.hasPrefix($0.sign) } || ["≠", "±", "°", "!"].contains(level.sign)
                    ? "the sign '\(level.sign.prefix(8))' of '\(level.id)' already stands for something else" : nil
            },
            each(.noTexts, file.languages, at: \.range) { tag in
                languages.language(tag.value) == nil
                    ? "there are no texts in '\(tag.value)': no file languages/\(tag.value).po" : nil
            },
        ].flatMap(\.self)
    }
}
