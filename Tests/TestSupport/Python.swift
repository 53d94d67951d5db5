public import Foundation

/// The interpreter that some results are compared with.
public enum Python {
    /// True when `python3` runs.
    public static let isPresent = (try? run("pass", [])) != nil

    /// Why a script brought nothing.
    public enum Failure: Error { case status(Int32) }

    /// Runs a script whose standard input is `input`; returns its standard output.
    public static func run(_ script: String, _ input: [UInt8]) throws -> Data {
        let folder = try TemporaryFolder()
        let source = URL(filePath: folder.path("input"))
        let target = URL(filePath: folder.path("output"))
        try Data(input).write(to: source)
        try Data().write(to: target)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: target)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.status(process.terminationStatus) }
        return try withExtendedLifetime(folder) { try Data(contentsOf: target) }
    }
}
