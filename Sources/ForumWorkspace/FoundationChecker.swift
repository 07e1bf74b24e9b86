import Diagnostics
import FollowUpModel
import LocatedYAML

/// Checks what workspace.yaml, the framework and the countries say against each other.
struct FoundationChecker {
    let file: WorkspaceFile
    let countries: CountriesFile
    let framework: Framework

    func check() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        checkLevels(&diagnostics)
        checkCountries(&diagnostics)
        checkFramework(&diagnostics)
        if !countries.countries.contains(where: { $0.group == file.settings.region }) {
            let groups = Set(countries.countries.map(\.group)).sorted()
            diagnostics.append(
                .unknown(
                    .unknownRegion, file.settings.region, at: file.regionRange,
                    "no country belongs to the group '\(file.settings.region)'", known: groups,
                    notes: [DiagnosticNote("the groups are \(groups.joined(separator: ", "))")]))
        }
        return diagnostics
    }

    private func checkLevels(_ diagnostics: inout [Diagnostic]) {
        var seen: Set<String> = []
        for (level, range) in zip(file.settings.scale.levels, file.levelRanges)
        where !seen.insert(level.id).inserted || level.id == "contrary" {
            diagnostics.append(
                .error(
                    .duplicateId, at: range,
                    level.id == "contrary"
                        ? "'contrary' is the step back and can't be a level too"
                        : "the progress scale has the level '\(level.id)' twice"))
        }
    }

    private func checkCountries(_ diagnostics: inout [Diagnostic]) {
        var first: [String: SourceRange] = [:]
        let regions = Set(countries.regions.map(\.value.id))
        for country in countries.countries {
            if let place = first[country.code] {
                diagnostics.append(
                    .twice(
                        .duplicateCountry, at: country.origin, "the code '\(country.code)' comes twice", first: place))
            } else {
                first[country.code] = country.origin
            }
            for region in [country.region, country.subregion].compactMap(\.self) where !regions.contains(region) {
                diagnostics.append(
                    .error(
                        .unknownRegion, at: country.origin,
                        "'\(country.code)' lies in the region '\(region)', which is not listed"))
            }
        }
    }

    private func checkFramework(_ diagnostics: inout [Diagnostic]) {
        var first: [String: SourceRange] = [:]
        for measure in framework.measures {
            for id in [measure.id] + measure.lines.map(\.id) {
                if let place = first[id] {
                    diagnostics.append(
                        .twice(.duplicateId, at: measure.origin, "the number '\(id)' comes twice", first: place))
                } else {
                    first[id] = measure.origin
                }
            }
        }
    }
}
