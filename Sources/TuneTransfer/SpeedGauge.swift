internal import Synchronization

/// How many bytes have come, told from one task to another.
final class ByteCount: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add(_ bytes: Int) {
        count.wrappingAdd(bytes, ordering: .relaxed)
    }
}

/// Judges from looks at a count whether bytes still come fast enough.
struct SpeedGauge {
    private let patience: Patience
    private var looks: [(time: Duration, count: Int)] = []
    private var lastByte: (time: Duration, count: Int)?

    /// How often to look.
    static let interval = Duration.seconds(1)

    init(patience: Patience) {
        self.patience = patience
    }

    /// Notes that `count` bytes had come at `time`; returns what is wrong, if anything is.
    mutating func complaint(count: Int, at time: Duration) -> String? {
        if lastByte.map({ $0.count != count }) ?? true { lastByte = (time, count) }
        if let lastByte, time - lastByte.time >= patience.idle {
            return "nothing came for \(patience.idle.components.seconds) seconds"
        }
        looks.append((time, count))
        // The look before the window is the one to compare with.
        while looks.count > 2, time - looks[1].time >= patience.slowFor { looks.removeFirst() }
        let span = time - looks[0].time
        let least = patience.slowest * Int(patience.slowFor.components.seconds)
        guard patience.slowest > 0, span >= patience.slowFor, count - looks[0].count < least else {
            return nil
        }
        return "less than \(patience.slowest) bytes a second came"
    }

    /// Looks at `bytes` once a second until something is wrong; nil when the task is cancelled.
    static func watch(_ bytes: ByteCount, _ patience: Patience, _ clock: TransferClock) async -> String? {
        var gauge = SpeedGauge(patience: patience)
        while true {
            if let complaint = gauge.complaint(count: bytes.value, at: clock.now()) { return complaint }
            guard (try? await clock.sleep(interval, .watch)) != nil else { return nil }
        }
    }
}
