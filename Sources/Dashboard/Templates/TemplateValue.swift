import Diagnostics
import Mustache

/// A document as a template reads it: the very one that is sent as JSON, without reflection.
///
/// Templates are compiled as plain text (see ``Templates``), so what they insert is escaped here, once, for text and for
/// attribute values alike.
struct TemplateValue: MustacheParent, MustacheCustomRenderable {
    let value: JSONValue

    /// The member of that name; a member that is `null` hides those of the same name further out.
    func child(named name: String) -> Any? {
        guard case .object(let members) = value, let member = members.first(where: { $0.name == name }) else {
            return nil
        }
        switch member.value {
        case .bool(let value): return value
        case .array(let elements): return elements.map(TemplateValue.init)
        case let value: return TemplateValue(value: value)
        }
    }

    /// The text as it stands in a page.
    var renderText: String {
        switch value {
        case .string(let text): text.escapedForHTML
        case .integer(let number): String(number)
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .bool(let value): String(value)
        case .null, .array, .object: ""
        }
    }

    /// Whether a section of it is left out.
    var isNull: Bool { value == .null }
}

extension String {
    /// The text with the characters that mean something in HTML written as references.
    package var escapedForHTML: String {
        func reference(_ byte: UInt8) -> StaticString? {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
        guard utf8.contains(where: { reference($0) != nil }) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + 24)
        for byte in utf8 {
            if let reference = reference(byte) {
                reference.withUTF8Buffer { bytes.append(contentsOf: $0) }
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
