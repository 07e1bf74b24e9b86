import Records

/// Describes records in Markdown, for the documentation.
struct FieldTables {
    private let records: [RecordDescription]
    private let lists: [CodeList]

    /// Describes some records and all that stand in them, each once.
    init(of records: [RecordDescription]) {
        var found: [RecordDescription] = []
        for record in records.flatMap(\.allRecords) where !found.contains(where: { $0.name == record.name }) {
            found.append(record)
        }
        self.records = found
        var lists: [CodeList] = []
        for list in found.flatMap(\.fields).compactMap(\.type.codeList)
        where list.codes != nil && !lists.contains(where: { $0.name == list.name }) {
            lists.append(list)
        }
        self.lists = lists
    }

    /// The tables: the fields of each record, then the names that fields may hold.
    var markdown: String {
        (records.map(table) + ["## Names that fields hold"] + lists.map(table)).joined(separator: "\n\n") + "\n"
    }

    private func table(_ record: RecordDescription) -> String {
        let rows = record.fields.map { field in
            let unit = field.unit.map { " Unit: \($0)." } ?? ""
            let place = field.isInTables ? "" : " Only in documents."
            return "| `\(field.name)` | \(field.phrase) | \(field.doc)\(unit)\(place) |"
        }
        return ["### \(record.name)", record.doc, "", "| Field | Holds | What it says |", "|---|---|---|"].joined(
            separator: "\n") + "\n" + rows.joined(separator: "\n")
    }

    private func table(_ list: CodeList) -> String {
        let rows = (list.codes ?? []).map { "| `\($0.code)` | \($0.doc) |" }
        return (["### Names: \(list.name)", "", "| Name | What it means |", "|---|---|"] + rows).joined(separator: "\n")
    }
}

extension FieldDescription {
    fileprivate var phrase: String { type.phrase + (isOptional ? " or null" : "") }
}

extension FieldType {
    fileprivate var codeList: CodeList? {
        switch self {
        case .code(let list), .counts(let list): list
        case .list(let element): element.codeList
        default: nil
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .text: "text"
        case .wordings: "text in languages"
        case .integer: "whole number"
        case .number: "number"
        case .boolean: "true or false"
        case .date: "date"
        case .interval: "date, or two with a slash"
        case .place: "place"
        case .link: "address"
        case .code(let list): list.link
        case .counts(let list): "number for each " + list.link
        case .ownFields: "text for each own field"
        case .list(let element): "list of " + element.phrase
        case .record(let record): "[\(record.name)](#\(record.name))"
        }
    }
}

extension CodeList {
    fileprivate var link: String { codes == nil ? name : "[\(name)](#names-\(name))" }
}
