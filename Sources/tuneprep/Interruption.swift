import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Waits for SIGINT and SIGTERM, so that a run can put its things in order first. A second one ends the process at
/// once.
final class Interruption {
    /// Whether one has come, for whoever runs.
    final class Flag: Sendable {
        private let arrived = Atomic<CInt>(0)

        /// Whether a signal has come.
        var isUp: Bool { arrived.load(ordering: .relaxed) != 0 }

        /// The exit status for it: 130 for SIGINT, 143 for SIGTERM.
        var status: CInt { 128 + arrived.load(ordering: .relaxed) }

        /// True for the first signal.
        fileprivate func raise(_ number: CInt) -> Bool {
            arrived.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
        }
    }

    /// The flag.
    let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    /// Begins to wait; `action` is called once, when the first signal comes.
    init(_ action: @escaping @Sendable () -> Void = {}) {
        let signals = [SIGINT, SIGTERM]
        sources = signals.map { [flag] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                for other in signals { signal(other, SIG_DFL) }
                if flag.raise(number) { action() }
            }
            source.activate()
            return source
        }
    }
}
