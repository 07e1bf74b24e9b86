import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Foundation
import Testing
import TreatyParticipation

/// What States do about a made-up treaty in force since 2000, for each State 30 days after its deposit.
@Suite struct ParticipationTests {
    private func treaty(withdrawal: CalendarRule? = .months(12)) -> MadeUpForum {
        var entry = EntryIntoForce(clause: .perState)
        (entry.rule, entry.withdrawal) = (.days(30), withdrawal)
        return MadeUpForum.treaty(entry, inForce: "2000-01-01", adopted: "1998-05-01")
    }

    @Test("nothing reported: invited, and no word on progress")
    func nothing() {
        let reading = treaty().reading(asOf: "2010-01-01")
        #expect(reading?.standing == .invited)
        #expect(reading?.progress == .missing(.noReport))
        #expect(treaty().reading(asOf: "1998-04-30")?.standing == .notAddressed)
    }

    @Test("rules signed, signature-does-not-bind: a signature is never complete, whatever its word says")
    func signature() {
        var sketch = treaty()
        sketch.report(.signed, "2005-03-01")
        let reading = sketch.reading(asOf: "2010-01-01")
        #expect(reading?.standing == .pending)
        #expect(reading?.progress.rank == 1)
        #expect(reading?.basis.standingRule == "signed")
        #expect(reading?.basis.progressRule == "signature-does-not-bind")
    }

    @Test(
        "signature and ratification on one day, in either order of rows (Jamaica 2008-09-25)", arguments: [true, false])
    func sameDay(signatureFirst: Bool) {
        var sketch = treaty()
        sketch.report(signatureFirst ? .signed : .ratified, "2008-09-25")
        sketch.report(signatureFirst ? .ratified : .signed, "2008-09-25")
        #expect(sketch.reading(asOf: "2008-09-25")?.basis.standingRule == "awaits-entry")
        #expect(sketch.reading(asOf: "2008-10-25")?.progress.rank == 3)
    }

    @Test("a signature after consent, in the file or in time, changes nothing")
    func lateSignature() {
        var sketch = treaty()
        sketch.report(.acceded, "2008-01-01")
        sketch.report(.signed, "2003-01-01")
        sketch.report(.signed, "2012-01-01", by: .unstated)
        #expect(sketch.reading(asOf: "2013-01-01")?.standing == .bound)
        #expect(sketch.reading(asOf: "2013-01-01")?.progress.rank == 3)
        #expect(sketch.reading(asOf: "2005-01-01")?.standing == .pending)
    }

    @Test("succession is consent; the same deposit told twice is one")
    func succession() {
        var sketch = treaty()
        sketch.report(.succeeded, "2008-01-01")
        sketch.report(.ratified, "2008-03-01", by: .unstated)
        #expect(sketch.reading(asOf: "2008-01-31")?.standing == .bound)
    }

    @Test("'not a party' before an accession says nothing later; after it the contradiction shows")
    func notAParty() {
        var sketch = treaty()
        sketch.report(.notAParty, "2007-01-01", kind: .asOf)
        let before = sketch.reading(asOf: "2007-06-01")
        #expect(before?.standing == .invited)
        #expect(before?.progress.rank == 0)
        sketch.report(.acceded, "2008-01-01")
        let party = sketch.reading(asOf: "2009-01-01")
        #expect(party?.standing == .bound)
        #expect(party?.voices == 3...3)
        sketch.report(.notAParty, "2010-01-01", kind: .asOf)
        let contradicted = sketch.reading(asOf: "2011-01-01")
        #expect(contradicted?.progress.rank == 3)
        #expect(contradicted?.voices == 0...3)
    }

