import Foundation

/// The command as a process of its own, looked at from outside while it runs.
struct ObservedCommand: Sendable {
    var status: Int32 = 0
    var output = ""
    var errors = ""
    /// The command lines of the process and of those below it, as everybody on the machine can read them.
    var commandLines: Set<String> = []

    /// All that was printed.
    var transcript: String { output + errors + "[exit \(status)]\n" }

    /// Runs the command with these variables and no others, in a folder.
    ///
    /// - Parameter patience: seconds after which it is told to stop; nil for never.
    static func run(
        _ arguments: [String], _ environment: [String: String], in folder: String, input: String = "",
        patience: Double? = nil
    ) throws -> ObservedCommand {
        let process = Process()
        process.executableURL = Command.products.appending(path: "tuneprep")
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(filePath: folder)
        let entry = Pipe()
        process.standardInput = entry
        let files = try (1...2).map { try Sink("\(folder)/printed.\($0)") }
        process.standardOutput = files[0].handle
        process.standardError = files[1].handle
        let start = ContinuousClock.now
        try process.run()
        try entry.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try entry.fileHandleForWriting.close()
        var seen = ObservedCommand()
        while process.isRunning {
            seen.look(at: process.processIdentifier)
            if let patience, ContinuousClock.now - start > .seconds(patience) { process.terminate() }
            Thread.sleep(forTimeInterval: 0.002)
        }
        seen.status = process.terminationStatus
        (seen.output, seen.errors) = (try files[0].text(), try files[1].text())
        return seen
    }

    private mutating func look(at process: Int32) {
        let place = "/proc/\(process)/"
        if let line = Self.text(place + "cmdline"), !line.isEmpty { commandLines.insert(line) }
        for task in (try? FileManager.default.contentsOfDirectory(atPath: place + "task")) ?? [] {
            let children = Self.text(place + "task/\(task)/children") ?? ""
            for child in children.split(separator: " ").compactMap({ Int32($0) }) { look(at: child) }
        }
    }

    private static func text(_ path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A file that takes what is printed: no pipe can fill up.
    private struct Sink {
        let handle: FileHandle
        private let url: URL

        init(_ path: String) throws {
            url = URL(filePath: path)
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        }

        func text() throws -> String {
            try handle.close()
            defer { try? FileManager.default.removeItem(at: url) }
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
    }
}
