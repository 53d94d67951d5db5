/// Time and chance as parameters, so that tests need neither.
public struct TransferClock: Sendable {
    /// What a pause is for.
    public enum Purpose: Sendable {
        /// Before the next try.
        case retry
        /// Between two looks at the progress.
        case watch
    }

    /// Time since some moment; it does not pass while the machine sleeps.
    public var now: @Sendable () -> Duration
    /// Returns after that time, or throws when the task is cancelled.
    public var sleep: @Sendable (Duration, Purpose) async throws -> Void
    /// A number from 0 up to, not including, 1.
    public var chance: @Sendable () -> Double

    /// A clock made of these functions.
    public init(
        now: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration, Purpose) async throws -> Void,
        chance: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.chance = chance
    }

    /// The machine's clock and the system's random numbers.
    public static var system: TransferClock {
        let clock = SuspendingClock()
        let start = clock.now
        return TransferClock(
            now: { start.duration(to: clock.now) },
            sleep: { pause, _ in try await Task.sleep(for: pause, clock: clock) },
            chance: { Double.random(in: 0..<1) })
    }
}
