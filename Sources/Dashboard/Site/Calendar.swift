package import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import SystemIO

/// A calendar of what is owed, by RFC 5545, to subscribe to.
package struct DueCalendar: Sendable {
    private let builder: PageBuilder

    /// Makes calendars in one language.
    package init(_ picture: PageData, _ language: Language) {
        builder = PageBuilder(picture, language, .due)
    }

    /// The names of all calendars: `all`, each forum's id, each country's code.
    package static func names(of picture: PageData) -> [String] { ["all"] + picture.forumIds + picture.countryCodes }

    /// One calendar; nil where there is none of that name.
    ///
    /// Only what has a date and is still open is in it, see ``PageLimits/events``.
    package func calendar(_ name: String) -> [UInt8]? {
        let (picture, today) = (builder.picture, builder.snapshot.asOf)
        let items = picture.owing.items
        let owner: String?
        let events: [DueItem]
        if name == "all" {
            (owner, events) = (nil, Self.dated(items.indices.lazy.map(UInt32.init), of: items, on: today))
        } else if let place = picture.place(ofForum: name) {
            owner = picture.snapshot.forums[place].forum.definition.shortName(for: builder.language)
            events = Self.dated(picture.owing.ofForums[place].places, of: items, on: today)
        } else if let country = picture.country(name), let place = picture.place(of: country) {
            owner = builder.name(of: country)
            events = Self.dated(picture.owing.ofCountries[place].places, of: items, on: today)
        } else {
            return nil
        }
        let title = [builder.texts[.dueTitle], owner].compactMap(\.self).joined(separator: builder.texts[.colon])
        var out = ByteWriter()
        out.append(calendarLine: "BEGIN:VCALENDAR")
        out.append(calendarLine: "VERSION:2.0")
        out.append(calendarLine: "PRODID:-//followup//due//\(builder.language.code.uppercased())")
        out.append(calendarLine: "CALSCALE:GREGORIAN")
        out.append(calendarLine: "METHOD:PUBLISH")
        out.append(calendarLine: "X-WR-CALNAME:\(title.escapedForCalendar)")
        for event in events { append(event, to: &out) }
        // A calendar has one component at least (RFC 5545, 3.4), and whoever subscribes needs a calendar.
        if events.isEmpty {
            let (summary, id) = (builder.texts[.nothingDue], "nothing-\(name.asPathPart)")
            append(id, today, summary, title, builder.texts[.dueTitle], to: &out)
        }
        out.append(calendarLine: "END:VCALENDAR")
        return out.bytes
    }

    /// What has a date and is still open, in the order of the dates: what comes next, and as far as a calendar has room
    /// for it what has passed last.
    ///
    /// - Parameter places: those of the items that are meant, the earliest first. There may be a hundred thousand, of
    ///   which no more than a calendar has room for are copied.
    static func dated(_ places: some Sequence<UInt32>, of items: [DueItem], on today: CalendarDay) -> [DueItem] {
        let dated = places.filter { place in
            items[Int(place)].obligation.state.isOpen && items[Int(place)].obligation.due != nil
        }
        let past = dated.prefix { place in items[Int(place)].obligation.due.map { $0.latest < today } ?? false }
        let coming = dated[past.endIndex...].prefix(PageLimits.events)
        return (past.suffix(PageLimits.events - coming.count) + coming).map { items[Int($0)] }
    }

    private func append(_ item: DueItem, to out: inout ByteWriter) {
        let obligation = item.obligation
        guard let due = obligation.due else { return }
        let forum = builder.snapshot.forums[item.forum].forum
        let (definition, commitment) = (forum.definition, forum[item.commitment])
        let party = definition.parties[obligation.party]
        let state = builder.texts[obligation.state]
        let rule = forum.metadata.rule(obligation.rule)?.text.text(for: builder.language) ?? obligation.rule.rawValue
        let colon = builder.texts[.colon]
        let summary =
            "\(builder.name(of: party, ofForumAt: item.forum))\(colon)\(builder.texts[obligation.kind])"
            + " (\(definition.shortName(for: builder.language)))"
        let description =
            "\(commitment.id)\(colon)\(commitment.title.text(for: builder.language))\n"
            + "\(state) · \(builder.dates.short(due))\n\(rule)"
        let id = "\(definition.id)-\(commitment.id)-\(party.id)-\(obligation.kind.rawValue)-\(due.earliest.compact)"
        append(id, due.latest, summary, description, state, to: &out)
    }

    private func append(
        _ id: String, _ day: CalendarDay, _ summary: String, _ description: String,
        _ category: String, to out: inout ByteWriter
    ) {
        out.append(calendarLine: "BEGIN:VEVENT")
        out.append(calendarLine: "UID:\(id)@followup".withoutBreaks)
        out.append(calendarLine: "DTSTAMP:\(builder.snapshot.asOf.compact)T000000Z")
        out.append(calendarLine: "DTSTART;VALUE=DATE:\(day.compact)")
        out.append(calendarLine: "DTEND;VALUE=DATE:\(day.adding(days: 1).compact)")
        out.append(calendarLine: "SUMMARY:" + summary.escapedForCalendar)
        out.append(calendarLine: "DESCRIPTION:" + description.escapedForCalendar)
        out.append(calendarLine: "CATEGORIES:" + category.escapedForCalendar)
        out.append(calendarLine: "TRANSP:TRANSPARENT")
        out.append(calendarLine: "END:VEVENT")
    }
}

extension ByteWriter {
    /// Writes a line, cut after at most 75 bytes, never within a character; the rest follows after a space.
    fileprivate mutating func append(calendarLine line: String) {
        let bytes = line.utf8.span
        var (start, room) = (0, 75)
        while bytes.count - start > room {
            var end = start + room
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            append(bytes.extracting(start..<end))
            append("\r\n ")
            (start, room) = (end, 74)
        }
        append(bytes.extracting(start..<bytes.count))
        append("\r\n")
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
