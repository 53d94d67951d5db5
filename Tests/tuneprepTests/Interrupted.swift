import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The command as a process of its own that is interrupted once, by a signal, and given a while to end.
struct Interrupted {
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
    ) throws -> Interrupted {
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
        if let words {
            while !said.contains(words) {
                let more = source.availableData
                if more.isEmpty { break }
                said += String(decoding: more, as: UTF8.self)
            }
        } else {
            Thread.sleep(forTimeInterval: 1)
        }
        process.interrupt()
        if let answer { try keyboard?.user.write(contentsOf: Data(answer.utf8)) }
        let end = ContinuousClock.now + .seconds(patience)
        while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
        let isLate = process.isRunning
        if isLate { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        try entry.fileHandleForWriting.close()
        said += rest(of: source)
        return Interrupted(status: isLate ? nil : process.terminationStatus, said: said)
    }

    /// What a process that has ended left behind; a terminal has no end, and hands it out in pieces.
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
