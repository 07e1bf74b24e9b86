import Diagnostics

/// What a row of a report file is that is no report, and says so.
enum OtherRow: String {
    case total = "this row is a total"
    case header = "this row names the columns once more"

    /// The words that totals begin with in our languages, folded.
    fileprivate static let totals: Set<Substring> = [
        "total", "totals", "totales", "totais", "totaux", "subtotal", "subtotals", "subtotales", "subtotais", "suma",
        "sum", "soma", "somme",
    ]
}

extension RecordFields {
    /// Whether there are spaces and tabs at most.
    var isBlank: Bool { (0..<count).allSatisfy { self[$0].bytes.isBlank } }

    /// What it is, where it is no report and says so.
    func otherThanReport(_ columns: ReportColumns) -> OtherRow? {
        let needed = [columns.commitment, columns.party, columns.status, columns.date]
        guard needed.allSatisfy({ $0 < count && !isEmpty($0) }) else {
            guard let first = (0..<count).first(where: { !self[$0].bytes.isBlank }), self[first].bytes.count < 200
            else { return nil }
            let words = text(first).foldedForSearch.split { !$0.isLetter }.prefix(2)
            return words.contains(where: OtherRow.totals.contains) ? .total : nil
        }
        let names: [(place: Int, column: ReportColumn)] = [
            (columns.commitment, .commitment), (columns.party, .party), (columns.date, .date),
        ]
        return names.allSatisfy { text($0.place).lettersAlone == $0.column.rawValue } ? .header : nil
    }
}
