import Foundation

/// The process `transfer-child`, which brings one file.
final class Child {
    private let process = Process()
    private let output = Pipe()

    /// The folder of the built products: the one the tests themselves stand in.
    private static let products: URL = {
        #if os(macOS)
            let bundles = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            if let bundles { return bundles.bundleURL.deletingLastPathComponent() }
        #endif
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }()

    /// Begins a download, with `wrapper` before the command if there is one.
    convenience init(_ address: String, to target: String, wrapper: [String] = []) throws {
        try self.init(["get", address, target], wrapper)
    }

    /// Begins an upload.
    convenience init(_ address: String, putting file: String) throws {
        try self.init(["put", address, file], [])
    }

    private init(_ arguments: [String], _ wrapper: [String]) throws {
        let words = wrapper + [Self.products.appending(path: "transfer-child").path] + arguments
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.standardOutput = output
        try process.run()
    }

    /// Kills the process at once.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Asks the process to end, as the system does.
    func terminate() {
        process.terminate()
    }

    /// What it said when it has ended.
    func end() -> String {
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    /// Waits for its first words.
    func begin() {
        _ = output.fileHandleForReading.availableData
    }
}
