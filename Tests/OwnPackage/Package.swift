// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "own-followup",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "followup", path: "../..")],
    targets: [
        .executableTarget(
            name: "OwnFollowUp",
            dependencies: [
                .product(name: "FollowUpCommand", package: "followup"),
                .product(name: "ForumKit", package: "followup"),
                .product(name: "InstalledModules", package: "followup"),
            ])
    ]
)
