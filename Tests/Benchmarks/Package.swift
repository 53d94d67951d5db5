// swift-tools-version: 6.2
import PackageDescription

// Benchmarks, apart from the package so that nothing of theirs reaches its users. `run` says how they are used.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "tuneprep", path: "../..")],
    targets: [
        .executableTarget(
            name: "readbench",
            dependencies: [
                .product(name: "TuneRecords", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
        .executableTarget(
            name: "countbench",
            dependencies: [
                .product(name: "TuneTokens", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
        .executableTarget(
            name: "transferbench",
            dependencies: [
                .product(name: "TuneTransfer", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
    ]
)
