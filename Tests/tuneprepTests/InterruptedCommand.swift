import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The command as a process of its own that is interrupted once, by a signal, and given a while to end.
struct InterruptedCommand {
    /// The exit status; nil for a process that was still there after that while.
    var status: Int32?
    var said: String

    /// Runs the command on a terminal, or on a pipe into which nothing comes.
    ///
    /// - Parameters:
    ///   - words: interrupts when these have been said; nil for after a second.
    ///   - answer: what is typed right after the signal.
    static func run(
        _ arguments: [String], _ environment: [String: String], in folder: String,
        onTerminal: Bool = false, after words: String? = nil, answer: String? = nil, patience: Double = 10
    ) throws -> InterruptedCommand {
        let process = Process()
        process.executableURL = Command.products.appending(path: "tuneprep")
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(filePath: folder)
        let (entry, errors) = (Pipe(), Pipe())
        process.standardOutput = FileHandle.nullDevice
        let keyboard = onTerminal ? try Keyboard() : nil
        process.standardInput = keyboard?.terminal ?? entry.fileHandleForReading
        process.standardError = keyboard?.terminal ?? errors.fileHandleForWriting
        try process.run()
        try errors.fileHandleForWriting.close()
        let source = keyboard?.user ?? errors.fileHandleForReading
        var said = ""
        let late = ContinuousClock.now + .seconds(3 * patience)
        if let words {
            while !said.contains(words), process.isRunning, ContinuousClock.now < late {
                said += rest(of: source)
            }
        } else {
            Thread.sleep(forTimeInterval: 1)
            while !catches(process.processIdentifier), process.isRunning, ContinuousClock.now < late {
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
        process.interrupt()
        if let answer {
            // So that the signal is there first, on a busy machine too.
            Thread.sleep(forTimeInterval: 0.1)
            try keyboard?.user.write(contentsOf: Data(answer.utf8))
        }
        let end = ContinuousClock.now + .seconds(patience)
        while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
        let isLate = process.isRunning
        if isLate { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        try entry.fileHandleForWriting.close()
        said += rest(of: source)
        return InterruptedCommand(status: isLate ? nil : process.terminationStatus, said: said)
    }

    /// Whether the process has said what it does at an interruption, where the system tells.
    private static func catches(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
            return true
        }
        let caught = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t")
            .last
        return caught.flatMap { UInt64($0, radix: 16) }.map { $0 & 1 << UInt64(SIGINT - 1) != 0 } ?? true
    }

    /// What a process has said and nobody read yet; a terminal has no end, and hands it out in pieces.
    private static func rest(of source: FileHandle) -> String {
        var text = ""
        var waiting = pollfd(fd: source.fileDescriptor, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&waiting, 1, 100) > 0, waiting.revents & Int16(POLLIN) != 0 {
            let more = source.availableData
            if more.isEmpty { break }
            text += String(decoding: more, as: UTF8.self)
        }
        return text
    }

    /// A terminal with somebody before it.
    private struct Keyboard {
        let user: FileHandle
        let terminal: FileHandle

        init() throws {
            var (user, terminal): (Int32, Int32) = (-1, -1)
            guard unsafe openpty(&user, &terminal, nil, nil, nil) == 0 else {
                throw CocoaError(.fileReadUnknown)
            }
            self.user = FileHandle(fileDescriptor: user, closeOnDealloc: true)
            self.terminal = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        }
    }
}
