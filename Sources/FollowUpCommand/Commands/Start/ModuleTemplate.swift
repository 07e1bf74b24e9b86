/// The files of a new module, with a test that asks for the forum's own rule.
struct ModuleTemplate {
    let names: ModuleNames

    /// The folder of a Swift module in Plugins/.
    var files: [NewFiles.File] {
        [
            source(folder: "Sources/"), file("README.md", PackageResources.Module_md),
            file("Tests/\(names.type)Tests.swift", PackageResources.ModuleTests_swift_template),
            NewFiles.File(
                name: "Tests/Fixtures/README.md", text: "Made-up data for the tests: nothing here is true.\n"),
        ]
    }

    /// A Swift module's source: it reads words.
    func source(folder: String) -> NewFiles.File {
        file("\(folder)\(names.type).swift", PackageResources.Module_swift_template)
    }

    /// The file name of a program that reads a forum over `followup-module/1`, in Python with its standard library alone.
    var program: String { "\(names.module).py" }

    /// The program, its test and its README; they belong in the forum's folder.
    var externalFiles: [NewFiles.File] {
        [
            file(program, PackageResources.program_py, isExecutable: true),
            file("test_\(program)", PackageResources.test_program_py, isExecutable: true),
            file("README.md", PackageResources.program_md),
        ]
    }

    /// The imports of a Swift module's test, in the order that the formatter asks for.
    private var imports: String {
        ["FollowUpModel", "ForumKit", "ForumKitTesting", "Testing", names.target].sorted().map { "import \($0)" }
            .joined(separator: "\n")
    }

    private func file(_ name: String, _ template: [UInt8], isExecutable: Bool = false) -> NewFiles.File {
        NewFiles.File(
            name: name, template: template,
            values: ["module": names.module, "type": names.type, "program": program, "imports": imports],
            isExecutable: isExecutable)
    }
}
