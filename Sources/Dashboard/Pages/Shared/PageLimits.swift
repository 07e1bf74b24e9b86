/// How much a page shows of lists that grow with the workspace; what is left out is counted, with the way to the tables
/// that hold all of it.
///
/// The limits are above what the forums that come with the program need. A world of twenty thousand commitments would make
/// pages of megabytes, which nobody reads and no hotel's network brings.
enum PageLimits {
    /// Contributions that a cell's page explains, see ``Snapshot/explain(_:_:most:)``.
    static let contributions = 36
    /// Commitments that a cell's page names as not asking the country.
    static let notAsked = 120
    /// Commitments whose words stand in one cell in which forums differ.
    static let differingCommitments = 12
    /// Cells in which forums differ on the page of all of them, and on a country's.
    static let differing = 250
    static let differingOfCountry = 40
    /// Moved cells of one direction, and reports of one of them.
    static let moved = 120
    static let movers = 12
    /// Obligations and reports on a country's page; its timeline shows all reports.
    static let owed = 60
    static let reportsOfCountry = 25
    /// Groups of obligations in each part of the list of what is due, and parties of one group.
    static let owedGroups = 150
    static let owingParties = 60
    /// Events of a calendar.
    static let events = 300
    /// Records of one list in a page's document.
    static let records = 1_000
    /// Commitments aligned to one line on a measure's page.
    static let aligned = 80
}