    @Test("a word that names no act tells it by its standing; seen on a day, it began on an unknown one")
    func stateOfAffairs() {
        var sketch = treaty()
        sketch.report(.party, "2010-01-01", kind: .asOf)
        #expect(sketch.reading(asOf: "2010-01-30")?.standing == .pending)
        #expect(sketch.reading(asOf: "2010-01-31")?.standing == .bound)
        sketch.report(.ratified, "2004-05-01", on: "XBB")
        sketch.report(.party, "2010-01-01", on: "XBB", kind: .asOf)
        #expect(sketch.reading("XBB", asOf: "2010-01-01")?.basis.effect == LegalDate("2004-05-31" as CalendarDay))
    }

    @Test("rule words-without-consent: words alone never make a party")
    func wordsAlone() {
        var sketch = treaty()
        sketch.report(.applied, "2010-01-01")
        let reading = sketch.reading(asOf: "2011-01-01")
        #expect(reading?.standing == .invited)
        #expect(reading?.progress.rank == 1)
        #expect(reading?.basis.progressRule == "words-without-consent")
    }

    @Test("a report on a part of the treaty makes nobody a party")
    func partial() {
        var sketch = treaty()
        sketch.report(.ratified, "2010-01-01", partial: true)
        #expect(sketch.reading(asOf: "2011-01-01")?.standing == .invited)
    }

    @Test("denunciation: party until it takes effect, then a step back, then a return")
    func denunciation() {
        var sketch = treaty()
        sketch.report(.ratified, "2004-01-01")
        sketch.report(.denounced, "2012-02-29")
        let notified = sketch.reading(asOf: "2013-02-27")
        #expect(notified?.standing == .bound)
        #expect(notified?.progress.rank == 3)
        #expect(notified?.basis.standingRule == "denounced-not-yet-effective")
        let gone = sketch.reading(asOf: "2013-02-28")
        #expect(gone?.standing == .invited)
        #expect(gone?.progress == .contrary)
        #expect(gone?.basis.standingRule == "denounced")
        sketch.report(.signed, "2014-01-01")
        #expect(sketch.reading(asOf: "2014-06-01")?.standing == .pending)
        sketch.report(.acceded, "2015-01-01")
        #expect(sketch.reading(asOf: "2015-01-30")?.basis.standingRule == "awaits-entry")
        #expect(sketch.reading(asOf: "2015-01-31")?.progress.rank == 3)
        #expect(sketch.reading(asOf: "2013-06-01")?.progress == .contrary)
    }

    @Test("ICRMW art. 89: a denunciation takes effect on the first of the month after twelve months")
    func denunciationByMonth() {
        var sketch = treaty(withdrawal: .firstOfMonthAfterMonths(12))
        sketch.report(.ratified, "2004-01-01")
        sketch.report(.denounced, "2012-03-10")
        #expect(sketch.reading(asOf: "2013-03-31")?.standing == .bound)
        #expect(sketch.reading(asOf: "2013-04-01")?.standing == .invited)
    }

    @Test(
        "a denunciation taken back before its effect leaves the State a party", arguments: [Word.annulled, .returned])
    func takenBack(_ word: Word) {
        var sketch = treaty()
        sketch.report(.ratified, "2004-01-01")
        sketch.report(.denounced, "2012-03-10")
        sketch.report(word, "2012-12-01")
        #expect(sketch.reading(asOf: "2014-01-01")?.basis.standingRule == "in-force-for-the-state")
    }

    @Test("coming back after the effect: a return is a new consent, an annulment comes too late")
    func comingBackLate() {
        var sketch = treaty()
        for code in ["XAA", "XBB"] {
            sketch.report(.ratified, "2004-01-01", on: code)
            sketch.report(.denounced, "2012-03-10", on: code)
        }
        sketch.report(.returned, "2014-01-01", on: "XAA")
        sketch.report(.annulled, "2014-01-01", on: "XBB")
        #expect(sketch.reading("XAA", asOf: "2014-01-30")?.standing == .pending)
        #expect(sketch.reading("XAA", asOf: "2014-01-31")?.standing == .bound)
        #expect(sketch.reading("XBB", asOf: "2014-02-28")?.progress == .contrary)
    }

