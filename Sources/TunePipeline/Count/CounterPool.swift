import Synchronization
import TuneTokens

/// Lends counters to whoever works on a slice, one set at a time: a counter learns as it counts, and making one takes longer
/// than a small slice does.
final class CounterPool: Sendable {
    /// How the counters count; a set has one for each.
    let countings: [TokenCounting]
    private let idle = Mutex<[Parked]>([])

    /// Counters that nobody uses at the moment; whoever takes them out of the pool is their only holder.
    private struct Parked: @unchecked Sendable {
        var counters: [ChatCounter]
    }

    /// A pool of sets that count in each of these ways; it has made no counters yet.
    init(_ countings: [TokenCounting]) {
        self.countings = countings
    }

    /// A pool of counters that count in one way.
    convenience init(_ counting: TokenCounting) {
        self.init([counting])
    }

    /// How the first counter of a set counts: the only one, where a run counts in one way.
    var counting: TokenCounting { countings[0] }

    /// Lends the first counter of a set for the length of `body`.
    func lend<Result>(_ body: (inout ChatCounter) -> Result) -> Result {
        lendAll { body(&$0[0]) }
    }

    /// Lends a set of counters for the length of `body`.
    func lendAll<Result>(_ body: (inout [ChatCounter]) -> Result) -> Result {
        var parked = idle.withLock { $0.popLast() } ?? Parked(counters: made())
        let result = body(&parked.counters)
        let returned = parked
        idle.withLock { $0.append(returned) }
        return result
    }

    /// Ways that differ in their template alone share what is learnt.
    private func made() -> [ChatCounter] {
        var exact: [ModelFamily: ExactCounter] = [:]
        return countings.map { counting in
            switch counting.method {
            case .exact(let tokenizer):
                let counter = exact[tokenizer.family] ?? tokenizer.counter()
                exact[tokenizer.family] = counter
                return ChatCounter(counter, template: counting.template)
            case .estimate(let estimator): return ChatCounter(estimator, template: counting.template)
            }
        }
    }
}
