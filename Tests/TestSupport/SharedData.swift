public import Foundation

/// Data of others, published, in the folder `../shared/data` beside the package; tests that want it are skipped by name
/// when it is absent.
public enum SharedData {
    /// Where the file or folder of that name is, or would be.
    public static func url(_ name: String) -> URL {
        PackageFolder.root.deletingLastPathComponent().appending(path: "shared/data/\(name)")
    }

    /// Where the file or folder of that name is, or would be, as a path.
    public static func path(_ name: String) -> String { url(name).path }

    /// Whether it is there.
    public static func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The bytes of a file.
    public static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    /// The text of a file.
    public static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    /// The names in a folder that end so, in order; none when it is not there.
    public static func names(in folder: String, ending: String) -> [String] {
        let all = try? FileManager.default.contentsOfDirectory(atPath: path(folder))
        return (all ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }
}
