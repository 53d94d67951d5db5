import Foundation
import HouseMeasure
import TestSupport
import Testing
import TuneReport

/// The floors of the house: what each module may import, and where unsafe code may stand.
@Suite("the floors of the house hold")
struct FloorTests {
    private static let table = Result {
        try FloorTable(page: PackageFolder.root.appending(path: "docs/architecture.md"))
    }

    /// What belongs to Swift or to the system, and is no dependency of a target.
    private static let systemModules: Set<String> = [
        "Dispatch", "Synchronization", "Foundation", "CryptoKit", "Glibc", "Musl", "Darwin",
    ]
    /// How numbers and words are shown is there for every module, whether it shows any today or not.
    private static let showing: Set<String> = ["TuneText"]

    /// The only files that may hold unsafe code; each opens with its invariants.
    private static let unsafeFiles: Set<String> = [
        "TuneArchives/BlockWriter.swift",
        "TuneArchives/DecodedArchive.swift", "TuneArchives/Descriptor.swift",
        "TuneArchives/FolderHandle.swift", "TuneArchives/FolderRemoval.swift", "TuneArchives/Renaming.swift",
        "TuneArchives/StagedFile.swift",
        "TuneArchives/StagingFolder.swift", "TuneArchives/TarReader.swift",
        "TuneBytes/BlockInflater.swift", "TuneBytes/ByteSearch.swift", "TuneBytes/ByteSurvey.swift",
        "TuneBytes/FieldEnds.swift", "TuneBytes/FloatFormat.swift", "TuneBytes/Hash128.swift",
        "TuneBytes/Inflater.swift", "TuneBytes/MD5.swift", "TuneBytes/SHA1.swift",
        "TuneBytes/SHA256.swift", "TuneBytes/Span+JSONText.swift",
        "TuneBytes/Span+Text.swift", "TuneBytes/System+Programs.swift", "TuneBytes/System+Status.swift",
        "TuneBytes/System.swift",
        "TuneBytes/UniqueBuffer.swift",
        "TuneTokens/ByteLevelCounter.swift", "TuneTokens/Memory.swift", "TuneTokens/PairTable.swift",
        "TuneTokens/PieceLookup.swift",
        "TuneTokens/SentencePieceCounter.swift", "TuneTokens/SplittingTable.swift",
        "TuneTokens/Table.swift", "TuneCommand/Terminal.swift", "tuneprep-sandbox/Digest.swift",
    ]

    @Test("every import is in the table")
    func imports() throws {
        for file in try MeasuredHouse.get().files {
            let permitted = try Self.table.get().row(of: file.module).imports
            for name in file.imports { #expect(permitted.contains(name), "\(file.path) imports \(name)") }
        }
    }

    @Test("what the table permits by name is imported somewhere")
    func permissions() throws {
        let files = try MeasuredHouse.get().files
        let library: Set<String> = ["Glibc", "Musl", "Darwin"]
        for row in try Self.table.get().rows where !row.namesAllAbove {
            let imported = Set(files.filter { $0.module == row.module }.flatMap(\.imports))
            let unused = row.imports.subtracting(imported).subtracting(library).subtracting(Self.showing)
            #expect(unused.isEmpty, "\(row.module) imports none of \(unused.sorted())")
        }
    }

    @Test("there is a row for every module")
    func modules() throws {
        #expect(try Self.table.get().rows.map(\.module).sorted() == MeasuredHouse.get().modules)
    }

    @Test("targets depend on what the table permits, and on what they import")
    func manifest() throws {
        let manifest = try PackageManifest(at: PackageFolder.root.appending(path: "Package.swift"))
        let files = try MeasuredHouse.get().files
        for row in try Self.table.get().rows {
            let dependencies = try #require(manifest.dependencies[row.module], "no target \(row.module)")
            let imported = Set(files.filter { $0.module == row.module }.flatMap(\.imports))
            let needed = imported.subtracting(Self.systemModules)
            let missing = needed.subtracting(dependencies)
            #expect(missing.isEmpty, "\(row.module) imports \(missing.sorted()) without depending on it")
            let idle = dependencies.subtracting(needed).subtracting(Self.showing)
            #expect(idle.isEmpty, "\(row.module) depends on \(idle.sorted()) without importing it")
            let stray = dependencies.subtracting(row.imports)
            #expect(
                stray.isEmpty, "\(row.module) depends on \(stray.sorted()), which the page does not permit")
        }
    }

    @Test("the command links no network, and the other program does")
    func offline() throws {
        let manifest = try PackageManifest(at: PackageFolder.root.appending(path: "Package.swift"))
        #expect(manifest.onlineModules.contains("AsyncHTTPClient"))
        let networked = manifest.onlineModules.union(["TuneTransfer", "TuneServices", "TuneDelivery"])
        let local = manifest.everything(below: "tuneprep")
        #expect(local.contains("TunePipeline"))
        #expect(local.isDisjoint(with: networked), "linked: \(local.intersection(networked).sorted())")
        let known = Set(manifest.dependencies.keys).union(["ArgumentParser", "CZlib", "CArchive", "CCrypto"])
        #expect(local.isSubset(of: known), "of other packages: \(local.subtracting(known).sorted())")
        #expect(
            networked.isSubset(
                of: manifest.everything(below: "tuneprep-online").union([
                    "Hummingbird", "HummingbirdTesting", "HTTPTypes", "Logging",
                ])))
    }

    @Test("unsafe code is only in the files of the list")
    func unsafeCode() throws {
        for file in try MeasuredHouse.get().files {
            let name = "\(file.module)/\(file.name).swift"
            if Self.unsafeFiles.contains(name) {
                #expect(file.holdsUnsafeCode, "\(name) holds no unsafe code any more: take it off the list")
            } else {
                #expect(!file.holdsUnsafeCode, "\(name) holds unsafe code and is not on the list")
            }
        }
    }

    @Test("no file names a machine's folders")
    func noMachinePaths() throws {
        let forbidden = ["/wo" + "rk/", "/ro" + "ot/", "/t" + "mp/", "/op" + "t/"]
        let folders = ["Sources", "Tests", "samples", "docs"]
        for folder in folders {
            let base = PackageFolder.root.appending(path: folder)
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
        let page = try PackageFolder.text(of: "docs/rules.md")
        #expect(
            page == RulesPage.text + "\n",
            "stale: run `swift run tuneprep explain --all --format markdown > docs/rules.md`")
    }
}
