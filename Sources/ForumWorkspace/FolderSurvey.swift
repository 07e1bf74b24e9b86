import Diagnostics
import SystemIO

/// What stands in a workspace's folder: which folders are forums, which report files they have, and what looks like data
/// and is not read, each with the reason.
struct FolderSurvey {
    /// The forums' folders, each with its report files by their names below the workspace, in the order of the names; and
    /// why not all can be told, if so.
    private(set) var forums: [(name: String, reports: [String], problem: Diagnostic?)] = []
    /// Why the folder can't be looked into; nil where it can.
    private(set) var problem: Diagnostic?
    /// The folders that can't be looked into, and why.
    private(set) var unread: [(name: String, problem: Diagnostic)] = []
    /// What is wrong, in the order in which it was met.
    private(set) var diagnostics: [Diagnostic] = []

    private let root: String
    /// The files that workspace.yaml names, below the workspace.
    private let named: Set<String>

    /// Looks at a folder.
    init(of root: String, naming named: Set<String>) {
        (self.root, self.named) = (root, named)
        let all = names(in: "")
        problem = diagnostics.first
        for name in all where name != "workspace.yaml" && name != LanguageFiles.folder {
            switch kind(name) {
            case .folder: surveyFolder(name)
            case .file, .other: if !named.contains(name) { checkFile(name) }
            case nil:
                // A link that leads nowhere may have been a forum.
                let problem = Diagnostic.error(
                    .unreadableFile, at: nil, "\(root)/\(name) can't be read: it leads nowhere")
                unread.append((name, problem))
                diagnostics.append(problem)
            }
        }
    }

    private mutating func surveyFolder(_ folder: String) {
        let before = diagnostics.count
        let inside = names(in: folder)
        if diagnostics.count > before { return unread.append((folder, diagnostics[before])) }
        if inside.contains("forum.yaml") || inside.contains("commitments.yaml") { return surveyForum(folder, inside) }
        if let near = inside.first(where: \.isNearlyForumFile) {
            return tell(folder, "a forum's files are forum.yaml and commitments.yaml", help: "rename \(near)")
        }
        if inside.contains(where: { $0.lowercased() == "reports" }) {
            return tell(folder, "it has reports and no forum.yaml", help: "a forum is described in forum.yaml")
        }
        for name in inside.map({ "\(folder)/\($0)" }) {
            if kind(name) == .folder {
                let isForum = names(in: name).contains { $0 == "forum.yaml" || $0.isNearlyForumFile }
                guard isForum else { continue }
                tell(name, "forums stand directly below the folder of workspace.yaml", help: "move it to \(root)")
            } else if !named.contains(name) {
                checkFile(name)
            }
        }
    }

    private mutating func surveyForum(_ forum: String, _ inside: [String]) {
        var reports: [String] = []
        let before = diagnostics.count
        for name in inside where name != "forum.yaml" && name != "commitments.yaml" {
            let path = "\(forum)/\(name)"
            if name == "reports" {
                reports = reportFiles(in: path)
            } else if kind(path) != .folder {
                checkFile(path, reports: "\(forum)/reports")
            } else if ["report", "reports"].contains(name.lowercased()) {
                tell(path, "the folder of a forum's reports is named reports", help: "rename it")
            }
        }
        forums.append((forum, reports, diagnostics[before...].first { $0.severity == .error }))
    }

    /// The report files of a folder; what is no report file and looks like one is told.
    private mutating func reportFiles(in folder: String) -> [String] {
        names(in: folder).map { "\(folder)/\($0)" }.filter { path in
            switch kind(path) {
            case .folder:
                if path.lowercased().hasSuffix(".csv") {
                    tell(path, "it is a folder", help: "report files stand directly in \(root)/\(folder)")
                }
                for name in names(in: path) { checkFile("\(path)/\(name)", reports: folder) }
                return false
            case .file where path.lowercased().hasSuffix(".csv"): return true
            case .file:
                checkFile(path, reports: folder)
                return false
            case .other, nil:
                diagnostics.append(
                    .error(.unreadableFile, at: nil, "\(root)/\(path) can't be read: it is no file, but such as a pipe")
                )
                return false
            }
        }
    }

    /// Tells that a file isn't read, where it looks like data.
    private mutating func checkFile(_ path: String, reports: String? = nil) {
        let name = path.lowercased()
        let isNearlyForumFile = path.split(separator: "/").last.map(String.init)?.isNearlyForumFile == true
        let folder = reports.map { "\(root)/\($0)" } ?? "the folder reports of its forum"
        switch name.split(separator: ".").dropFirst().last {
        case "csv": tell(path, "report files stand in \(folder)", help: "move it there")
        case "tsv", "tab": tell(path, "tables are read as CSV alone", help: "save it as CSV (UTF-8) in \(folder)")
        case "txt" where name.hasSuffix(".csv.txt") || name.hasSuffix(".tsv.txt"):
            tell(path, "the names of report files end in .csv", help: "take .txt off its name")
        case "xlsx", "xlsm", "xls", "ods", "numbers":
            tell(path, "workbooks are not read", help: "save its sheet as CSV (UTF-8) in \(folder)")
        case "gz", "zip", "xz", "bz2", "7z", "zst": tell(path, "packed files are not read", help: "unpack it")
        case "yml" where isNearlyForumFile, "yaml" where isNearlyForumFile:
            tell(path, "a forum's files are forum.yaml and commitments.yaml", help: "rename it")
        case "yml": tell(path, "the names of YAML files end in .yaml here", help: "rename it if it is to be read")
        default: break
        }
    }

    private mutating func tell(_ path: String, _ reason: String, help: String) {
        diagnostics.append(.warning(.notRead, at: nil, "\(root)/\(path) is not read: \(reason)", help: help))
    }

    private func kind(_ path: String) -> FileStatus.Kind? { FileStatus(of: "\(root)/\(path)")?.kind }

    /// The names in a folder below the workspace, without those that editors and spreadsheets make for themselves.
    private mutating func names(in folder: String) -> [String] {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        do throws(FileError) {
            if FileSystem.real.leads(path, outOf: root) { throw FileError(path: path, errno: FileError.outside) }
            return try FileSystem.real.names(in: path).filter { !$0.belongsToAnEditor }
        } catch {
            diagnostics.append(.error(.unreadableFile, at: nil, "\(path) can't be read: \(error.reason)"))
            return []
        }
    }
}

extension String {
    /// Whether it is the name of a lock, a backup or another hidden file, as editors, spreadsheets and systems make them.
    var belongsToAnEditor: Bool {
        ["~", ".bak", ".tmp", ".swp", ".orig", ".lock"].contains(where: hasSuffix)
            || [".", "~", "#"].contains(where: hasPrefix) || ["Thumbs.db", "desktop.ini"].contains(self)
    }

    /// Whether it is nearly the name of one of a forum's files, such as `Forum.yml`.
    fileprivate var isNearlyForumFile: Bool {
        let parts = lowercased().split(separator: ".")
        guard parts.count >= 2, ["forum", "commitments", "commitment"].contains(parts[0]) else { return false }
        return (parts[1] == "yml" || parts[1] == "yaml") && self != "forum.yaml" && self != "commitments.yaml"
    }
}
