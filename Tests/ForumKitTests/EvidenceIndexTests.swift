import DateLiterals
import FollowUpModel
import ForumKit
import ForumKitTesting
import Testing

@Suite("The reports that may speak")
struct EvidenceIndexTests {
    private func words(_ sample: MadeUpForum, asOf day: CalendarDay, minConfidence: Confidence = .unknown) -> [Word] {
        sample.evidence(asOf: day, minConfidence: minConfidence).reports(on: sample.party("XAA")).compactMap {
            Word(rawValue: Int($0.status.rawValue))
        }
    }

    @Test("are those whose whole date has passed on the day")
    func asOf() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit()
        sample.report(.begun, "2012")
        sample.report(.advanced, "2012-06")
        sample.report(.done, "2012-06-15")
        #expect(words(sample, asOf: "2012-06-14").isEmpty)
        #expect(words(sample, asOf: "2012-06-15") == [.done])
        #expect(words(sample, asOf: "2012-06-29") == [.done])
        #expect(words(sample, asOf: "2012-06-30") == [.advanced, .done])
        #expect(words(sample, asOf: "2012-12-30") == [.advanced, .done])
        #expect(words(sample, asOf: "2012-12-31") == [.begun, .advanced, .done])
    }

    @Test("are sure enough")
    func minConfidence() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit()
        let steps: [(Word, Confidence)] = [
            (.nothingDone, .unknown), (.begun, .proposed), (.advanced, .low), (.done, .medium), (.sealed, .high),
        ]
        for (word, confidence) in steps { sample.report(word, "2020-01-01", confidence: confidence) }
        for (dropped, confidence) in Confidence.allCases.sorted().enumerated() {
            #expect(
                words(sample, asOf: "2024-01-01", minConfidence: confidence) == steps.dropFirst(dropped).map { $0.0 })
        }
    }

    @Test("come oldest first; of one day the more precise, of one date the lower row is the newer")
    func ties() {
        var sample = MadeUpForum.sample("XAA")
        sample.commit()
        sample.report(.done, "2020-01-01")
        sample.report(.begun, "2020-01")
        sample.report(.stepBack, "2020-01-01")
        sample.report(.nothingDone, "2020")
        sample.report(.advanced, "2019-12-31")
        #expect(words(sample, asOf: "2024-01-01") == [.advanced, .nothingDone, .begun, .done, .stepBack])
    }

    @Test("know what their rows say")
    func report() throws {
        var sample = MadeUpForum.sample("XAA")
        sample.commit()
        sample.report(.noted, "2020-01-01")
        sample.report(.done, "2020-02", by: .reviewBody, confidence: .medium, partial: true)
        let reports = sample.evidence(asOf: "2024-01-01").reports(on: sample.party("XAA"))
        let report = try #require(reports.last)
        #expect(report.index == ReportIndex(1))
        #expect(report.status == StatusIndex(Word.done.rawValue))
        #expect(report.date == "2020-02")
        #expect(report.voice == .reviewBody)
        #expect(report.confidence == .medium)
        #expect(report.isPartial)
        #expect(reports.count == 2)
    }

    @Test("none of them belongs to another commitment or party")
    func buckets() {
        var sample = MadeUpForum.sample("XAA", "XAB")
        sample.commit()
        sample.commit(asking: "XAB")
        sample.report(.done, on: "XAB", "2020", of: 1)
        sample.report(.begun, on: "XAA", "2020", of: 1)
        let grouping = ReportGrouping(sample.reports, commitmentCount: 2, partyCount: 4)
        let index = EvidenceIndex(reports: sample.reports, grouping: grouping, asOf: "2024-01-01")
        #expect(index.count(of: CommitmentIndex(0)) == 0)
        #expect(index.count(of: CommitmentIndex(1)) == 2)
        #expect(Array(index.rows(of: CommitmentIndex(1), party: PartyIndex(1))) == [0])
        #expect(Array(index.rows(of: CommitmentIndex(1), party: PartyIndex(0))) == [1])
        #expect(index.rows(of: CommitmentIndex(0), party: PartyIndex(0)).isEmpty)
        #expect(sample.names(sample.evidence(1, asOf: "2024-01-01").addressed) == ["XAB"])
    }

    @Test("agree with filtering and sorting plainly, in random tables", arguments: 0..<40 as Range<UInt64>)
    func naiveReference(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let (commitments, parties) = (Int.random(in: 1...4, using: &numbers), Int.random(in: 1...3, using: &numbers))
        // Every fourth table is crowded, so that many reports speak on one party.
        let count = seed.isMultiple(of: 4) ? 900 : Int.random(in: 0...60, using: &numbers)
        var table = ReportTable()
        for place in 0..<count {
            let year = Int.random(in: 2018...2021, using: &numbers)
            let month = Bool.random(using: &numbers) ? Int.random(in: 1...3, using: &numbers) : nil
            let day = month != nil && Bool.random(using: &numbers) ? Int.random(in: 1...3, using: &numbers) : nil
            guard let date = PartialDate(year: year, month: month, day: day) else { continue }
            table.append(
                ReportRow(
                    commitment: CommitmentIndex(Int.random(in: 0..<commitments, using: &numbers)),
                    party: PartyIndex(Int.random(in: 0..<parties, using: &numbers)),
                    status: StatusIndex(0), date: date,
                    confidence: Confidence.allCases.randomElement(using: &numbers) ?? .unknown),
                at: ReportPlace(file: 0, offset: place))
        }
        let asOf = ("2018-01-01" as CalendarDay).adding(days: Int.random(in: -10...1500, using: &numbers))
        let minConfidence = Confidence.allCases.randomElement(using: &numbers) ?? .unknown
        let index = EvidenceIndex(
            reports: table, grouping: ReportGrouping(table, commitmentCount: commitments, partyCount: parties),
            asOf: asOf, minConfidence: minConfidence)
        for commitment in (0..<commitments).map(CommitmentIndex.init) {
            var total = 0
            for party in (0..<parties).map(PartyIndex.init) {
                let expected = plainly(table, commitment, party, asOf, minConfidence)
                #expect(Array(index.rows(of: commitment, party: party)) == expected)
                total += expected.count
            }
            #expect(index.count(of: commitment) == total)
        }
    }

    /// The rows that may speak, looked for one by one and sorted by (first day, precision, place).
    private func plainly(
        _ table: ReportTable, _ commitment: CommitmentIndex, _ party: PartyIndex, _ asOf: CalendarDay,
        _ minConfidence: Confidence
    ) -> [UInt32] {
        table.indices.filter {
            let row = table[ReportIndex(Int($0))]
            return row.commitment == commitment && row.party == party && row.date.latest <= asOf
                && row.confidence >= minConfidence
        }.sorted { left, right in
            func key(_ place: UInt32) -> (CalendarDay, UInt8, UInt32) {
                let date = table.dates[Int(place)]
                return (date.earliest, date.precision.rawValue, place)
            }
            return key(left) < key(right)
        }
    }
}
