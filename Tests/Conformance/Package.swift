// swift-tools-version: 6.2
import PackageDescription

// Gives the comparison with other tokenizers what ours makes of a text; `run` says how it is used.
let package = Package(
    name: "conformance",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "tuneprep", path: "../..")],
    targets: [
        .executableTarget(
            name: "encode",
            dependencies: [
                .product(name: "TuneTokens", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ])
    ]
)
