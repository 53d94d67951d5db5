// swift-tools-version: 6.2
import PackageDescription

let records = ["FuzzCSV", "FuzzJSONLines"]
let archives = ["FuzzTar", "FuzzGzip", "FuzzSafetensors", "FuzzIndex"]

// Fuzz targets, apart from the package so that nothing of theirs reaches its users. `run` says how they are used.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v26)],
    products: (records + archives).map { .library(name: $0, type: .static, targets: [$0]) },
    dependencies: [.package(name: "tuneprep", path: "../..", traits: [])],
    targets: [
        .target(
            name: "Fuzzing",
            dependencies: [
                .product(name: "TuneRecords", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
        .target(
            name: "FuzzingArchives",
            dependencies: [
                .product(name: "TuneArchives", package: "tuneprep"),
                .product(name: "TuneModels", package: "tuneprep"),
                .product(name: "TuneBytes", package: "tuneprep"),
            ]),
    ]
        + records.map { .target(name: $0, dependencies: ["Fuzzing"]) }
        + archives.map { .target(name: $0, dependencies: ["FuzzingArchives"]) }
)
