import FollowUpModel
import Testing

private func text(_ text: String) -> LocalizedText { LocalizedText([.init(.english, text)]) }

@Suite("Records keep each thing they are given in its own place")
struct RecordsTests {
    @Test("a rule of a forum")
    func rule() {
        let rule = ForumRule(
            id: "R1", topic: text("decisions"), article: "art. 37", statement: text("By consensus."),
            provenance: Provenance(confidence: .high, sources: ["treaty"]), origin: nowhere)
        #expect(rule.id == "R1" && rule.topic == text("decisions") && rule.article == "art. 37")
        #expect(rule.statement == text("By consensus.") && rule.confidence == .high && rule.sources == ["treaty"])
    }

    @Test("a field of a forum, which is neither required nor limited unless it says so")
    func field() {
        let free = FieldDefinition(name: "act", kind: .text, origin: nowhere)
        #expect(free.values.isEmpty && !free.isRequired && free.description == nil)
        let bound = FieldDefinition(
            name: "act", kind: .date, values: ["2012"], isRequired: true, description: "why", origin: nowhere)
        #expect(bound.name == "act" && bound.kind == .date && bound.values == ["2012"])
        #expect(bound.isRequired && bound.description == "why")
    }

    @Test("background")
    func background() {
        let item = BackgroundItem(
            id: "B1", topic: "history", text: "Founded.", date: "1991",
            provenance: Provenance(confidence: .medium, sources: ["book"], note: "remark"))
        #expect(item.id == "B1" && item.topic == "history" && item.text == "Founded." && item.date == "1991")
        #expect(item.confidence == .medium && item.sources == ["book"] && item.note == "remark")
    }

    @Test("a tie and an alignment")
    func ties() {
        let link = CommitmentLink(to: "celac/C1", kind: .supersedes, note: "in part", origin: nowhere)
        #expect(link.to == "celac/C1" && link.kind == .supersedes && link.note == "in part")
        let alignment = Alignment(
            target: TargetIndex(3), relation: .narrow, confidence: .low, note: "remark", origin: nowhere)
        #expect(alignment.target == TargetIndex(3) && alignment.relation == .narrow)
        #expect(alignment.confidence == .low && alignment.note == "remark")
    }

    @Test("an exception")
    func exception() {
        let exception = CommitmentException(
            party: "XAA", kind: .derogation, interval: DatedInterval(since: "2012", until: "2013"),
            articles: ["4", "5"], provenance: Provenance(confidence: .low, sources: ["act"], note: "remark"),
            origin: nowhere)
        #expect(exception.party == "XAA" && exception.kind == .derogation && exception.articles == ["4", "5"])
        #expect(exception.interval == DatedInterval(since: "2012", until: "2013"))
        #expect(exception.note == "remark" && exception.confidence == .low && exception.sources == ["act"])
    }

    @Test("the settings of a workspace")
    func settings() {
        let level = ProgressLevel(id: "done", name: text("done"), letter: "d", sign: "●")
        let scale = ProgressScale(ordered: [level], contrary: level)
        let consolidation = Consolidation(rule: .weakest)
        let settings = WorkspaceSettings(
            id: "made-up", name: text("Made up"), languages: [.spanish, .english], region: "lac-state", scale: scale,
            consolidation: consolidation)
        #expect(settings.id == "made-up" && settings.name == text("Made up") && settings.region == "lac-state")
        #expect(settings.languages == [.spanish, .english] && settings.scale == scale)
        #expect(settings.consolidation == consolidation && settings.background.isEmpty)
    }
}

@Suite("What must never be asked stops the program")
struct PreconditionTests {
    @Test("a recurrence without end")
    func recurrence() async {
        await #expect(processExitsWith: .failure) { _ = Recurrence(anchor: "2020", months: 0) }
    }

    @Test("a scale without levels, or with more than fit")
    func scale() async {
        await #expect(processExitsWith: .failure) {
            let level = ProgressLevel(id: "x", name: LocalizedText([]), letter: "x", sign: "x")
            _ = ProgressScale(ordered: [], contrary: level)
        }
        await #expect(processExitsWith: .failure) {
            let level = ProgressLevel(id: "x", name: LocalizedText([]), letter: "x", sign: "x")
            _ = ProgressScale(ordered: Array(repeating: level, count: 201), contrary: level)
        }
    }

    @Test("the wording of a text that has none")
    func noWording() async {
        await #expect(processExitsWith: .failure) { _ = LocalizedText([]).text(for: .english) }
    }
}
