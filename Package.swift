// swift-tools-version: 6.1
import PackageDescription

// Forum modules that ship with the program: a folder in Plugins/ each, and a line in InstalledModules.
let forumModules = [
    "NormIncorporation", "SingleMarket", "WorkPlan", "Declaration", "TreatyParticipation", "TreatyBody",
    "PeriodicReview",
]

let package = Package(
    name: "followup",
    products: [
        .executable(name: "followup", targets: ["followup"]),
        .library(name: "FollowUpCommand", targets: ["FollowUpCommand"]),
        .library(name: "ForumKit", targets: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .library(name: "ForumKitTesting", targets: ["ForumKitTesting"]),
        .library(
            name: "ForumWorkspace",
            targets: ["SystemIO", "Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace"]),
        .library(
            name: "Harmonization",
            targets: ["SystemIO", "Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace", "Harmonization"]),
        .library(name: "InstalledModules", targets: ["InstalledModules"]),
        .library(name: "LocatedYAML", targets: ["SystemIO", "JSON", "Diagnostics", "LocatedYAML"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        // Without their traits neither package brings Foundation with it.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // libyaml, the reference YAML parser in C.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        // zlib, which writes gzip.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Vector instructions that compare 64 bytes at once.
        .systemLibrary(name: "CByteScan"),

        // libcrypto of OpenSSL, which hashes.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Functions of the C library that Swift's module of it leaves out, and a guard for mapped files.
        .target(name: "CProcess"),

        // The texts of the program and of its modules, from the files of their folders `Texts`.
        .target(name: "CShippedTexts"),

        // What the codes of diagnostics mean, from the files Codes.md of the targets.
        .target(name: "CCodeTexts"),

        // Each target imports only what stands above it.
        // The only target that calls the C library.
        .target(name: "SystemIO", dependencies: ["CProcess", "CCrypto", "CZlib"]),
        .target(name: "JSON", dependencies: ["SystemIO"]),
        .target(name: "TerminalText"),
        .target(name: "Diagnostics", dependencies: ["CCodeTexts", "SystemIO", "JSON", "TerminalText"]),
        .target(
            name: "LocatedYAML", dependencies: ["CLibYAML", "SystemIO", "JSON", "Diagnostics"], exclude: ["Codes.md"]),
        .target(name: "FollowUpModel", dependencies: ["Diagnostics"]),
        .target(
            name: "Localization", dependencies: ["CShippedTexts", "SystemIO", "Diagnostics", "FollowUpModel"],
            exclude: ["Texts", "Codes.md"]),
        .target(
            name: "ForumKit", dependencies: ["Diagnostics", "FollowUpModel", "Localization"],
            exclude: ["Texts", "Codes.md"]),
        .target(
            name: "ForumWorkspace",
            dependencies: [
                "CByteScan", "SystemIO", "JSON", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit",
                "Localization",
            ], exclude: ["Codes.md"]),
        .target(
            name: "Harmonization",
            dependencies: ["SystemIO", "Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace"]),
        .target(
            name: "Records",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "Localization", "ForumWorkspace",
                "Harmonization",
            ]),
        .target(name: "Templates", dependencies: ["SystemIO"]),
        .target(
            name: "Dashboard",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "Localization", "ForumWorkspace",
                "Harmonization", "Records", "Templates",
            ], resources: [.embedInCode("Resources")]),
        .target(
            name: "WebService",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "Localization", "ForumWorkspace",
                "Harmonization", "Records", "Templates", "Dashboard",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .target(
            name: "WebServer",
            dependencies: [
                "SystemIO", "JSON", "TerminalText", "FollowUpModel", "WebService",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(
            name: "FollowUpCommand",
            dependencies: [
                "SystemIO", "JSON", "TerminalText", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit",
                "ForumKitTesting", "Localization", "ForumWorkspace", "Harmonization", "Records", "Templates",
                "Dashboard",
                "WebService", "WebServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ], resources: [.embedInCode("Resources")]),
        .target(name: "ForumKitTesting", dependencies: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .target(
            name: "InstalledModules", dependencies: ["ForumKit", "External"] + forumModules.map { .target(name: $0) }),
        .executableTarget(
            name: "followup", dependencies: ["FollowUpCommand", "InstalledModules"],
            // One file that runs on any Linux, and starts without a dynamic linker: half of the start's time.
            linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
        .executableTarget(
            name: "followup-bench",
            dependencies: [
                "SystemIO", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "InstalledModules",
                "ForumWorkspace", "Harmonization",
            ], path: "Tests/Benchmarks/Sources"),

        .executableTarget(
            name: "bare-server",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/Benchmarks/BareServer"),

        // Dates as literals, for tests only: a text that is no date ends the program.
        .target(name: "DateLiterals", dependencies: ["FollowUpModel"], path: "Tests/DateLiterals"),

        .testTarget(name: "SystemIOTests", dependencies: ["SystemIO"]),
        .testTarget(name: "JSONTests", dependencies: ["SystemIO", "JSON"]),
        .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["SystemIO", "JSON", "Diagnostics"]),
        .testTarget(name: "LocalizationTests", dependencies: ["Diagnostics", "FollowUpModel", "Localization"]),
        .testTarget(
            name: "LocatedYAMLTests",
            dependencies: ["SystemIO", "JSON", "Diagnostics", "LocatedYAML", "ForumKitTesting"]),
        .testTarget(name: "FollowUpModelTests", dependencies: ["Diagnostics", "FollowUpModel", "ForumKitTesting"]),
        .testTarget(
            name: "ForumKitTests",
            dependencies: ["Diagnostics", "FollowUpModel", "ForumKit", "ForumKitTesting", "DateLiterals"]),
        .testTarget(
            name: "ForumKitTestingTests",
            dependencies: ["Diagnostics", "FollowUpModel", "ForumKit", "ForumKitTesting"]),
        .testTarget(
            name: "InstalledModulesTests",
            dependencies: ["Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "Localization"]),
        .testTarget(
            name: "ForumWorkspaceTests",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "Localization",
                "InstalledModules",
                "ForumWorkspace",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "HarmonizationTests",
            dependencies: [
                "SystemIO", "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace",
                "Harmonization",
            ]),
        // Another implementation of the templates' language, which checks ours.
        .target(
            name: "MustacheReference",
            dependencies: ["JSON", "Templates", .product(name: "Mustache", package: "swift-mustache")],
            path: "Tests/MustacheReference"),
        .testTarget(name: "TemplatesTests", dependencies: ["SystemIO", "JSON", "Templates", "MustacheReference"]),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace",
                "Harmonization",
                "Records",
            ]),
        .testTarget(
            name: "DashboardTests",
            dependencies: [
                "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "Localization",
                "ForumWorkspace", "Harmonization", "Records", "Templates", "Dashboard", "MustacheReference",
            ]),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "Localization",
                "ForumKitTesting", "ForumWorkspace", "Harmonization", "Records", "Templates", "Dashboard", "WebService",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "FollowUpCommandTests",
            dependencies: [
                "SystemIO", "JSON", "TerminalText", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit",
                "InstalledModules", "Localization", "ForumWorkspace", "Harmonization", "Records", "WebService",
                "WebServer", "FollowUpCommand", .product(name: "Logging", package: "swift-log"),
            ], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)

// The module that lets a program of the forum's folder read the forum; the only one that starts programs.
package.targets += [
    .target(
        name: "External",
        dependencies: [
            "SystemIO", "JSON", "Diagnostics", "FollowUpModel", "ForumKit",
        ], path: "Plugins/External/Sources"),
    .testTarget(
        name: "ExternalTests",
        dependencies: [
            "JSON", "Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace", "Harmonization", "FollowUpCommand",
            "External",
        ], path: "Plugins/External/Tests", exclude: ["Fixtures"]),
]

// A module imports ForumKit only: it never sees YAML, files, HTTP or another module.
for name in forumModules {
    let kit: [Target.Dependency] = ["Diagnostics", "FollowUpModel", "ForumKit"]
    package.targets += [
        .target(name: name, dependencies: kit, path: "Plugins/\(name)/Sources"),
        .testTarget(
            name: "\(name)Tests",
            dependencies: kit + [
                "JSON", "ForumKitTesting", "DateLiterals", "ForumWorkspace", "Harmonization", .target(name: name),
            ],
            path: "Plugins/\(name)/Tests", exclude: ["Fixtures"]),
    ]
}

// One set of rules for every Swift target.
for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InternalImportsByDefault"),
        ]
}
