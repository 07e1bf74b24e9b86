import FollowUpModel
import Testing

private func row(
    _ number: Int, date: PartialDate = "2020-01-01", voice: Voice = .unstated, kind: DateKind = .event,
    giver: WordGiver = .source, confidence: Confidence = .unknown, partial: Bool = false, evidence: UInt32 = 0
) -> ReportRow {
    ReportRow(
        commitment: CommitmentIndex(number), party: PartyIndex(number % 7), status: StatusIndex(number % 5),
        date: date, dateKind: kind, voice: voice, wordGiver: giver, confidence: confidence, isPartial: partial,
        evidence: evidence)
}

@Suite("A table of reports")
struct ReportTableTests {
    @Test("gives back every row as it was, with every mark there is")
    func everyMark() {
        var rows: [ReportRow] = []
        for voice in Voice.allCases {
            for confidence in Confidence.allCases {
                for kind in DateKind.allCases {
                    for giver in WordGiver.allCases {
                        for partial in [false, true] {
                            let number = rows.count
                            rows.append(
                                row(
                                    number, voice: voice, kind: kind, giver: giver, confidence: confidence,
                                    partial: partial))
                        }
                    }
                }
            }
        }
        var table = ReportTable()
        table.reserve(rows.count)
        for row in rows { table.append(row, at: ReportPlace(file: 0, offset: 0)) }
        #expect(table.count == 7 * 5 * 4 * 2 * 2)
        #expect(table.indices == 0..<UInt32(rows.count))
        for (place, row) in rows.enumerated() {
            let index = ReportIndex(place)
            #expect(table[index] == row)
            #expect(table.voice(of: index) == row.voice)
            #expect(table.confidence(of: index) == row.confidence)
            #expect(table.isPartial(index) == row.isPartial)
            #expect(table.evidenceName(of: index) == nil)
        }
    }

    @Test("keeps the largest numbers apart")
    func extremes() {
        var table = ReportTable()
        let extreme = ReportRow(
            commitment: CommitmentIndex(Int(UInt32.max)), party: PartyIndex(65_535), status: StatusIndex(65_535),
            date: "0001", evidence: 0)
        let places = [(0, 1), (0, 1 << 32), (0, 1 << 32 + 1), (0, 1 << 48), (65_535, 1 << 48)].map {
            ReportPlace(file: $0, offset: $1)
        }
        table.append(extreme, at: places[0])
        for place in places.dropFirst() { table.append(row(1, date: "9999-12-31"), at: place) }
        #expect(table[ReportIndex(0)] == extreme)
        #expect(table.indices.map { table.place(of: ReportIndex(Int($0))) } == places)
        #expect(table.dates == ["0001"] + [PartialDate](repeating: "9999-12-31", count: 4))
        #expect(ReportIndex(0) < ReportIndex(1))
    }

    @Test("numbers evidence by name, from 1")
    func evidence() {
        var table = ReportTable()
        table.append(row(0), at: ReportPlace(file: 0, offset: 0))
        #expect(table.evidenceNumber(of: "decree 1") == 1)
        #expect(table.evidenceNumber(of: "decree 2") == 2)
        #expect(table.evidenceNumber(of: "decree 1") == 1)
        table.append(row(1, evidence: 2), at: ReportPlace(file: 0, offset: 9))
        table.append(row(2), at: ReportPlace(file: 0, offset: 12))
        #expect((0..<3).map { table.evidenceName(of: ReportIndex($0)) } == [nil, "decree 2", nil])
        #expect((0..<3).map { table[ReportIndex($0)].evidence } == [0, 2, 0])
        #expect(table.evidenceNames == ["decree 1", "decree 2"])
    }

    /// A table of so many rows, citing the evidence of these names; nil cites none.
    private func table(_ names: [String?], from first: Int = 0, file: Int = 0) -> ReportTable {
        var table = ReportTable()
        for (place, name) in names.enumerated() {
            let evidence = name.map { table.evidenceNumber(of: $0) } ?? 0
            table.append(row(first + place, evidence: evidence), at: ReportPlace(file: file, offset: place * 10))
        }
        return table
    }

    @Test(
        "takes in packed rows, whose evidence keeps its names",
        arguments: [
            (["a", nil], ["b", "a", nil]), ([nil, nil], ["a"]), (["a"], [nil, nil]), ([nil], [nil]), ([], ["a", nil]),
            (["a"], []), ([], []), (["b", "a"], ["a", "b", "c"]),
        ] as [([String?], [String?])])
    func merging(first: [String?], second: [String?]) {
        var merged = table(first)
        let names = second.compactMap(\.self)
        let rows = second.enumerated().map { place, name in
            PackedReport(
                commitment: CommitmentIndex(100 + place), date: "2020", party: PartyIndex(1), status: StatusIndex(2),
                marks: ReportMarks(voice: .government, dateKind: place == 1 ? .deadline : .event),
                evidence: name.flatMap { name in names.firstIndex(of: name).map { UInt32($0 + 1) } } ?? 0,
                offset: UInt32(place * 10), idHash: 0)
        }
        let numbers = names.map { merged.evidenceNumber(of: $0) }
        merged.append(rows[...], from: ReportPlace(file: 3, offset: 1 << 40), evidence: numbers)
        #expect(merged.count == first.count + second.count)
        for (place, name) in (first + second).enumerated() {
            let index = ReportIndex(place)
            #expect(merged.evidenceName(of: index) == name)
            let isFirst = place < first.count
            let offset = isFirst ? place : place - first.count
            #expect(
                merged.place(of: index)
                    == ReportPlace(file: isFirst ? 0 : 3, offset: offset * 10 + (isFirst ? 0 : 1 << 40)))
            #expect(merged[index].commitment == CommitmentIndex(isFirst ? place : 100 + offset))
            #expect(merged[index].dateKind == (!isFirst && offset == 1 ? .deadline : .event))
        }
        #expect(merged.deadlineRows == (second.count > 1 ? [ReportIndex(first.count + 1)] : []))
        merged.append(row(7, evidence: merged.evidenceNumber(of: "z")), at: ReportPlace(file: 9, offset: 1))
        #expect(merged.evidenceName(of: ReportIndex(merged.count - 1)) == "z")
    }

    @Test("knows whether any date is coarse, and which voices there are")
    func whatAnyRowHas() {
        var table = ReportTable()
        table.append(row(0, date: "2020-01-01"), at: ReportPlace(file: 0, offset: 0))
        #expect(!table.hasCoarseDates)
        #expect(table.voices == 1 << Voice.unstated.code)
        table.append(row(0, date: "2020-01"), at: ReportPlace(file: 0, offset: 0))
        #expect(table.hasCoarseDates)
    }

    @Test("finds the rows on one commitment and party in their order")
    func rows() {
        var table = ReportTable()
        for number in [3, 4, 3, 10, 3] { table.append(row(number), at: ReportPlace(file: 0, offset: 0)) }
        let grouping = ReportGrouping(table, commitmentCount: 11, partyCount: 11)
        #expect(
            grouping.rows(of: CommitmentIndex(3), party: PartyIndex(3)) == [
                ReportIndex(0), ReportIndex(2), ReportIndex(4),
            ])
        #expect(grouping.rows(of: CommitmentIndex(10), party: PartyIndex(3)) == [ReportIndex(3)])
        #expect(grouping.rows(of: CommitmentIndex(10), party: PartyIndex(4)).isEmpty)
    }
}
