// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets, apart from the package so that nothing of theirs reaches its users. `run` says how they are used.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "FuzzCSV", type: .static, targets: ["FuzzCSV"]),
        .library(name: "FuzzJSONLines", type: .static, targets: ["FuzzJSONLines"]),
    ],
    dependencies: [.package(name: "tuneprep", path: "../..")],
    targets: [
        .target(
            name: "Fuzzing",
            dependencies: [
                .product(name: "TuneRecords", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
        .target(name: "FuzzCSV", dependencies: ["Fuzzing"]),
        .target(name: "FuzzJSONLines", dependencies: ["Fuzzing"]),
    ]
)
