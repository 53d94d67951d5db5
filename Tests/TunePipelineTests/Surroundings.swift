import Foundation
import Testing

/// The package's folder, from where this file stands.
enum Package {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// The files of `samples`.
enum Samples {
    static func url(_ name: String) -> URL { Package.root.appending(path: "samples/\(name)") }
}

/// Real data beside the package; tests that want it are skipped when it is absent.
enum SharedData {
    static func path(_ name: String) -> String {
        Package.root.deletingLastPathComponent().appending(path: "shared/data/\(name)").path
    }

    static func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

/// A folder that is gone after use.
enum TemporaryFolder {
    static func with(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tuneprep-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }
}

/// Other programs, as references.
enum Program {
    /// What a program on the PATH prints.
    static func output(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(name) failed")
        return String(decoding: data, as: UTF8.self)
    }
}
