import Dashboard
import Diagnostics

/// Rows of one shape as a table: members of members become columns of their own.
struct Table {
    private let columns: [(name: String, path: [String])]

    init(_ shape: Shape) { columns = Self.columns(of: shape, name: "", path: []) }

    private static func columns(of shape: Shape, name: String, path: [String]) -> [(String, [String])] {
        guard case .object(let members) = shape else { return [(name, path)] }
        return members.flatMap { member in
            columns(
                of: member.shape, name: name.isEmpty ? member.name : name + "." + member.name,
                path: path + [member.name])
        }
    }

    /// The names of the columns.
    var names: [String] { columns.map(\.name) }

    /// What a row has in each column; a list of texts becomes one text, any other list its document.
    func fields(of row: JSONValue) -> [JSONValue] {
        columns.map { column in
            var value = row
            for name in column.path { value = value.member(name) ?? .null }
            guard case .array(let elements) = value else { return value }
            let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
            return .string(
                texts.count == elements.count ? texts.joined(separator: " | ") : value.text(indented: false))
        }
    }
}
