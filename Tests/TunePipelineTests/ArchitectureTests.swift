import Foundation
import Testing
import TunePipeline
import TuneReport

/// The floors of the house: what each module may import, and where unsafe code may stand.
@Suite("the floors of the house hold")
struct ArchitectureTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The table of docs/architecture.md.
    private static let allowed: [String: Set<String>] = [
        "TuneText": [],
        "TuneBytes": ["TuneText", "CZlib", "CKernels", "Dispatch", "Synchronization"],
        "TuneTokens": ["TuneText", "TuneBytes", "CKernels"],
        "TuneFindings": ["TuneText"],
        "TuneRecords": ["TuneText", "TuneBytes"],
        "TuneArchives": ["CArchive", "TuneText", "TuneBytes", "Dispatch", "Synchronization"],
        "TuneModels": ["TuneText", "TuneBytes"],
        "TuneHub": ["TuneText", "TuneBytes"],
        "TuneTransfer": [
            "TuneText", "TuneBytes", "TuneHub", "Crypto", "AsyncHTTPClient", "NIOCore", "NIOPosix",
            "NIOHTTP1",
            "NIOSSL", "Synchronization",
        ],
        "TuneExamples": ["TuneText", "TuneRecords", "TuneBytes"],
        "TuneServices": ["TuneText", "TuneBytes", "TuneTransfer", "TuneCosts"],
        "TuneCosts": ["TuneText"],
        "TuneRules": [
            "TuneText", "TuneBytes", "TuneModels", "TuneRecords", "TuneExamples", "TuneTokens",
            "TuneFindings",
        ],
        "TunePipeline": [
            "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneExamples", "TuneCosts",
            "TuneText", "TuneRules", "TuneArchives", "TuneModels", "TuneHub", "Crypto", "Synchronization",
        ],
        "TuneReport": [
            "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneCosts", "TuneRules",
            "TuneArchives", "TuneModels", "TunePipeline",
        ],
        "TuneDeliveryReport": [
            "TuneText", "TuneBytes", "TuneFindings", "TuneRecords", "TuneCosts", "TuneRules", "TuneTransfer",
            "TuneServices",
            "TunePipeline", "TuneDelivery", "TuneReport",
        ],
        "TuneDelivery": [
            "TuneText", "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneExamples", "TuneCosts",
            "TuneRules", "TuneArchives", "TuneModels", "TuneHub", "TuneTransfer", "TuneServices",
            "TunePipeline",
            "Crypto", "Synchronization",
        ],
        "tuneprep": [
            "TuneDelivery", "TuneReport", "TuneDeliveryReport",
            "TuneBytes", "TuneTokens", "TuneFindings", "TuneRecords", "TuneExamples", "TuneCosts",
            "TuneRules",
            "TuneText", "TunePipeline", "TuneArchives", "TuneModels", "TuneTransfer", "TuneServices",
            "ArgumentParser",
            "Synchronization",
        ],
        "tuneprep-sandbox": [
            "Hummingbird", "HTTPTypes", "Logging", "NIOCore", "Crypto", "ArgumentParser", "Foundation",
            "Synchronization",
        ],
    ]

    private static let systemModules: Set<String> = ["Glibc", "Musl", "Darwin"]
    private static let floorsWithSystemCalls: Set<String> = [
        "TuneBytes", "TuneTokens", "TuneArchives", "tuneprep",
    ]

    /// The only files that may hold unsafe code; each opens with its invariants.
    private static let unsafeFiles: Set<String> = [
        "TuneArchives/BlockWriter.swift",
        "TuneArchives/DecodedArchive.swift", "TuneArchives/Descriptor.swift",
        "TuneArchives/FolderHandle.swift", "TuneArchives/FolderRemoval.swift", "TuneArchives/Renaming.swift",
        "TuneArchives/StagedFile.swift",
        "TuneArchives/StagingFolder.swift", "TuneArchives/TarReader.swift",
        "TuneBytes/BlockInflater.swift", "TuneBytes/ByteSearch.swift", "TuneBytes/ByteSurvey.swift",
        "TuneBytes/FieldEnds.swift", "TuneBytes/FloatFormat.swift", "TuneBytes/Hash128.swift",
        "TuneBytes/Inflater.swift", "TuneBytes/Span+JSONText.swift",
        "TuneBytes/SpanCopy.swift", "TuneBytes/System+Status.swift", "TuneBytes/System.swift",
        "TuneBytes/UniqueBuffer.swift",
        "TuneTokens/ByteLevelCounter.swift", "TuneTokens/Memory.swift", "TuneTokens/PairTable.swift",
        "TuneTokens/PieceLookup.swift",
        "TuneTokens/SentencePieceCounter.swift", "TuneTokens/SplittingTable.swift",
        "TuneTokens/Table.swift", "tuneprep/Terminal.swift",
    ]

    @Test("every import is in the table", arguments: allowed.keys.sorted())
    func imports(_ module: String) throws {
        var permitted = Self.allowed[module] ?? []
        if Self.floorsWithSystemCalls.contains(module) { permitted.formUnion(Self.systemModules) }
        for file in try Self.sources(of: module) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of: /(?m)^\s*(?:public |package |internal |private )?(?:@_spi\(\w+\) )?import (\w+)/)
            {
                #expect(permitted.contains(String(match.1)), "\(file.lastPathComponent) imports \(match.1)")
            }
        }
    }

    @Test("there is a row for every module")
    func modules() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path)
        let swift = folders.filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") }
        #expect(Set(swift) == Set(Self.allowed.keys))
    }

    @Test("unsafe code stands only in the files of the list")
    func unsafeCode() throws {
        for module in Self.allowed.keys {
            for file in try Self.sources(of: module) {
                let name = "\(module)/\(file.lastPathComponent)"
                let text = try String(contentsOf: file, encoding: .utf8)
                let holds = text.contains(/(?m)^(?!\s*\/\/).*\bunsafe\b\s/) || text.contains("@safe")
                if Self.unsafeFiles.contains(name) {
                    #expect(holds, "\(name) holds no unsafe code any more: take it off the list")
                } else {
                    #expect(!holds, "\(name) holds unsafe code and is not on the list")
                }
            }
        }
    }

    @Test("no file names a machine's folders")
    func noMachinePaths() throws {
        let forbidden = ["/wo" + "rk/", "/ro" + "ot/", "/t" + "mp/", "/op" + "t/"]
        let folders = ["Sources", "Tests", "samples", "docs"]
        for folder in folders {
            let base = Self.root.appending(path: folder)
            let files = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            // What tools keep in hidden folders is not ours.
            for file in files where !"/\(file)".contains("/.") {
                let kind = (file as NSString).pathExtension
                guard ["swift", "md", "sh", "py", "console"].contains(kind) else { continue }
                let text = (try? String(contentsOf: base.appending(path: file), encoding: .utf8)) ?? ""
                for word in forbidden { #expect(!text.contains(word), "\(folder)/\(file) names \(word)") }
            }
        }
    }

    @Test("docs/rules.md says what the rules say")
    func rulesPage() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/rules.md"), encoding: .utf8)
        #expect(
            page == RulesPage.text + "\n",
            "stale: run `swift run tuneprep explain --all --format markdown > docs/rules.md`")
    }

    private static func sources(of module: String) throws -> [URL] {
        let folder = root.appending(path: "Sources/\(module)")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
        try #require(!files.isEmpty)
        return files
    }
}
