// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "own-followup",
    dependencies: [.package(name: "followup", path: "../..")],
    targets: [
        .executableTarget(
            name: "OwnFollowUp",
            dependencies: [
                .product(name: "FollowUpCommand", package: "followup"),
                .product(name: "ForumKit", package: "followup"),
                .product(name: "InstalledModules", package: "followup"),
            ]),
        .executableTarget(
            name: "ReadForums",
            dependencies: [
                .product(name: "ForumKit", package: "followup"),
                .product(name: "Harmonization", package: "followup"),
                .product(name: "InstalledModules", package: "followup"),
            ]),
    ]
)
