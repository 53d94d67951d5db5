/// How long a transfer waits, how often it tries, and how much it takes.
public struct TransferPolicy: Sendable, Equatable {
    /// Without a byte for so long, the connection is given up.
    public var idle: Duration = .seconds(30)
    /// So long a server may think about a request that is a question or an upload before its answer begins.
    public var answer: Duration = .seconds(120)
    /// Below so many bytes a second over `slowFor`, too; 0 turns it off.
    public var slowest = 1024
    /// See `slowest`.
    public var slowFor: Duration = .seconds(60)
    /// So many tries in a row without a new byte, and the download fails.
    public var tries = 5
    /// The longest wait a server may ask for.
    public var longestWait: Duration = .seconds(300)
    /// Not more bytes than this.
    public var mostBytes = Int.max
    /// After so many bytes what was received is made to survive a crash of the machine,
    public var checkpointBytes = 64 << 20
    /// or after so long.
    public var checkpointTime: Duration = .seconds(5)

    /// The usual policy.
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
