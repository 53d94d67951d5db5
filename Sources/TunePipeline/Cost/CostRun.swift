public import TuneCosts
public import TuneTokens

/// Prices files for one model or for all that a provider has.
public struct CostRun {
    /// A model to be priced: its name, and the family its tokens are counted as.
    public struct Candidate: Sendable {
        /// The name the provider knows.
        public var model: String
        /// The family whose tokens are counted.
        public var family: ModelFamily
        /// What the model puts around messages.
        public var template: ChatTemplate
        /// True when the model's own tokenizer is another one and the family is used for it.
        public var isStandIn: Bool

        /// The model's total parameters, for providers that price by size.
        public var parameters: Int?
        /// The context variant that is priced apart, such as `64K`; nil where there is none.
        public var context: String?

        /// A candidate; without `template`, with the plainest of its family.
        public init(
            model: String, family: ModelFamily, template: ChatTemplate? = nil, isStandIn: Bool,
            parameters: Int? = nil
        ) {
            self.model = model
            self.family = family
            self.template = template ?? family.plainTemplate
            self.isStandIn = isStandIn
            self.parameters = parameters
        }
    }

    private let training: [SourceFile]
    private let validation: SourceFile?
    private let tokenizers: [Tokenizer]
    private let isTokenizerNamed: Bool
    private let template: TemplateChoice
    private let workers: Int

    /// A run over these files. Families without a tokenizer here are estimated, and so are models for which a family
    /// only stands in, unless the user has named the tokenizer.
    public init(
        training: [SourceFile], validation: SourceFile?, tokenizers: [Tokenizer] = [],
        isTokenizerNamed: Bool = false, template: TemplateChoice = .own, workers: Int
    ) {
        self.tokenizers = tokenizers
        self.isTokenizerNamed = isTokenizerNamed
        self.template = template
        self.training = training
        self.validation = validation
        self.workers = workers
    }

    /// The models of a provider: Nscale's base models, or every model the price book names.
    public static func candidates(of provider: Provider, book: PriceBook = .builtIn) -> [Candidate] {
        if provider.id == Provider.nscale.id {
            return BaseModel.all.map(candidate)
        }
        var candidates: [Candidate] = []
        for price in book.prices(of: provider.id) {
            let isKnown = candidates.contains { $0.model == "\(price.target)" && $0.context == price.context }
            guard !isKnown else { continue }
            switch price.target {
            case .model(let name):
                var named = candidate(name)
                named.context = price.context
                candidates.append(named)
            case .parameters(let above, let upTo):
                candidates.append(
                    Candidate(
                        model: "\(price.target)", family: .llama3, isStandIn: true,
                        parameters: upTo ?? above + 1))
            }
        }
        return candidates
    }

    private static func candidate(_ model: BaseModel) -> Candidate {
        Candidate(model: model.name, family: model.family, template: model.template, isStandIn: false)
    }

    /// A model by name; its family is guessed from the name where it is none of the base models.
    public static func candidate(_ name: String) -> Candidate {
        if let model = BaseModel.named(name) {
            return candidate(model)
        }
        let folded = name.lowercased()
        let isQwen2 = folded.contains("qwen2") || folded.contains("distill-qwen")
        let isLlama3 =
            folded.contains("llama-3") || folded.contains("llama-v3") || folded.contains("distill-llama")
        let family: ModelFamily =
            folded.contains("qwen") ? .qwen2 : folded.contains("mistral") ? .mistral : .llama3
        return Candidate(
            model: name, family: family, template: template(folded), isStandIn: !isQwen2 && !isLlama3,
            parameters: ParameterCount.named(in: name))
    }

    /// The template of models whose name says which it is; nil for the plainest of the family.
    private static func template(_ folded: String) -> ChatTemplate? {
        let names = [
            ("distill", "deepseek-r1"), ("qwen2.5", "qwen-2.5"), ("qwen2p5", "qwen-2.5"), ("qwen2", "qwen-2"),
            ("llama-3.", "llama-3.1"), ("llama-v3p", "llama-3.1"),
        ]
        return names.first { folded.contains($0.0) }.flatMap { ChatTemplate.named($0.1) }
    }

    /// A quote for each candidate. Throws when a file cannot be read or a plan is refused.
    public func quotes(
        for candidates: [Candidate], _ request: (Candidate) throws -> QuoteRequest
    ) async throws(RunError) -> [QuoteResult] {
        var ways: [Way] = []
        for candidate in candidates where !ways.contains(way(candidate)) { ways.append(way(candidate)) }
        let tokens = ways.map(counting)
        let trained = try await CountRun(training, tokens: tokens, workers: workers).result()
        let validated =
            if let validation {
                try await CountRun([validation], tokens: tokens, workers: workers).result()
            } else {
                CountResult?.none
            }
        do {
            return try candidates.map { candidate in
                let index = ways.firstIndex(of: way(candidate)) ?? 0
                return try request(candidate).quote(
                    training: try trained.range(ofWay: index), validation: try validated?.range(ofWay: index))
            }
        } catch {
            throw RunError(error)
        }
    }

    /// Candidates that are counted in the same way share a count.
    private struct Way: Equatable {
        var family: ModelFamily
        var isExact: Bool
        var template: ChatTemplate?
    }

    private func way(_ candidate: Candidate) -> Way {
        let mayBeExact = !candidate.isStandIn || isTokenizerNamed
        return Way(
            family: candidate.family,
            isExact: mayBeExact && tokenizers.contains { $0.family == candidate.family },
            template: template.template(own: candidate.template))
    }

    private func counting(_ way: Way) -> TokenCounting {
        let tokenizer = way.isExact ? tokenizers.first { $0.family == way.family } : nil
        return TokenCounting(
            tokenizer.map { .exact($0) } ?? .estimate(TokenEstimator(family: way.family)),
            template: way.template)
    }
}
