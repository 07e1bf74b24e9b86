// swift-tools-version: 6.1
import PackageDescription

// Forum modules that ship with the program: a folder in Plugins/ each, and a line in InstalledModules.
let forumModules = [
    "NormIncorporation", "SingleMarket", "WorkPlan", "Declaration", "TreatyParticipation", "TreatyBody",
    "PeriodicReview",
]

let package = Package(
    name: "followup",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "followup", targets: ["followup"]),
        .executable(name: "followup-site", targets: ["followup-site"]),
        .library(name: "FollowUpCommand", targets: ["FollowUpCommand"]),
        .library(name: "FollowUpSite", targets: ["FollowUpSite"]),
        .library(name: "ForumKit", targets: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .library(name: "ForumKitTesting", targets: ["ForumKitTesting"]),
        .library(name: "InstalledModules", targets: ["InstalledModules"]),
        .library(name: "LocatedYAML", targets: ["Diagnostics", "LocatedYAML"]),
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

        // The processor's instructions for SHA-256.
        .systemLibrary(name: "CSHA256"),

        // Functions of the C library that Swift's module of it leaves out.
        .systemLibrary(name: "CProcess"),

        // Each target imports only what stands above it.
        .target(name: "Diagnostics"),
        .target(name: "LocatedYAML", dependencies: ["CLibYAML", "Diagnostics"]),
        .target(name: "FollowUpModel", dependencies: ["Diagnostics"]),
        .target(name: "ForumKit", dependencies: ["Diagnostics", "FollowUpModel"]),
        .target(
            name: "ForumWorkspace",
            dependencies: ["CByteScan", "CSHA256", "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit"]),
        .target(
            name: "Harmonization",
            dependencies: ["Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace"]),
        .target(name: "Languages", dependencies: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .target(
            name: "Dashboard",
            dependencies: [
                "Diagnostics", "FollowUpModel", "ForumKit", "Languages", "ForumWorkspace", "Harmonization",
            ], resources: [.embedInCode("Resources")]),
        .target(
            name: "WebService",
            dependencies: [
                "CZlib", "Diagnostics", "FollowUpModel", "ForumKit", "Languages", "ForumWorkspace", "Harmonization",
                "Dashboard",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .target(
            name: "WebServer",
            dependencies: [
                "Diagnostics", "FollowUpModel", "WebService",
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
                "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "ForumKitTesting", "Languages",
                "ForumWorkspace", "Harmonization",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "ForumKitTesting", dependencies: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .target(
            name: "InstalledModules", dependencies: ["ForumKit", "External"] + forumModules.map { .target(name: $0) }),
        .target(
            name: "FollowUpSite",
            dependencies: [
                "Diagnostics", "ForumWorkspace", "Harmonization", "Dashboard", "WebService", "WebServer",
                "FollowUpCommand", .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "followup", dependencies: ["FollowUpCommand", "InstalledModules"],
            // One file that runs on any Linux, and starts without a dynamic linker: half of the start's time.
            linkerSettings: [.unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release))]),
        .executableTarget(
            name: "followup-site", dependencies: ["FollowUpCommand", "FollowUpSite", "InstalledModules"]),
        .executableTarget(
            name: "followup-bench",
            dependencies: [
                "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace",
                "Harmonization",
            ], path: "Tests/Benchmarks/Sources"),

        .executableTarget(
            name: "bare-server",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Tests/Benchmarks/BareServer"),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "LocatedYAMLTests", dependencies: ["Diagnostics", "LocatedYAML"]),
        .testTarget(name: "FollowUpModelTests", dependencies: ["Diagnostics", "FollowUpModel"]),
        .testTarget(name: "ForumKitTests", dependencies: ["Diagnostics", "FollowUpModel", "ForumKit"]),
        .testTarget(
            name: "ForumKitTestingTests",
            dependencies: ["Diagnostics", "FollowUpModel", "ForumKit", "ForumKitTesting"]),
        .testTarget(
            name: "ForumWorkspaceTests",
            dependencies: [
                "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "HarmonizationTests",
            dependencies: [
                "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace", "Harmonization",
            ]),
        .testTarget(
            name: "DashboardTests",
            dependencies: [
                "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "Languages", "ForumWorkspace",
                "Harmonization", "Dashboard",
                // Another implementation of the templates' language, which judges ours.
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .testTarget(
            name: "WebServiceTests",
            dependencies: [
                "Diagnostics", "FollowUpModel", "ForumKit", "InstalledModules", "ForumWorkspace", "Harmonization",
                "Dashboard", "WebService",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .testTarget(
            name: "FollowUpCommandTests",
            dependencies: [
                "Diagnostics", "LocatedYAML", "FollowUpModel", "ForumKit", "InstalledModules", "Languages",
                "ForumWorkspace", "Harmonization", "FollowUpCommand",
            ], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)

// The module that lets a program of the forum's folder read the forum; the only one that starts programs.
package.targets += [
    .target(
        name: "External",
        dependencies: [
            "CProcess", "Diagnostics", "FollowUpModel", "ForumKit",
        ], path: "Plugins/External/Sources"),
    .testTarget(
        name: "ExternalTests",
        dependencies: [
            "Diagnostics", "FollowUpModel", "ForumKit", "ForumWorkspace", "Harmonization", "FollowUpCommand",
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
            dependencies: kit + ["ForumKitTesting", "ForumWorkspace", "Harmonization", .target(name: name)],
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
