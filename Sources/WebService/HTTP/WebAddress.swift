/// A request's target taken apart: the parts of the path and the parameters, both decoded.
struct WebAddress: Hashable, Sendable {
    /// The path as it was sent, without the query.
    var path: String
    /// The parts between the slashes; one that is empty stands for a slash at the end or two in a row.
    var parts: [String]
    /// The parameters in their order.
    var parameters: [Parameter]

    /// One parameter.
    struct Parameter: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// Takes a target apart; nil where it isn't the origin form of RFC 9112 or what is encoded is no UTF-8.
    init?(_ target: String) {
        guard target.utf8.first == UInt8(ascii: "/"), !target.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
        else { return nil }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(halves[0])
        var parts: [String] = []
        for part in halves[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let text = Self.decoded(part, plusIsSpace: false), !text.utf8.contains(where: { $0 < 0x20 }) else {
                return nil
            }
            parts.append(text)
        }
        self.parts = parts
        parameters = []
        guard halves.count > 1 else { return }
        for piece in halves[1].split(separator: "&") {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0], plusIsSpace: true),
                let value = Self.decoded(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
            else { return nil }
            parameters.append(Parameter(name: name, value: value))
        }
    }

    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension UInt8 {
    /// Whether it is a letter, a digit or one of `-._~`, which mean the same in an address whether they are encoded or not.
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension String {
    /// The text as a part of a path or as a parameter, all but unreserved characters encoded.
    var percentEncoded: String {
        var result = ""
        for byte in utf8 {
            if byte.isUnreserved {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
        return result
    }

    /// The same address with its encoded unreserved characters as they are (RFC 3986, section 6.2.2.2).
    var withUnreservedDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let pieces = split(separator: "%", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces[0])) { result, piece in
            guard let byte = UInt8(piece.prefix(2), radix: 16), byte.isUnreserved, piece.utf8.count >= 2 else {
                return result += "%" + piece
            }
            result.unicodeScalars.append(Unicode.Scalar(byte))
            result += piece.dropFirst(2)
        }
    }
}
