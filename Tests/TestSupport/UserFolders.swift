import Foundation
public import TunePipeline

/// A home of its own for one test, with caches and files; removed when released.
public final class UserFolders {
    private let folder: TemporaryFolder
    /// Where it is.
    public var path: String { folder.path }
    /// The folder of the store.
    public var home: String { path + "/.cache/tuneprep/tokenizers" }
    /// What a process of the user would see.
    public var environment: [String: String] { ["HOME": path, "HF_HOME": path + "/hf"] }
    /// How the user chooses tokenizers.
    public var choice: TokenizerChoice { TokenizerChoice(environment: environment) }
    /// The vocabularies added.
    public var store: TokenizerStore { TokenizerStore(folder: home) }

    /// A new home, empty.
    public init() throws { folder = try TemporaryFolder() }

    /// Writes a file below the home, with the folders it stands in.
    @discardableResult
    public func write(_ text: String, _ name: String) throws -> String { try write(Array(text.utf8), name) }

    /// Writes a file below the home, with the folders it stands in.
    @discardableResult
    public func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let url = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// The names in a folder of the store; none when it is not there.
    public func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(home)/\(folder)")) ?? []).sorted()
    }

    /// Changes one byte of a file of the store.
    public func spoil(_ name: String, at offset: Int) throws {
        let url = URL(filePath: "\(home)/\(name)")
        var bytes = try Data(contentsOf: url)
        bytes[offset] ^= 0x55
        try bytes.write(to: url)
    }

    /// Puts a file into the cache of the hub's own tools.
    @discardableResult
    public func cache(_ text: String, _ name: String, of repository: String) throws -> String {
        let base = "hf/hub/models--" + repository.replacing("/", with: "--")
        let commit = String(repeating: "c", count: 40)
        try write(commit, base + "/refs/main")
        return try write(text, "\(base)/snapshots/\(commit)/\(name)")
    }
}