    @Test("rule denunciation-perhaps-effective: a notice known to the year is not sure to have taken effect")
    func partialDenunciation() {
        var sketch = treaty()
        sketch.report(.ratified, "2004-01-01")
        sketch.report(.denounced, "2012")
        #expect(sketch.reading(asOf: "2012-12-31")?.progress.rank == 3)
        let doubtful = sketch.reading(asOf: "2013-06-01")
        #expect(doubtful?.progress.rank == 2)
        #expect(doubtful?.basis.standingRule == "denunciation-perhaps-effective")
        #expect(sketch.reading(asOf: "2013-12-31")?.progress == .contrary)
    }

    @Test("a denunciation proves that the State was a party; a signature taken back is a step back")
    func leavingWithoutDeposit() {
        var sketch = treaty()
        sketch.report(.denounced, "2012-03-10", on: "XAA")
        #expect(sketch.reading("XAA", asOf: "2012-03-10")?.standing == .bound)
        #expect(sketch.reading("XAA", asOf: "2013-03-10")?.progress == .contrary)
        sketch.report(.signed, "2010-01-01", on: "XBB")
        sketch.report(.withdrew, "2011-01-01", on: "XBB")
        #expect(sketch.reading("XBB", asOf: "2010-12-31")?.standing == .pending)
        #expect(sketch.reading("XBB", asOf: "2011-01-01")?.standing == .invited)
        #expect(sketch.reading("XBB", asOf: "2011-01-01")?.basis.progressRule == "signature-taken-back")
    }

    @Test("the day that the depositary tells replaces the computed one")
    func toldEntry() {
        var sketch = treaty()
        sketch.report(.ratified, "2004-01-01")
        sketch.report(.entered, "2004-02-10")
        #expect(sketch.reading(asOf: "2004-02-10")?.basis.effect == LegalDate("2004-02-10" as CalendarDay))
    }

    @Test("reservations and declarations leave the State bound, and are told; an opt-out does not")
    func exceptions() {
        var sketch = treaty()
        for code in ["XAA", "XBB", "XCC"] { sketch.report(.ratified, "2004-01-01", on: code) }
        sketch.except(.reservation, "XAA", since: "2004-01-01")
        sketch.except(.declaration, "XBB", since: "2010-01-01")
        sketch.except(.optOut, "XCC", since: "2010-01-01")
        #expect(sketch.reading("XAA", asOf: "2005-01-01")?.basis.standingRule == "bound-with-reservation")
        #expect(sketch.reading("XBB", asOf: "2009-12-31")?.basis.standingRule == "in-force-for-the-state")
        #expect(sketch.reading("XBB", asOf: "2010-01-01")?.basis.standingRule == "bound-with-declaration")
        #expect(sketch.reading("XBB", asOf: "2010-01-01")?.progress.rank == 3)
        #expect(sketch.reading("XCC", asOf: "2010-01-01")?.standing == .exempt)
    }

    @Test("every rule that a reading names is in the metadata, with texts in four languages")
    func rules() {
        let metadata = TreatyParticipationModule.metadata
        #expect(Set(metadata.rules.map(\.id)).count == metadata.rules.count)
        for rule in metadata.rules {
            for language in [Language.english, .spanish, .portuguese, .french] {
                #expect(rule.text[language]?.isEmpty == false, "\(rule.id) in \(language)")
            }
        }
    }

    @Test("the README names every rule and option of the module")
    func readme() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../README.md")
        let readme = try String(contentsOf: file, encoding: .utf8)
        let metadata = TreatyParticipationModule.metadata
        let shared = Set(CommonRules.all.map(\.id))
        for rule in metadata.rules where !shared.contains(rule.id) {
            #expect(readme.contains("`\(rule.id)`"), "\(rule.id)")
        }
        for option in metadata.options {
            let shown = option.defaultValue.isEmpty ? "none" : option.defaultValue
            let row = readme.split(separator: "\n").first { $0.hasPrefix("| `\(option.name)` |") }
            #expect(row?.contains("| \(shown) | \(option.description) |") == true, "\(option.name)")
        }
    }
}
