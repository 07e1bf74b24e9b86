import ArgumentParser
import TerminalText

/// What a command has to say, once, for every format: words and tables for people, a document and a table of
/// records for programs.
struct Presentation: Sendable {
    /// One part with its heading.
    struct Section: Sendable {
        /// The heading, if it has one.
        var heading: String?
        /// Lines of text before the table.
        var lines: [String] = []
        /// The table, if it has one.
        var table: Table?
        /// Lines of text after the table.
        var closing: [String] = []

        /// A part of a heading and a table, or nil where the table has no row.
        static func ifAny(_ heading: String, _ table: Table) -> Section? {
            table.rows.isEmpty ? nil : Section(heading: heading, table: table)
        }
    }

    /// The heading of it all.
    var title: String
    /// Lines of text below the title.
    var lines: [String] = []
    /// The parts, in order.
    var sections: [Section] = []
    /// Lines of text at the end: coverage, rejected rows, key.
    var footer: [String] = []
    /// The same for programs; nil where no program is given it.
    var document: Document?

    /// Makes a presentation; parts that there are not are left out.
    init(
        title: String, lines: [String] = [], sections: [Section?] = [], footer: [String] = [],
        document: Document? = nil
    ) {
        (self.title, self.lines, self.footer) = (title, lines, footer)
        self.sections = sections.compactMap(\.self)
        self.document = document
    }
}

/// The formats that results are given in.
enum OutputFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// Words and tables for a terminal.
    case table
    /// JSON for programs; documented and stable.
    case json
    /// The main records as CSV.
    case csv
    /// Words and tables for a document.
    case markdown
}

extension Presentation {
    /// The text of this presentation in a format, ending with a line break.
    func render(_ format: OutputFormat, for terminal: Terminal) -> String {
        switch format {
        case .json: document?.json(true) ?? ""
        case .csv: document?.csv() ?? ""
        case .table: plain(terminal)
        case .markdown: markdown()
        }
    }

    private func plain(_ terminal: Terminal) -> String {
        func bold(_ heading: String?) -> [String] {
            wrap(heading.map { [$0] } ?? [], terminal)
                .map { TextStyle.bold.applied(to: $0, enabled: terminal.usesColour) }
        }
        var blocks = [bold(title) + wrap(lines, terminal)]
        for section in sections {
            let table = section.table.map { table in
                let text = TextTable(terminal: terminal, gap: table.headings.count > 6 ? 1 : 2).render(table)
                return text.hasSuffix("\n") ? String(text.dropLast()) : text
            }
            blocks.append(
                bold(section.heading) + wrap(section.lines, terminal) + (table.map { [$0] } ?? [])
                    + wrap(section.closing, terminal))
        }
        if !footer.isEmpty { blocks.append(wrap(footer, terminal)) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Wraps lines to the terminal; a line's own indentation is kept on its continuations.
    private func wrap(_ lines: [String], _ terminal: Terminal) -> [String] {
        lines.flatMap { line in
            let indentation = String(line.prefix { $0 == " " })
            let hanging = indentation + (line.dropFirst(indentation.count).hasPrefix("- ") ? "  " : "")
            let room = max(20, terminal.width - hanging.terminalWidth)
            let pieces = String(line.dropFirst(indentation.count)).wrappedByItems(toTerminalWidth: room)
            return pieces.enumerated().map { ($0 == 0 ? indentation : hanging) + $1 }
        }
    }

    private func markdown() -> String {
        // What could steer a terminal is spelt out in a document too; tables see to that themselves.
        var blocks = (["# \(title)"] + lines).map(\.madeVisible)
        for section in sections {
            if let heading = section.heading { blocks.append("## \(heading.madeVisible)") }
            if !section.lines.isEmpty { blocks.append(section.lines.map(Self.listItem).joined(separator: "\n")) }
            if let table = section.table { blocks.append(MarkdownTable().render(table)) }
            if !section.closing.isEmpty { blocks.append(section.closing.map(Self.listItem).joined(separator: "\n")) }
        }
        return (blocks + footer.map(\.madeVisible)).map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
            .joined(separator: "\n\n") + "\n"
    }

    /// A line of a section as an item of a list, keeping its depth.
    private static func listItem(_ line: String) -> String {
        let depth = line.prefix { $0 == " " }.count
        let text = line.madeVisible.dropFirst(depth)
        return String(repeating: " ", count: depth) + (text.hasPrefix("- ") ? text : "- " + text)
    }
}
