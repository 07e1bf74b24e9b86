import FollowUpModel
import ForumKit
import ForumWorkspace
import Harmonization
import Localization
import Records
import Testing

@testable import Dashboard

/// What must stand on the pages of the forums that this repository ships.
@Suite(.serialized) struct ShippedPageTests {
    private static let picture = Result { try Samples.picture(Samples.shipped) }

    private func page<View: PageView>(_ address: PageAddress, _ type: View.Type) throws -> View {
        try #require(PageBuilder(try Self.picture.get(), .english, address).view() as? View)
    }

    @Test func costaRicaHasNotJoinedTheConventionAndTheSourceSaysSo() throws {
        let page = try page(.cell(country: "CRI", target: "67.2"), CellPage.self)
        #expect(page.cell.mark.code == "not-started")
        let treaty = try #require(page.used.first { $0.commitment.id == "ICRMW" })
        let report = try #require(treaty.reports.first { $0.useCode == "spoke" })
        #expect(report.sources.contains { $0.href?.hasPrefix("https://") == true })
        #expect(report.place.hasSuffix(".csv:\(report.place.split(separator: ":").last ?? "")"))
    }

    @Test func theMatrixShowsWhatTheSnapshotSays() throws {
        let picture = try Self.picture.get()
        let page = try page(.matrix(measure: "67"), MatrixPage.self)
        let scale = picture.snapshot.workspace.settings.scale
        var seen = 0
        for row in page.groups.filter({ $0.id != "joint" }).flatMap(\.rows) {
            let country = try #require(picture.country(row.code))
            for cell in row.cells {
                let target = try #require(picture.snapshot.workspace.framework.target(cell.target))
                let progress = picture.snapshot[target, country].progress
                #expect(cell.mark.rank == progress.rank)
                let level = progress.level.map { scale[$0].id } ?? scale.contrary.id
                #expect(cell.mark.code == progress.missing?.rawValue ?? level)
                seen += 1
            }
        }
        #expect(seen == 33 * 10)
        #expect(page.columns.last?.isWhole == true)
    }

