// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "calibration",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "tuneprep", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "features",
            dependencies: [.product(name: "TuneTokens", package: "tuneprep")])
    ]
)
