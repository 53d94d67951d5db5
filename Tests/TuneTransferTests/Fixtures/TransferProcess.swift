import Foundation

/// The process `transfer-child`, which brings one file.
final class TransferProcess {
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

    /// What it said when it has ended.
    func end() async -> String {
        await Self.onThread { [output] in
            String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
    }

    /// How long it takes from its first words to its end.
    func span() async -> Duration {
        await Self.onThread { [output] in
            _ = output.fileHandleForReading.availableData
            return ContinuousClock().measure { _ = output.fileHandleForReading.readDataToEndOfFile() }
        }
    }

    /// What it said when it was killed some time after its first words, which are not among it.
    ///
    /// The time passes on the thread that waits: a task that slept would wake when the other tests let it.
    func end(killedAfter pause: Duration) async -> String {
        await Self.onThread { [output, process] in
            _ = output.fileHandleForReading.availableData
            usleep(UInt32(pause / .microseconds(1)))
            kill(process.processIdentifier, SIGKILL)
            return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
    }

    /// Waits on a thread of its own: tests have as few as there are cores.
    private static func onThread<Result: Sendable>(_ wait: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: wait()) }
        }
    }
}
