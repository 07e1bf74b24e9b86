import Diagnostics

/// The forms of the checks for meaning: what can be read, and can hardly be meant so.
///
/// A table of checks (`…Lints.swift`) is a list of calls of these forms, each of which warns at most ``limit`` times.
enum Lint {
    /// How many warnings of one check are listed.
    static let limit = 200

    /// The first of some warnings, and how many there are where not all are listed.
    ///
    /// - Parameter count: how many there are, where not all are among those found.
    static func listed(_ found: [Diagnostic], of count: Int? = nil) -> [Diagnostic] {
        guard let next = found.dropFirst(limit).first else { return found }
        let rest = "\(count ?? found.count) warnings are like this one; only the first \(limit) are listed"
        return found.prefix(limit) + [.warning(next.code, at: next.range, rest)]
    }

    /// Things of which `problem` has something to say.
    static func each<Thing>(
        _ code: DiagnosticCode, _ things: some Sequence<Thing>, at place: (Thing) -> SourceRange?,
        fix: (Thing) -> FixIt? = { _ in nil }, _ problem: (Thing) -> String?
    ) -> [Diagnostic] {
        listed(
            things.compactMap { thing in
                problem(thing).map { .warning(code, at: place(thing), $0, fixIts: fix(thing).map { [$0] } ?? []) }
            })
    }

    /// Things with the same key as an earlier one, where `condition` holds of the two.
    static func same<Thing, Key: Hashable>(
        _ code: DiagnosticCode, _ things: some Sequence<Thing>, by key: (Thing) -> Key?,
        at place: (Thing) -> SourceRange?, where condition: (Thing, Thing) -> Bool = { _, _ in true },
        _ message: (Thing, Thing) -> String
    ) -> [Diagnostic] {
        var earlier: [Key: Thing] = [:]
        var found: [Diagnostic] = []
        for thing in things {
            guard let key = key(thing) else { continue }
            if let other = earlier[key], condition(other, thing) {
                let note = DiagnosticNote("the other one is here", at: place(other))
                found.append(.warning(code, at: place(thing), message(other, thing), notes: [note]))
            } else {
                earlier[key] = thing
            }
        }
        return listed(found)
    }

    /// Ties by which something leads back to itself.
    static func circles(
        _ ties: [(from: String, to: String, place: SourceRange)], _ verb: String
    ) -> [Diagnostic] {
        let outgoing = Dictionary(grouping: ties.indices) { ties[$0].from }
        /// Whether a thing is on the way that is being walked; nothing for one that wasn't met yet.
        var isOnWay: [String: Bool] = [:]
        var found: [Diagnostic] = []
        for start in ties where isOnWay[start.from] == nil {
            var way = [(name: start.from, next: 0)]
            isOnWay[start.from] = true
            while let (name, next) = way.last {
                guard let own = outgoing[name], next < own.count else {
                    isOnWay[name] = false
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let tie = ties[own[next]]
                if isOnWay[tie.to] == nil {
                    isOnWay[tie.to] = true
                    way.append((tie.to, 0))
                } else if isOnWay[tie.to] == true, let first = way.lastIndex(where: { $0.name == tie.to }) {
                    let between = way[(first + 1)...].prefix(5).map { "'\($0.name)'" }.joined(separator: ", ")
                    let by = between.isEmpty ? "" : " by way of \(between)"
                    found.append(.warning(.circularTie, at: tie.place, "'\(tie.to)' \(verb) itself\(by)"))
                }
            }
        }
        return listed(found)
    }

    /// Ids that only capital letters tell apart, and those that a spreadsheet makes one.
    static func ids(_ what: String, _ ids: [(id: String, place: SourceRange?)], inTables: Bool) -> [Diagnostic] {
        let similar = same(.similarIds, ids, by: { $0.id.lowercased() }, at: \.place, where: { $0.id != $1.id }) {
            "only capital letters tell the \(what) '\($1.id)' from '\($0.id)'"
        }
        guard inTables else { return similar }
        return similar
            + same(.spreadsheetIds, ids, by: { $0.id.asSpreadsheetsRead }, at: \.place, where: { $0.id != $1.id }) {
                "a spreadsheet can't tell the \(what) '\($1.id)' from '\($0.id)'"
            }
    }
}

extension String {
    /// What a spreadsheet makes of an id that looks like a number or a date; nil for any other.
    ///
    /// A number loses zeros at both ends and all digits after the fifteenth; of a date `-` and `/` are the same.
    var asSpreadsheetsRead: String? {
        guard utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
        let parts = split(omittingEmptySubsequences: false) { "-/".contains($0) }
        if (2...3).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.count) && Int($0) != nil }) {
            return parts.compactMap { Int($0) }.map(String.init).joined(separator: "-")
        }
        guard utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2E, 0x45, 0x65].contains($0) }),
            let number = Double(self), number.isFinite
        else { return nil }
        let digits = count { $0.isNumber }
        return digits > 15 && Int(self) != nil ? "\(prefix(15))+\(digits)" : "\(number)"
    }
}
