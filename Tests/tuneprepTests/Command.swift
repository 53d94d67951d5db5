import Foundation
import TestSupport
import Testing

/// The built command, run as a user runs it.
enum Command {
    /// The folder of the built products: the one the tests themselves stand in.
    static let products: URL = {
        #if os(macOS)
            let bundles = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            if let bundles { return bundles.bundleURL.deletingLastPathComponent() }
        #endif
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }()

    struct Result {
        var status: Int32
        var output: String
        var errors: String
        /// Both, as a terminal shows them, and the status when it is not 0.
        var transcript: String {
            output + errors + (status == 0 ? "" : "[exit \(status)]\n")
        }
    }

    /// Runs a line of shell with the command on the PATH, in `folder` or the package's. The commands are those of
    /// `programs`, or what was built.
    static func run(
        _ line: String, in folder: String? = nil, input: String = "", programs: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = folder.map { URL(filePath: $0) } ?? PackageFolder.root
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = (programs ?? products.path) + ":" + (environment["PATH"] ?? "")
        environment["NO_COLOR"] = nil
        // What the user's caches hold must not show in what a command prints.
        let caches = PackageFolder.root.appending(path: ".build/demo-caches").path
        environment["XDG_CACHE_HOME"] = caches
        environment["HF_HOME"] = caches
        environment["HF_HUB_CACHE"] = nil
        for name in environment.keys where name.hasPrefix("NSCALE_") || name == "ORGANIZATION_ID" {
            environment[name] = nil
        }
        environment["HF_TOKEN"] = nil
        process.environment = environment
        let (output, errors, entry) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = entry
        try process.run()
        try entry.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try entry.fileHandleForWriting.close()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
            errors: String(decoding: said, as: UTF8.self))
    }

    /// A folder with the files given, gone after use.
    static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
        try withExtendedLifetime(folder) { try body(folder.path) }
    }
}
