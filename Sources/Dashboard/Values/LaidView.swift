/// A view, or a part of one, that lays its members down in a document itself.
///
/// What the compiler writes for Codable asks for a container each time and calls through it for each member; of parts
/// that a site has by the million, and pages that it has by the thousand, this takes a fraction of the time. Any other
/// view needs nothing of this. Both ways give the same document.
protocol LaidView: Codable, Sendable {
    /// The names of the members, see ``Shape/memberNames(of:)``.
    static var memberNames: [String] { get }

    /// Adds all members, nil or not, in the order of their declaration.
    func lay(in document: ViewEncoder)
}

extension Shape {
    /// The names of a type's members in the order of their declaration.
    static func memberNames(of type: (some Decodable).Type) -> [String] {
        guard case .object(let members) = Shape(of: type) else {
            preconditionFailure("only a type with members has names of them")
        }
        return members.map(\.name)
    }
}

extension ViewEncoder {
    /// Encodes a value that lays its members down itself.
    func value<View: LaidView>(laying view: View) -> ViewDocument.Value {
        let before = openCount
        view.lay(in: self)
        return closeObject(from: before, names: number(ofNamesOf: View.self))
    }

    func add(_ text: String) { add(value(of: text)) }
    func add(_ text: String?) { add(text.map { value(of: $0) } ?? .null) }
    func add(_ number: Int) { add(.integer(number)) }
    func add(_ number: Int?) { add(number.map { .integer($0) } ?? .null) }
    func add(_ number: Double) { add(.number(number)) }
    func add(_ truth: Bool) { add(.bool(truth)) }
    func add(_ view: some LaidView) { add(value(laying: view)) }
    func add(_ view: (some LaidView)?) { add(view.map { value(laying: $0) } ?? .null) }

    func add(_ views: [some LaidView]) {
        let before = openCount
        for view in views { add(value(laying: view)) }
        add(closeList(from: before))
    }

    /// Adds what the compiler's Codable encodes.
    func add(encoding view: some Encodable) {
        do {
            add(try value(of: view))
        } catch {
            preconditionFailure("a view holds only texts, numbers, truth values, lists and other views: \(error)")
        }
    }
}