    @Test func theMatrixOfAForumHasRowsForWhomItAsksAndNamesTheRest() throws {
        let picture = try Self.picture.get()
        for forum in picture.snapshot.forums.map(\.forum.definition.id) {
            let page = try page(.matrix(forum: forum), MatrixPage.self)
            let rows = page.groups.flatMap(\.rows)
            #expect(rows.allSatisfy { row in row.cells.contains { $0.mark.code != "not-addressed" } })
            #expect(
                rows.flatMap(\.cells).allSatisfy {
                    $0.voices.isEmpty || $0.mark.rank != nil
                        || ["indication-only", "too-little-known"].contains($0.mark.code)
                },
                "\(forum): others' voices")
            let layer = try #require(picture.layer(forum))
            for country in layer.countries {
                let isAsked = page.columns.contains { column in
                    let target = picture.snapshot.workspace.framework.target(column.id)
                    return target.map { layer[$0, country].progress.missing != .notAddressed } ?? false
                }
                let code = picture.snapshot.workspace.countries[country].code
                #expect(rows.contains { $0.code == code } == isAsked, "\(forum) \(code)")
                #expect(
                    page.unasked.contains { $0.href?.contains("/\(code).") == true } == !isAsked, "\(forum) \(code)")
            }
        }
        let caribbean = try page(.matrix(forum: "caricom"), MatrixPage.self)
        #expect(caribbean.unasked.map(\.label).contains("Argentina"))
        #expect(caribbean.groups.flatMap(\.rows).map(\.name).contains("Guyana"))
        #expect(try page(.matrix(), MatrixPage.self).unasked.isEmpty)
    }

    @Test func theOverviewCountsWhatTheSnapshotCounts() throws {
        let picture = try Self.picture.get()
        let page = try page(.overview, OverviewPage.self)
        let overdue = picture.snapshot.obligations().count { $0.obligation.state == .missed }
        #expect(page.cards.map(\.kind) == ["known", "moves", "overdue", "differ"])
        #expect(page.cards[2].number == String(overdue))
        #expect(page.map.tiles.count == 33)
        #expect(Set(page.map.tiles.map { "\($0.x) \($0.y)" }).count == 33, "no tile hides another")
        #expect(Set(page.map.tiles.map(\.code)).isSuperset(of: ["BRA", "KNA"]))
        #expect(page.progress.years.count == 11)
    }

    @Test(arguments: [(Samples.shipped, "2026-03-31"), (Samples.shipped, "2012-12-31"), (Samples.small, "2026-03-31")])
    func theOverviewCountsTheCountriesThatAreLate(_ folder: String, _ day: String) throws {
        let picture = try Samples.picture(folder, asOf: day)
        func country(_ item: DueItem) -> CountryIndex? {
            picture.snapshot.forums[item.forum].forum.definition.parties[item.obligation.party].country
        }
        let overdue = picture.snapshot.obligations().filter { $0.obligation.state == .missed }
        let late = Set(overdue.compactMap(country))
        #expect(picture.owing.overdueCountries == late.count)
        if folder == Samples.shipped {
            #expect(late.count < Set(picture.owing.items.compactMap(country)).count, "some owe and are not late")
        }
        let page = try #require(PageBuilder(picture, .english, .overview).view() as? OverviewPage)
        let counts = page.owing.map(\.count)
        #expect(counts.count == min(8, late.count) && counts == counts.sorted(by: >))
        #expect(counts.first == Dictionary(grouping: overdue.compactMap(country)) { $0 }.values.map(\.count).max())
    }

    @Test func aFilterTakesCellsOutOfViewAndAsksNothingOfTheRest() throws {
        let builder = PageBuilder(try Self.picture.get(), .spanish, .matrix())
        let caribbean = try #require(builder.matrix(MatrixFilter(subregion: "029")) as? MatrixPage)
        #expect(caribbean.groups.map(\.id) == ["029"])
        let heard = try #require(builder.matrix(MatrixFilter(voice: .reviewBody)) as? MatrixPage)
        for cell in heard.groups.flatMap(\.rows).flatMap(\.cells) {
            #expect(cell.isMuted == !cell.voices.split(separator: " ").contains("review-body"))
        }
        let sorted = try #require(builder.matrix(MatrixFilter(sort: "67")) as? MatrixPage)
        let ranks = sorted.groups.filter { $0.id != "joint" }.flatMap(\.rows).map { $0.cells[1].mark.rank ?? -2 }
        #expect(ranks == ranks.sorted(by: >))
        #expect(builder.matrix(MatrixFilter(measure: "1000")) == nil)
        #expect(builder.matrix(MatrixFilter(forum: "nobody")) == nil)
    }

    @Test func whatMovedIsMovedByAReportOfThatTime() throws {
        let picture = try Self.picture.get()
        let page = try page(.changes(years: 5), ChangesPage.self)
        #expect(!page.groups.isEmpty)
        let from = try #require(picture.earlier.first { $0.years == 5 }).cells.asOf.description
        for change in page.groups.flatMap(\.changes) {
            for report in change.reports { #expect(report.date.iso >= String(from.prefix(4))) }
        }
    }

    /// A bill that is reported after an act in force lowers nothing; only words such as "repealed" do.
    @Test func aStepBackIsTakenByAWordThatSaysSo() throws {
        let picture = try Self.picture.get()
        let framework = picture.snapshot.workspace.framework
        var seen: Set<Direction> = []
        for earlier in picture.earlier {
            for moved in picture.moved(since: earlier.cells) {
                seen.insert(moved.direction)
                guard moved.direction == .stepBack else { continue }
                let code = picture.snapshot.workspace.countries[moved.country].code
                #expect(framework[moved.target].id != "67.7" || !["BRB", "BLZ", "DMA", "VCT"].contains(code))
                let words = picture.snapshot.reports(that: moved, since: earlier.cells.asOf.latest).map { placed in
                    let forum = picture.snapshot.forums[placed.forum].forum
                    return forum.definition.statusWords[Int(forum.reports[placed.report].status.rawValue)]
                }
                #expect(words.contains { $0.saysLess }, "\(code) \(framework[moved.target].id)")
            }
        }
        #expect(seen.isSuperset(of: [.firstWord, .up, .stepBack]))
    }

    @Test func whereForumsDifferEachWordLeadsToItsCommitmentAndIsTranslatedOnce() throws {
        let picture = try Self.picture.get()
        let builder = PageBuilder(picture, .spanish, .divergences)
        let words = try #require(builder.divergences() as? DivergencesPage).differing.flatMap(\.words)
        #expect(words.contains { $0.word == "enacted" && $0.translation == "con ley nacional" })
        #expect(words.contains { $0.translation == nil }, "a Spanish word is not translated into Spanish")
        for word in words {
            #expect(word.commitment.href.hasSuffix("#c-\(word.commitment.id)"))
            #expect(word.commitment.href.hasPrefix(word.commitment.forum.href ?? "-"))
            #expect(word.translation != word.word)
        }
    }

    @Test(arguments: [("2018", "31 décembre 2018"), ("2018-02", "28 février 2018"), ("2018-02-03", "3 février 2018")])
    func aYearOrMonthStandsForItsLastDay(_ asked: String, _ told: String) throws {
        let picture = try Samples.picture(Samples.shipped, asOf: asked)
        let overview = try #require(PageBuilder(picture, .french, .overview).view() as? OverviewPage)
        #expect(overview.page.asOf.iso == asked && overview.page.asOf.text == told)
        #expect(overview.headline.contains(told))
        let changes = try #require(PageBuilder(picture, .french, .changes(years: 5)).view() as? ChangesPage)
        #expect(changes.to.text == told && changes.from.text == told.replacing("2018", with: "2013"))
    }

    @Test(arguments: [(Language.english, "80–100%"), (.french, "80–100\u{00A0}%")])
    func theKeyOfTheMapIsWrittenLikeItsShares(_ language: Language, _ last: String) throws {
        let page = try #require(PageBuilder(try Self.picture.get(), language, .overview).view() as? OverviewPage)
        #expect(page.ramp.map(\.label).last == last)
    }

    @Test func everyTitleHasATextInEveryLanguage() throws {
        let forums = try Self.picture.get().snapshot.forums.map(\.forum)
        let incomplete = forums.flatMap(\.commitments).filter { commitment in
            Texts.languages.contains { commitment.title[$0] == nil }
        }
        #expect(forums.flatMap(\.commitments).count > 100 && incomplete.map(\.id) == [])
    }

    @Test func everySearchFindsWhatItNames() throws {
        let builder = PageBuilder(try Self.picture.get(), .spanish, .search)
        func found(_ query: String) throws -> [[String]] {
            try #require(builder.search(query) as? SearchPage).groups.map { $0.entries.map(\.label.text) }
        }
        #expect(try found("costa RICA")[0] == ["Costa Rica"])
        #expect(try found("xyzzy").allSatisfy(\.isEmpty))
        #expect(try found("panama")[0] == ["Panamá"])
    }

    @Test func addressesOfNothingHaveNoPage() throws {
        for address in [
            PageAddress.country("XXX"), .cell(country: "CRI", target: "1000"), .forum("nobody"), .measure("1000"),
            .changes(years: 3), .matrix(forum: "nobody"), .cell(country: "USA", target: "67.2"),
        ] {
            #expect(PageBuilder(try Self.picture.get(), .english, address).view() == nil, "\(address.path)")
        }
    }
}
