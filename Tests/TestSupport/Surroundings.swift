public import Foundation

/// The package's folder, from where this file stands.
public enum Package {
    /// The folder that holds `Package.swift`.
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

/// The files of `samples`.
public enum Samples {
    /// The file of that name.
    public static func url(_ name: String) -> URL { Package.root.appending(path: "samples/\(name)") }
}

/// Real data beside the package; tests that want it are skipped when it is absent.
public enum SharedData {
    /// Where the data of that name is, or would be.
    public static func path(_ name: String) -> String {
        Package.root.deletingLastPathComponent().appending(path: "shared/data/\(name)").path
    }

    /// Whether it is there.
    public static func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

/// Other programs, as references.
public enum Program {
    /// A program that ended with another status than 0.
    struct Failure: Error {
        let program: String
    }

    /// What a program on the PATH prints.
    public static func output(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(program: name) }
        return String(decoding: data, as: UTF8.self)
    }
}
