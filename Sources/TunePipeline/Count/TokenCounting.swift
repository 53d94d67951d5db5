import Synchronization
public import TuneTokens

/// How a run counts tokens: by a vocabulary or an estimate, with a chat template or bare.
public struct TokenCounting: Sendable {
    /// Where the numbers come from.
    public enum Method: Sendable {
        /// The model's own tokenizer.
        case exact(Tokenizer)
        /// No vocabulary.
        case estimate(TokenEstimator)
    }

    /// Where the numbers come from.
    public var method: Method
    /// What is put around messages; nil for nothing.
    public var template: ChatTemplate?

    /// Counting by a method, with a template or without.
    public init(_ method: Method, template: ChatTemplate?) {
        self.method = method
        self.template = template
    }

    /// The estimate for a family, with the family's template.
    public static func estimate(_ family: ModelFamily) -> TokenCounting {
        TokenCounting(.estimate(TokenEstimator(family: family)), template: family.template)
    }

    /// The estimate for a model, with its template.
    public static func estimate(for model: BaseModel?) -> TokenCounting {
        guard let model else { return .estimate(.llama3) }
        return TokenCounting(.estimate(TokenEstimator(family: model.family)), template: model.template)
    }

    /// The family whose tokens are counted.
    public var family: ModelFamily {
        switch method {
        case .exact(let tokenizer): tokenizer.family
        case .estimate(let estimator): estimator.family
        }
    }

    /// True when a vocabulary counts.
    public var isExact: Bool {
        if case .exact = method { true } else { false }
    }

    private var countsForFamily: Bool {
        if case .exact(let tokenizer) = method { tokenizer.countsForFamily } else { true }
    }

    /// How the tokens of so much text were counted.
    func use(for tally: TokenTally) -> TokenizerUse {
        let error: Int
        switch method {
        case .exact: error = 0
        case .estimate(let estimator):
            error = estimator.errorPermille(nonASCIIBytes: tally.nonASCIIBytes, of: tally.bytes)
        }
        return TokenizerUse(
            family: family, isExact: isExact, errorPermille: error, countsForFamily: countsForFamily,
            template: template?.name)
    }
}

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

    /// A pool that has made no counters yet.
    init(_ countings: [TokenCounting]) {
        self.countings = countings
    }

    /// Lends a set of counters for the length of `body`.
    func lend<Result>(_ body: (inout [ChatCounter]) -> Result) -> Result {
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
