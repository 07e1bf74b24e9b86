/// Writes a plain workspace as the files that people write.
struct PlainWriter {
    let workspace: PlainWorkspace
    /// How report files look: with a byte-order mark, with CRLF, with semicolons.
    var hasMark = false
    var lineEnd = "\n"
    var delimiter = ","

    /// All files by their path below the workspace's folder.
    func files() -> [String: String] {
        var files = [
            "workspace.yaml": workspaceFile(), "reference/framework.yaml": frameworkFile(),
            "reference/countries.yaml": countriesFile(),
        ]
        for forum in workspace.forums {
            files["\(forum.id)/forum.yaml"] = forumFile(forum)
            files["\(forum.id)/commitments.yaml"] = commitmentsFile(forum)
            for file in forum.files { files["\(forum.id)/reports/\(file.name)"] = reportsFile(file.reports) }
        }
        return files
    }

    private func workspaceFile() -> String {
        """
        workspace: made-up
        name: {en: Made up}
        framework: reference/framework.yaml
        countries: reference/countries.yaml
        languages: [en]
        region: made-up-state
        progress:
        \(lines(workspace.levels) { "  - {level: \($0), name: {en: \($0)}, letter: L, sign: L}" })
        contrary: {name: {en: Step back}, letter: X, sign: X}
        consolidation:
          rule: \(workspace.rule)
          relations: {\(pairs(workspace.relations))}
          standings: {\(pairs(workspace.standings))}
          divergent-from: \(workspace.divergentFrom)
          stale-after-months: \(workspace.staleAfterMonths)

        """
    }

    private func frameworkFile() -> String {
        """
        framework: made-up-framework
        name: {en: Made up}
        chapters:
          - {id: A, title: {en: Made up}, measures: {from: 1, to: 99}, coverage: full}
        measures:
        \(lines(workspace.measures) { measure in
            """
              - id: "\(measure.id)"
                code: "A.\(measure.id)"
                chapter: A
                title: {en: Measure \(measure.id)}
                coverage: full
                lines: [\(measure.lines.map { "{id: \"\($0)\", title: {en: Line}}" }.joined(separator: ", "))]
            """
        })

        """
    }

    private func countriesFile() -> String {
        func line(_ code: String, _ group: String) -> String {
            "  - {code: \(code), alpha2: \(code.prefix(2)), m49: \"001\", name: {en: \(code)}, group: \(group), "
                + "region: \"001\", sovereign: true}"
        }
        return """
            regions:
              - {id: "001", name: {en: Made up}}
            countries:
            \(lines(workspace.countries) { line($0, "made-up-state") })
            \(line(workspace.outsider, "elsewhere"))

            """
    }

    // MARK: Forums

    private func forumFile(_ forum: PlainForum) -> String {
        """
        forum: \(forum.id)
        module: declarative
        name: {en: Made-up forum \(forum.id)}
        kind: consensus-forum
        languages: [en]
        \(forum.dormantSince.map { "dormant: {since: \($0)}\n" } ?? "")members:
        \(lines(forum.members, member))
        organs:
        \(lines(forum.organs) { "  - {id: \($0), name: {en: \($0)}, kind: body}" })
        groups:
        \(lines(forum.groups) { group in
            "  - {id: \(group.id), name: {en: \(group.id)}, members: [\(group.members.joined(separator: ", "))]}"
        })
        voices: [\(forum.voices.joined(separator: ", "))]
        statuses:
        \(lines(forum.words) { "  \(word($0))" })
        rounds:
        \(lines(forum.rounds) { round in
            let own = round.words.isEmpty ? "" : "\n    statuses:\n" + lines(round.words) { "      \(word($0))" }
            return "  - id: \(round.id)\n    name: {en: \(round.id)}\(own)"
        })

        """
    }

    private func member(_ member: PlainMember) -> String {
        func spans(_ key: String, _ spans: [PlainSpan]) -> [String] {
            spans.isEmpty ? [] : ["\(key): [\(spans.map { "{\(span($0))}" }.joined(separator: ", "))]"]
        }
        let parts =
            ["country: \(member.country)", "as: \(member.standing)", span(member.span)]
            + spans("suspended", member.suspended) + spans("not-participating", member.absent)
        return "  - {\(parts.filter { !$0.isEmpty }.joined(separator: ", "))}"
    }

    private func word(_ word: PlainWord) -> String {
        let parts = [
            word.level.map { "level: \($0)" }, word.missing.map { "nothing: \($0)" },
            word.standing.map { "standing: \($0)" }, "reason: made up",
        ]
        return "\(word.word): {\(parts.compactMap(\.self).joined(separator: ", "))}"
    }

    private func span(_ span: PlainSpan) -> String {
        [span.since.map { "since: \($0)" }, span.until.map { "until: \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
    }

    // MARK: Commitments and reports

    private func commitmentsFile(_ forum: PlainForum) -> String {
        "commitments:\n" + lines(forum.commitments, commitment)
    }

    private func commitment(_ commitment: PlainCommitment) -> String {
        let exceptions = lines(commitment.exceptions) { exception in
            let parts = ["party: \(exception.party)", "kind: \(exception.kind)", span(exception.span)]
            return "      - {\(parts.filter { !$0.isEmpty }.joined(separator: ", "))}"
        }
        return """
              - id: \(commitment.id)
                title: {en: Made-up commitment}
                legal-force: \(commitment.force)
                binds: \(commitment.binds)
                addressees: [\(commitment.addressees.joined(separator: ", "))]
                \(commitment.adopted.map { "adopted: \($0)" } ?? "# not dated")
                \(commitment.deadline.map(deadline) ?? "# no deadline")
                \(commitment.round.map { "round: \($0)" } ?? "# no round")
                tracked: \(commitment.isTracked)
                exceptions:
            \(exceptions)
                crosswalk:
            \(lines(commitment.crosswalk) { "      - {to: \"\($0.to)\", relation: \($0.relation)}" })
            """
    }

    private func deadline(_ deadline: PlainDeadline) -> String {
        switch deadline {
        case .date(let date): "deadline: \(date)"
        case .horizon(let date): "deadline: {horizon: \(date), phrase: by the end of the plan}"
        case .recurring(let from, let months): "deadline: {every-months: \(months), from: \(from)}"
        case .phrase: "deadline: {phrase: as soon as possible}"
        }
    }

    private func reportsFile(_ reports: [PlainReport]) -> String {
        let header = [
            "id", "commitment", "party", "status", "date", "date-kind", "voice", "confidence", "wording", "scope",
            "evidence", "sources",
        ]
        let rows = reports.map { report in
            [
                report.id, report.commitment, report.party, report.status, report.date, report.dateKind, report.voice,
                report.confidence, "\"made up, twice\nover\"", report.scope, report.evidence,
                "https://example.org/a | https://example.org/b",
            ]
        }
        return (hasMark ? "\u{FEFF}" : "")
            + ([header] + rows).map { $0.joined(separator: delimiter) + lineEnd }.joined()
    }

    private func lines<Item>(_ items: [Item], _ line: (Item) -> String) -> String {
        items.map(line).joined(separator: "\n")
    }

    private func pairs(_ weights: [String: Int]) -> String {
        weights.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
}
