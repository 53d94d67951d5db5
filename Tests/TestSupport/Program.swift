import Foundation

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
