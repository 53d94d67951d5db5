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
