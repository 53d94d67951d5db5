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
        /// True when the model's own tokenizer is another one and the family stands in for it.
        public var isStandIn: Bool

        /// The model's total parameters, for providers that price by size.
        public var parameters: Int?
        /// The context variant that is priced apart, such as `64K`; nil where there is none.
        public var context: String?

        /// A candidate.
        public init(model: String, family: ModelFamily, isStandIn: Bool, parameters: Int? = nil) {
            self.model = model
            self.family = family
            self.isStandIn = isStandIn
            self.parameters = parameters
        }
    }

    private let training: [SourceFile]
    private let validation: SourceFile?
    private let jobs: Int

    /// A run over these files.
    public init(training: [SourceFile], validation: SourceFile?, jobs: Int) {
        self.training = training
        self.validation = validation
        self.jobs = jobs
    }

    /// The models of a provider: Nscale's base models, or every model the price book names.
    public static func candidates(of provider: Provider, book: PriceBook = .builtIn) -> [Candidate] {
        if provider.id == Provider.nscale.id {
            return BaseModel.all.map { Candidate(model: $0.name, family: $0.family, isStandIn: false) }
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

    /// A model by name; its family is guessed from the name where it is none of the base models.
    public static func candidate(_ name: String) -> Candidate {
        if let model = BaseModel.named(name) {
            return Candidate(model: model.name, family: model.family, isStandIn: false)
        }
        let folded = name.lowercased()
        let isQwen2 = folded.contains("qwen2") || folded.contains("distill-qwen")
        let isLlama3 =
            folded.contains("llama-3") || folded.contains("llama-v3") || folded.contains("distill-llama")
        let family: ModelFamily =
            folded.contains("qwen") ? .qwen2 : folded.contains("mistral") ? .mistral : .llama3
        return Candidate(
            model: name, family: family, isStandIn: !isQwen2 && !isLlama3,
            parameters: ParameterCount.named(in: name))
    }

    /// A quote for each candidate. Throws a `Complaint` when a file cannot be read or a plan is refused.
    public func quotes(
        for candidates: [Candidate], _ request: (Candidate) throws -> QuoteRequest
    ) async throws(Complaint) -> [QuoteResult] {
        let families = ModelFamily.allCases.filter { family in candidates.contains { $0.family == family } }
        let trained = try await CountRun(training, families: families, jobs: jobs).result()
        let validated =
            if let validation {
                try await CountRun([validation], families: families, jobs: jobs).result()
            } else {
                CountResult?.none
            }
        do {
            return try candidates.map { candidate in
                let place = families.firstIndex(of: candidate.family) ?? 0
                return try request(candidate).quote(
                    training: try trained.range(place), validation: try validated?.range(place))
            }
        } catch {
            throw Complaint(error)
        }
    }
}
