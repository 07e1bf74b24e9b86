import Testing

/// A page taken apart far enough to look at its links and attributes.
struct HTML {
    /// One start tag.
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    let tags: [Tag]

    /// Reads the start tags of a page that our templates made.
    init(_ text: String) {
        tags = text.split(separator: "<").dropFirst().compactMap { piece in
            guard let first = piece.first, first.isLetter else { return nil }
            let name = piece.prefix { $0.isLetter || $0.isNumber }
            return Tag(name: String(name), attributes: Self.attributes(piece.dropFirst(name.count)))
        }
    }

    private static func attributes(_ text: Substring) -> [(name: String, value: String)] {
        var found: [(String, String)] = []
        var rest = text
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard let next = rest.first, next != ">", next != "/" else { return found }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" }
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else {
                found.append((String(name), ""))
                continue
            }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 1)
            found.append((String(name), String(value).unescaped))
        }
    }

    /// The anchors of the page.
    var anchors: [String] { tags.compactMap { $0["id"] } }

    /// What the page loads or leads to.
    var links: [String] { tags.flatMap { tag in ["href", "src", "action"].compactMap { tag[$0] } } }
}

extension String {
    fileprivate var unescaped: String {
        var text = self
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}
