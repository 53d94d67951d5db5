// swift-tools-version: 6.2
import PackageDescription

// Gives the comparisons with other libraries what ours makes of a text or a file; `run` says how it is used.
let package = Package(
    name: "conformance",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "tuneprep", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "encode",
            dependencies: [
                .product(name: "TuneTokens", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
        .executableTarget(
            name: "headers",
            dependencies: [
                .product(name: "TuneModels", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
    ]
)
