// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
// CryptoKit stands in for it on Apple's systems.
let cCrypto: Target.Dependency = .target(name: "CCrypto", condition: .when(platforms: [.linux]))

// What speaks to a network. `--disable-default-traits` fetches none of it, for who wants the command `tuneprep` only.
let online: TargetDependencyCondition? = .when(traits: ["Online"])
func product(_ name: String, of package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: online)
}

let asyncHTTPClient = product("AsyncHTTPClient", of: "async-http-client")
let nioCore = product("NIOCore", of: "swift-nio")
let nioPosix = product("NIOPosix", of: "swift-nio")
let nioHTTP1 = product("NIOHTTP1", of: "swift-nio")
let nioSSL = product("NIOSSL", of: "swift-nio-ssl")

let hummingbird = product("Hummingbird", of: "hummingbird")
let hummingbirdTesting = product("HummingbirdTesting", of: "hummingbird")
let httpTypes = product("HTTPTypes", of: "swift-http-types")
let logging = product("Logging", of: "swift-log")

let package = Package(
    name: "tuneprep",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "tuneprep", targets: ["tuneprep"]),
        .executable(name: "tuneprep-online", targets: ["tuneprep-online"]),
        .executable(name: "tuneprep-sandbox", targets: ["tuneprep-sandbox"]),
        .library(name: "TuneBytes", targets: ["TuneBytes"]),
        .library(name: "TuneTokens", targets: ["TuneTokens"]),
        .library(name: "TuneRecords", targets: ["TuneRecords"]),
        .library(name: "TuneArchives", targets: ["TuneArchives"]),
        .library(name: "TuneModels", targets: ["TuneModels"]),
        .library(name: "TuneHub", targets: ["TuneHub"]),
        .library(name: "TuneTransfer", targets: ["TuneTransfer"]),
        .library(name: "TuneServices", targets: ["TuneServices"]),
        .library(name: "TuneExamples", targets: ["TuneExamples"]),
        .library(name: "TuneCosts", targets: ["TuneCosts"]),
        .library(name: "TuneRules", targets: ["TuneRules"]),
        .library(name: "TunePipeline", targets: ["TunePipeline"]),
        .library(name: "TuneDelivery", targets: ["TuneDelivery"]),
    ],
    traits: [
        .trait(
            name: "Online",
            description:
                "What speaks to a network: tuneprep-online, tuneprep-sandbox, their libraries and the tests."
        ),
        .default(enabledTraits: ["Online"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.20.0", traits: []),
    ],
    targets: [
        // Floor 0: the system's zlib.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Floor 0: the system's libarchive, as a reader of tar.
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
        // Floor 0: the system's libcrypto, for its hashes.
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        // Floor 0: looks at 64 bytes at a time, by the widest instructions the machine has.
        .target(name: "CKernels"),
        // Floor 0: shows numbers and words.
        .target(name: "TuneText", swiftSettings: settings),
        // Floor 0: moves bytes between disk, gzip and memory, and finds bytes fast.
        .target(
            name: "TuneBytes", dependencies: ["TuneText", "CZlib", "CKernels", cCrypto],
            swiftSettings: settings
        ),
        // Floor 0: counts the tokens of a text.
        .target(
            name: "TuneTokens", dependencies: ["TuneText", "TuneBytes", "CKernels"], swiftSettings: settings
        ),
        // Floor 0: says what is wrong, where and why, and renders it.
        .target(name: "TuneFindings", dependencies: ["TuneText"], swiftSettings: settings),
        // Floor 1: turns bytes into records.
        .target(name: "TuneRecords", dependencies: ["TuneText", "TuneBytes"], swiftSettings: settings),
        // Floor 1: unpacks archives without letting them write outside their folder.
        .target(
            name: "TuneArchives", dependencies: ["TuneText", "CArchive", "TuneBytes"], swiftSettings: settings
        ),
        // Floor 1: says what a model folder holds, and what is wrong with it.
        .target(name: "TuneModels", dependencies: ["TuneText", "TuneBytes"], swiftSettings: settings),
        // Floor 1: says what is known of the model hub without a network.
        .target(name: "TuneHub", dependencies: ["TuneText", "TuneBytes"], swiftSettings: settings),
        // Floor 1: moves files over HTTP, resumably and verified.
        .target(
            name: "TuneTransfer",
            dependencies: [
                "TuneText", "TuneBytes", "TuneHub", asyncHTTPClient, nioCore, nioPosix, nioHTTP1,
                nioSSL,
            ],
            swiftSettings: settings),
        // Floor 2: turns records into training examples by layout, and writes examples out.
        .target(
            name: "TuneExamples", dependencies: ["TuneText", "TuneRecords", "TuneBytes"],
            swiftSettings: settings),
        // Floor 2: turns token counts, a plan and a dated price into a quote.
        .target(name: "TuneCosts", dependencies: ["TuneText"], swiftSettings: settings),
        // Floor 2: speaks each provider's API.
        .target(
            name: "TuneServices",
            dependencies: ["TuneText", "TuneTransfer", "TuneCosts", "TuneBytes"],
            swiftSettings: settings),
        // Floor 3: judges records, examples and whole datasets.
        .target(
            name: "TuneRules",
            dependencies: [
                "TuneText", "TuneBytes", "TuneModels", "TuneRecords", "TuneExamples", "TuneTokens",
                "TuneFindings",
            ],
            swiftSettings: settings),
        // Floor 4: joins the local floors into runs.
        .target(
            name: "TunePipeline",
            dependencies: [
                "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneArchives",
                "TuneModels", "TuneHub", "TuneExamples", "TuneCosts", "TuneRules",
            ], swiftSettings: settings),
        // Floor 4: writes the results of local runs down, in every style.
        .target(
            name: "TuneReport",
            dependencies: [
                "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneArchives",
                "TuneModels",
                "TuneCosts", "TuneRules", "TunePipeline",
            ], swiftSettings: settings),
        // Floor 4: the runs with a service.
        .target(
            name: "TuneDelivery",
            dependencies: [
                "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneArchives",
                "TuneModels", "TuneHub", "TuneTransfer", "TuneServices", "TuneExamples", "TuneCosts",
                "TuneRules", "TunePipeline",
            ], swiftSettings: settings),
        // Floor 4: writes the results of runs with a service down.
        .target(
            name: "TuneDeliveryReport",
            dependencies: [
                "TuneText", "TuneBytes", "TuneFindings", "TuneRules", "TuneRecords", "TuneTransfer",
                "TuneServices",
                "TuneCosts",
                "TunePipeline", "TuneDelivery", "TuneReport",
            ], swiftSettings: settings),
        // Floor 5: the commands that need no network, and what both programs share.
        .target(
            name: "TuneCommand",
            dependencies: [
                "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneArchives",
                "TuneModels", "TuneExamples", "TuneCosts", "TuneRules", "TunePipeline", "TuneReport",
                argumentParser,
            ], swiftSettings: settings),
        // Floor 5: the command as far as it needs no network.
        .executableTarget(
            name: "tuneprep", dependencies: ["TuneCommand", argumentParser], swiftSettings: settings),
        // Floor 5: the whole command, with what speaks to a service.
        .executableTarget(
            name: "tuneprep-online",
            dependencies: [
                "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneModels", "TuneTransfer",
                "TuneCosts", "TuneServices", "TuneRules", "TunePipeline", "TuneReport", "TuneDelivery",
                "TuneDeliveryReport", "TuneCommand", argumentParser,
            ], swiftSettings: settings),
        // Floor 5: a local stand-in for the service, for tests, demos and rehearsals.
        .executableTarget(
            name: "tuneprep-sandbox",
            dependencies: [hummingbird, httpTypes, logging, nioCore, cCrypto, argumentParser],
            swiftSettings: settings),
        // What the tests share: seeded random data, invented vocabularies.
        .target(
            name: "TestSupport",
            dependencies: ["TuneTokens", "TuneBytes", "TuneTransfer", "TunePipeline", "CZlib"],
            path: "Tests/TestSupport",
            swiftSettings: settings),
        // What the house is measured by: reads Swift sources.
        .target(name: "HouseMeasure", path: "Tests/HouseMeasure", swiftSettings: settings),
        // Prints the measures; `sh Tests/house` runs it.
        .executableTarget(
            name: "house", dependencies: ["HouseMeasure"], path: "Tests/HouseCommand", swiftSettings: settings
        ),
        // A process that downloads, for tests to kill.
        .executableTarget(
            name: "transfer-child", dependencies: ["TuneTransfer", "TuneBytes"], path: "Tests/TransferChild",
            swiftSettings: settings),
        // Runs a command that the kernel kills when it asks for a socket.
        .executableTarget(name: "no-sockets", path: "Tests/NoSockets"),
        // Tests of the house itself: its floors, its words, how it is kept.
        .testTarget(
            name: "ArchitectureTests", dependencies: ["HouseMeasure", "TestSupport", "TuneReport"],
            swiftSettings: settings),
        // Tests, one target for each module.
        .testTarget(
            name: "TuneBytesTests", dependencies: ["TestSupport", "TuneBytes", "CKernels", "CZlib"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneTextTests", dependencies: ["TestSupport", "TuneText"], swiftSettings: settings),
        .testTarget(
            name: "TuneFindingsTests", dependencies: ["TuneText", "TestSupport", "TuneFindings"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneRecordsTests", dependencies: ["TuneText", "TestSupport", "TuneRecords", "TuneBytes"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneArchivesTests",
            dependencies: ["TuneText", "TestSupport", "TuneArchives", "TuneBytes", "CZlib"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneModelsTests", dependencies: ["TestSupport", "TuneText", "TuneModels", "TuneBytes"],
            swiftSettings: settings),
        .testTarget(name: "TuneHubTests", dependencies: ["TestSupport", "TuneHub"], swiftSettings: settings),
        .testTarget(
            name: "TuneTransferTests",
            dependencies: [
                "TuneText", "TestSupport", "transfer-child", "TuneHub", "TuneTransfer", "TuneBytes",
                nioCore, nioPosix, nioHTTP1, nioSSL,
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TuneExamplesTests",
            dependencies: ["TuneText", "TestSupport", "TuneExamples", "TuneRecords", "TuneBytes"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneTokensTests",
            dependencies: ["TuneText", "TestSupport", "TuneTokens", "TuneBytes", "CKernels"],
            swiftSettings: settings),
        .testTarget(
            name: "TuneServicesTests",
            dependencies: [
                "TuneText", "TestSupport", "TuneServices", "TuneTransfer", "TuneCosts", "TuneBytes",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "tuneprep-sandboxTests",
            dependencies: [
                "TestSupport", "tuneprep-sandbox", hummingbird,
                hummingbirdTesting, httpTypes, nioCore, nioPosix, argumentParser,
            ],
            path: "Tests/tuneprep-sandboxTests", swiftSettings: settings),
        .testTarget(
            name: "TuneCostsTests", dependencies: ["TuneText", "TestSupport", "TuneCosts", "TuneTokens"],
            swiftSettings: settings),
        // The examples of rules are judged by whole runs: `TunePipeline` checks them.
        .testTarget(
            name: "TuneRulesTests",
            dependencies: [
                "TestSupport", "TunePipeline", "TuneRules", "TuneFindings", "TuneExamples", "TuneModels",
                "TuneRecords", "TuneTokens", "TuneBytes",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TunePipelineTests",
            dependencies: [
                "TuneText", "TestSupport", "TuneReport",
                "TunePipeline", "TuneRules", "TuneFindings", "TuneExamples", "TuneRecords", "TuneBytes",
                "TuneArchives", "TuneModels", "TuneTokens", "TuneTransfer", "TuneServices", "TuneCosts",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TuneDeliveryTests",
            dependencies: [
                "TestSupport", "TuneReport", "TuneDeliveryReport", "TuneDelivery", "TunePipeline", "TuneText",
                "TuneBytes", "TuneTokens",
                "TuneTransfer",
                "TuneServices", "TuneCosts", "TuneArchives", "TuneModels", "TuneRecords", "TuneExamples",
                "TuneRules",
                "TuneFindings",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TuneReportTests",
            dependencies: [
                "TestSupport", "TuneReport", "TunePipeline", "TuneText", "TuneBytes", "TuneFindings",
                "TuneRules",
            ], swiftSettings: settings),
        .testTarget(
            name: "TuneDeliveryReportTests",
            dependencies: [
                "TestSupport", "TuneDeliveryReport", "TuneReport", "TuneText", "TuneBytes", "TuneServices",
            ], swiftSettings: settings),
        .testTarget(
            name: "tuneprepTests",
            dependencies: [
                "TuneText", "TestSupport", "tuneprep", "tuneprep-online", "tuneprep-sandbox", "no-sockets",
            ],
            swiftSettings: settings),
    ]
)
