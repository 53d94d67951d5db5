import Foundation
import TestSupport
import Testing
import TuneHub

@Suite("The hub's cache")
struct HubCacheTests {
    private static let commit = String(repeating: "a", count: 40)
    private static let older = String(repeating: "b", count: 40)
    private let folder: TemporaryFolder
    private let cache: HubCache
    private var base: String { "hub/models--org--name" }

    init() throws {
        folder = try TemporaryFolder()
        cache = HubCache(environment: ["HF_HOME": folder.path])
    }

    private func write(_ name: String, _ text: String = "x") throws {
        let path = folder.path(name)
        let parent = URL(filePath: path).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try folder.write(Array(text.utf8), to: name)
    }

    @Test("the first name that is there counts, in the revision that refs/main names")
    func first() throws {
        try write("\(base)/refs/main", Self.commit + "\n")
        try write("\(base)/snapshots/\(Self.older)/tokenizer.json")
        try write("\(base)/snapshots/\(Self.commit)/tokenizer.model")
        try write("\(base)/snapshots/\(Self.commit)/vocab.json")
        let names = ["tokenizer.json", "tokenizer.model", "vocab.json"]
        #expect(
            cache.path(ofFirst: names, of: "org/name")
                == folder.path("\(base)/snapshots/\(Self.commit)/tokenizer.model"))
        #expect(
            cache.path(ofFirst: names, of: "org/name", revision: Self.older)
                == folder.path("\(base)/snapshots/\(Self.older)/tokenizer.json"))
        #expect(cache.path(ofFirst: names, of: "org/other") == nil)
        #expect(cache.path(ofFirst: ["../tokenizer.model"], of: "org/name") == nil)
    }

    @Test("a link to a blob is a file, one that leads nowhere is not")
    func links() throws {
        try write("\(base)/refs/main", Self.commit)
        try write("\(base)/blobs/one")
        try write("\(base)/snapshots/\(Self.commit)/README.md")
        let snapshot = folder.path("\(base)/snapshots/\(Self.commit)")
        for (name, blob) in [("a", "none"), ("b", "one")] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(snapshot)/\(name)", withDestinationPath: "../../blobs/\(blob)")
        }
        #expect(cache.path(ofFirst: ["a", "b"], of: "org/name") == "\(snapshot)/b")
    }

    @Test("an only revision is main when nothing is said about main")
    func only() throws {
        try write("\(base)/snapshots/\(Self.commit)/t")
        #expect(cache.path(ofFirst: ["t"], of: "org/name") != nil)
        try write("\(base)/snapshots/\(Self.older)/t")
        #expect(cache.path(ofFirst: ["t"], of: "org/name") == nil)
    }
}
