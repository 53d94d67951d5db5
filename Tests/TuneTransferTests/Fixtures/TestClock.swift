import Synchronization
import Testing

@testable import TuneTransfer

/// A clock that never waits before a retry. It looks at the progress only once a test says that nothing more will
/// come, and until the next retry.
final class TestClock: Sendable {
    let pauses = Mutex<[Duration]>([])
    private let time = Mutex(Duration.zero)
    private let silence = Mutex(Silence())

    /// How long each look at the progress takes in truth, while the test's seconds pass.
    private let pace: Duration

    init(pace: Duration = .zero) {
        self.pace = pace
    }

    private struct Silence {
        var isHere = false
        var waiting: [AsyncStream<Void>.Continuation] = []
    }

    /// From now on nothing comes.
    func fallSilent() {
        silence.withLock { silence in
            silence.isHere = true
            for waiting in silence.waiting { waiting.yield() }
            silence.waiting = []
        }
    }

    /// Returns when nothing comes any more, or when the task is cancelled.
    private func untilSilent() async {
        let (stream, signal) = AsyncStream.makeStream(of: Void.self)
        silence.withLock { silence in
            if silence.isHere { signal.yield() } else { silence.waiting.append(signal) }
        }
        for await _ in stream { break }
    }

    var clock: TransferClock {
        TransferClock(
            now: { self.time.withLock { $0 } },
            sleep: { pause, purpose in
                switch purpose {
                case .retry:
                    self.silence.withLock { $0.isHere = false }
                    self.pauses.withLock { $0.append(pause) }
                case .watch:
                    await self.untilSilent()
                    if self.pace > .zero { try await Task.sleep(for: self.pace) }
                }
                self.time.withLock { $0 += pause }
                try Task.checkCancellation()
            },
            chance: { 0.5 })
    }
}
