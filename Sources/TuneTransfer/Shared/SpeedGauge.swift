/// Judges from looks at a count whether bytes still come fast enough.
struct SpeedGauge {
    private let policy: TransferPolicy
    private var looks: [(time: Duration, count: Int)] = []
    private var lastByte: (time: Duration, count: Int)?
    private var thinksSince: Duration?

    /// How often to look.
    static let interval = Duration.seconds(1)

    init(policy: TransferPolicy) {
        self.policy = policy
    }

    /// Notes that `count` bytes had come at `time`; returns what is wrong, if anything is.
    mutating func stall(count: Int, at time: Duration) -> String? {
        thinksSince = nil
        if lastByte.map({ $0.count != count }) ?? true { lastByte = (time, count) }
        if let lastByte, time - lastByte.time >= policy.idle {
            return "nothing came for \(policy.idle.components.seconds) seconds"
        }
        looks.append((time, count))
        // The look before the window is the one to compare with.
        while looks.count > 2, time - looks[1].time >= policy.slowFor { looks.removeFirst() }
        let span = time - looks[0].time
        let least = policy.slowest * Int(policy.slowFor.components.seconds)
        guard policy.slowest > 0, span >= policy.slowFor, count - looks[0].count < least else {
            return nil
        }
        return "less than \(policy.slowest) bytes a second came"
    }

    /// The same while no byte can come, because the server thinks about its answer.
    mutating func stallOfAnswer(at time: Duration) -> String? {
        let start = thinksSince ?? time
        (looks, lastByte, thinksSince) = ([], nil, start)
        guard time - start >= policy.answer else { return nil }
        return "no answer came for \(policy.answer.components.seconds) seconds"
    }

    /// Looks at `bytes` once a second until something is wrong; nil when the task is cancelled.
    static func watch(_ bytes: ByteCount, policy: TransferPolicy, clock: TransferClock) async -> String? {
        var gauge = SpeedGauge(policy: policy)
        while true {
            let time = clock.now()
            let stall =
                bytes.awaitsAnswer
                ? gauge.stallOfAnswer(at: time) : gauge.stall(count: bytes.value, at: time)
            if let stall { return stall }
            guard (try? await clock.sleep(interval, .watch)) != nil else { return nil }
        }
    }

    /// Does `work`, and cancels it when the bytes stop coming; tells what came of it, and why it was cancelled if it
    /// was.
    static func watching<Result: Sendable>(
        _ bytes: ByteCount, policy: TransferPolicy, clock: TransferClock,
        work: @escaping @Sendable () async -> Result
    ) async -> (result: Result?, stall: String?) {
        await withTaskGroup(of: Race<Result>.self) { group in
            group.addTask { .ended(await work()) }
            group.addTask { .slow(await watch(bytes, policy: policy, clock: clock)) }
            var (result, stall) = (Result?.none, String?.none)
            for await finished in group {
                switch finished {
                case .ended(let ending): result = ending
                case .slow(let reason): stall = reason
                }
                group.cancelAll()
            }
            return (result, stall)
        }
    }

    private enum Race<Result: Sendable> {
        case ended(Result)
        case slow(String?)
    }
}
