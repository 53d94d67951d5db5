/// How long a transfer waits, how often it tries, and how much it takes.
public struct TransferPolicy: Sendable, Equatable {
    /// How long nothing may come before the connection is given up.
    public var idle: Duration = .seconds(30)
    /// How long a server may think about a question or an upload before its answer begins.
    public var answer: Duration = .seconds(120)
    /// The lowest speed over `slowFor`, in bytes a second, at which a connection is kept; 0 turns it off.
    public var slowest = 1024
    /// Over how long `slowest` is measured.
    public var slowFor: Duration = .seconds(60)
    /// Number of tries in a row without a new byte after which a transfer fails; 1 tries once.
    public var tries = 5
    /// The longest wait a server may ask for.
    public var longestWait: Duration = .seconds(300)
    /// The largest number of bytes that is taken.
    public var mostBytes = Int.max
    /// Number of bytes after which what was received is made to survive a crash of the machine.
    public var checkpointBytes = 64 << 20
    /// How long it takes until that is done at the latest.
    public var checkpointTime: Duration = .seconds(5)

    /// The usual policy: what the properties say.
    public init() {}

    /// The pause before try number `failures` + 1: anything up to 0.5 s · 2ⁿ, at most 60 s ("full jitter").
    package func pause(failures: Int, chance: Double) -> Duration {
        let seconds = min(60, 0.5 * Double(1 << min(failures, 10)))
        return .milliseconds(Int(seconds * 1000 * chance))
    }

    /// The pause before the next try: what the server asked for, else one that grows with the failures.
    func pause(asked: Duration?, failures: Int, chance: Double) -> Duration {
        asked.map { pause(asked: $0, chance: chance) } ?? pause(failures: failures, chance: chance)
    }

    /// The pause a server asked for, and up to a second more, so that not all come back at once.
    func pause(asked: Duration, chance: Double) -> Duration {
        asked + .milliseconds(Int(1000 * chance))
    }
}
