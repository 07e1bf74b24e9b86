package import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Languages

/// A calendar of what is owed, by RFC 5545, to subscribe to.
package struct DueCalendar: Sendable {
    private let builder: PageBuilder

    /// Makes calendars in one language.
    package init(_ picture: Picture, _ language: Language) {
        builder = PageBuilder(picture, language, .due)
    }

    /// The names of all calendars: `all`, each forum's id, each country's code.
    package static func names(of picture: Picture) -> [String] {
        ["all"] + picture.snapshot.forums.map(\.forum.definition.id)
            + picture.snapshot.countries.map { picture.snapshot.workspace.countries[$0].code }
    }

    /// What is in a calendar, in no language; nil where there is none of that name.
    ///
    /// Only what has a date and is still open is in it, see ``PageLimits/events``.
    static func items(of name: String, in picture: Picture) -> [DueItem]? {
        let today = picture.snapshot.asOf
        if name == "all" { return dated(picture.owing.items, on: today) }
        if let place = picture.place(ofForum: name) {
            return dated(picture.owing.items(ofForumAt: place), on: today)
        }
        return picture.country(name).flatMap(picture.place).map {
            dated(picture.owing.items(ofCountryAt: $0), on: today)
        }
    }

    /// One calendar; nil where there is none of that name.
    package func calendar(_ name: String) -> [UInt8]? {
        Self.items(of: name, in: builder.picture).map { calendar(name, with: $0) }
    }

    /// The calendar of this name with what is in it, see ``items(of:in:)``.
    func calendar(_ name: String, with items: [DueItem]) -> [UInt8] {
        let picture = builder.picture
        let owner =
            picture.place(ofForum: name).map {
                picture.snapshot.forums[$0].forum.definition.shortName(for: builder.language)
            } ?? picture.country(name).map(builder.name)
        let title = [builder.texts.dueTitle, owner].compactMap(\.self).joined(separator: builder.texts.colon)
        var out: [UInt8] = []
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//followup//due//\(builder.language.code.uppercased())",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(title.escapedForCalendar)",
        ] {
            Self.append(line, to: &out)
        }
        for item in items { append(item, to: &out) }
        Self.append("END:VCALENDAR", to: &out)
        return out
    }

    /// What has a date and is still open, in the order of the dates: what comes next, and as far as a calendar has room
    /// for it what has passed last.
    static func dated(_ items: some Sequence<DueItem>, on today: CalendarDay) -> [DueItem] {
        let dated = items.filter { $0.obligation.state.isOpen && $0.obligation.due != nil }
        let past = dated.prefix { $0.obligation.due.map { $0.latest < today } ?? false }
        let coming = dated[past.endIndex...].prefix(PageLimits.events)
        return past.suffix(PageLimits.events - coming.count) + coming
    }

    private func append(_ item: DueItem, to out: inout [UInt8]) {
        guard let due = item.obligation.due else { return }
        let snapshot = builder.snapshot
        let forum = snapshot.forums[item.forum].forum
        let commitment = forum[item.commitment]
        let party = forum.definition.parties[item.obligation.party]
        let partyName = builder.name(of: party, ofForumAt: item.forum)
        let kind = builder.words.obligationKinds[item.obligation.kind]
        let state = builder.words.obligationStates[item.obligation.state]
        let shortName = forum.definition.shortName(for: builder.language)
        let rule = forum.metadata.rule(item.obligation.rule)?.text.text(for: builder.language) ?? item.obligation.rule
        let id = "\(forum.definition.id)-\(commitment.id)-\(party.id)-\(item.obligation.kind.rawValue)"
        for line in [
            "BEGIN:VEVENT", "UID:\(id)-\(due.earliest.compact)@followup".withoutBreaks,
            "DTSTAMP:\(snapshot.asOf.compact)T000000Z", "DTSTART;VALUE=DATE:\(due.latest.compact)",
            "DTEND;VALUE=DATE:\(due.latest.adding(days: 1).compact)",
            "SUMMARY:" + "\(partyName)\(builder.texts.colon)\(kind) (\(shortName))".escapedForCalendar,
            "DESCRIPTION:"
                + ("\(commitment.id)\(builder.texts.colon)\(commitment.title.text(for: builder.language))\n"
                + "\(state) · \(builder.dates.short(due))\n\(rule)").escapedForCalendar,
            "CATEGORIES:\(state.escapedForCalendar)", "TRANSP:TRANSPARENT", "END:VEVENT",
        ] {
            Self.append(line, to: &out)
        }
    }

    /// Adds a line, cut after at most 75 bytes, never within a character; the rest follows after a space.
    private static func append(_ line: String, to out: inout [UInt8]) {
        var line = line
        line.withUTF8 { bytes in
            var (start, room) = (0, 75)
            while bytes.count - start > room {
                var end = start + room
                while bytes[end] & 0xC0 == 0x80 { end -= 1 }
                out += bytes[start..<end]
                out += [0x0D, 0x0A, 0x20]
                (start, room) = (end, 74)
            }
            out += bytes[start...]
        }
        out += [0x0D, 0x0A]
    }
}

extension CalendarDay {
    /// The day as `20120630`.
    fileprivate var compact: String {
        String(decoding: description.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }
}

extension String {
    /// The text with the characters that mean something in a calendar marked.
    fileprivate var escapedForCalendar: String {
        func isMarked(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), 0x0A, 0x0D: true
            default: false
            }
        }
        guard utf8.contains(where: isMarked) else { return self }
        var result: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): result += [UInt8(ascii: "\\"), byte]
            case 0x0A: result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0x0D: continue
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text without line breaks.
    fileprivate var withoutBreaks: String {
        utf8.contains { $0 < 0x20 || $0 >= 0x80 } ? filter { !$0.isNewline } : self
    }
}
