public import Diagnostics
import FollowUpModel
public import ForumKit
public import Localization
public import SystemIO

/// The files of texts below a workspace's folder: `languages/nl.po` and so on.
public enum LanguageFiles {
    /// The folder below the workspace.
    public static let folder = "languages"

    /// The languages of the program and of a workspace's folder; what is wrong with a file is told when the workspace is
    /// read.
    public static func set(of workspace: String) -> LanguageSet {
        let files = names(in: workspace).compactMap { name -> MessageCatalogue? in
            let path = "\(workspace)/\(folder)/\(name)"
            if FileSystem.real.leads(path, outOf: workspace) { return nil }
            do throws(FileError) {
                return read(try FileBytes(reading: path), named: name)
            } catch {
                return nil
            }
        }
        return files.isEmpty ? .shipped : LanguageSet(files)
    }

    /// The names of the files, sorted.
    static func names(in workspace: String) -> [String] {
        let path = "\(workspace)/\(folder)"
        guard FileSystem.real.exists(path), !FileSystem.real.leads(path, outOf: workspace) else { return [] }
        do throws(FileError) {
            return try FileSystem.real.names(in: path).filter { !$0.belongsToAnEditor && $0.hasSuffix(".po") }
        } catch {
            return []
        }
    }

    /// Reads a file, which is of the language that it is named after.
    public static func read(_ bytes: FileBytes, named name: String) -> MessageCatalogue {
        var catalogue = MessageCatalogue(po: bytes.array)
        catalogue.take(tag: String(name.dropLast(".po".count)))
        return catalogue
    }

    /// The English texts that a language is made of: those of the program, then those of its modules.
    public static func template(with registry: ForumRegistry) -> MessageCatalogue {
        .template.adding(registry.modules.flatMap { $0.metadata.templateEntries })
    }

    /// What is wrong with a file; where more than `most` texts are missing, only their number is told.
    public static func check(
        _ catalogue: MessageCatalogue, in file: FileID, against template: MessageCatalogue, most: Int = .max
    ) -> [Diagnostic] {
        let isWhole = catalogue.language.map { !Texts.languages.contains($0) } ?? true
        let found = catalogue.diagnostics(in: file, against: template, isWhole: isWhole)
        let missing = found.count { $0.code == .missingText }
        guard missing > most else { return found }
        return found.filter { $0.code != .missingText } + [
            .warning(
                .missingText, at: .wholeFile(file), "\(missing) texts are missing and are shown in English",
                help: "list them with: followup language check \(catalogue.language?.code ?? "")")
        ]
    }
}
