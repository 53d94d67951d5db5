package import ArgumentParser
import Synchronization
package import TuneBytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A command that, when it is interrupted, has something to keep or to say first.
package protocol InterruptibleCommand: AsyncParsableCommand {}

/// Ctrl-C and the wish to terminate: the first cancels what runs, the second ends the process at once.
package enum Interruption {
    private static let caught = Atomic<CInt>(0)

    /// 130 or 143 when the run was interrupted; nil otherwise.
    package static var status: CInt? {
        let number = caught.load(ordering: .relaxed)
        return number == 0 ? nil : 128 + number
    }

    /// Comes true when the run is interrupted, for work that asks.
    package static let cancellation = Cancellation { status != nil }

    /// Ends the run when it was interrupted.
    package static func check() throws(ExitCode) {
        if let status { throw ExitCode(status) }
    }

    /// Runs a command, cancelled by a signal.
    static func run(_ command: sending any InterruptibleCommand) async throws {
        // What the handler touches must be there before it comes.
        _ = status
        for number in [SIGINT, SIGTERM] { signal(number, take) }
        let work = Task {
            var command = command
            try await command.run()
        }
        // A handler of signals may not cancel a task, so that somebody has to look.
        let watch = Task {
            while status == nil { try await Task.sleep(for: .milliseconds(50)) }
            work.cancel()
        }
        defer { watch.cancel() }
        try await work.value
    }

    private static let take: @convention(c) (CInt) -> Void = { number in
        let (isFirst, _) = caught.compareExchange(expected: 0, desired: number, ordering: .relaxed)
        if !isFirst { _exit(128 + number) }
    }
}
