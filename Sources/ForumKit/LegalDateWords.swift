import FollowUpModel
package import Localization

extension DateWords {
    /// A day of legal effect with the month cut short; both ends where only those are known.
    package func short(_ date: LegalDate) -> String {
        date.partialDate.map(short) ?? "\(short(PartialDate(date.earliest)))–\(short(PartialDate(date.latest)))"
    }
}
