package import Harmonization
package import Localization

extension Texts {
    /// Which forums could not be read, and how many report rows don't count for that; nil where all could.
    package func forumsNotRead(in snapshot: Snapshot) -> String? {
        let missing = snapshot.missingForums
        guard !missing.isEmpty else { return nil }
        let rows = snapshot.missingRows.map { self[.rowsNotCounted, count: $0] } ?? self[.rowsNotKnown]
        let names = list(missing.map { $0.shortName(for: language) })
        return self[.forumsNotRead, count: missing.count, ["forums": names, "rows": rows]]
    }
}
