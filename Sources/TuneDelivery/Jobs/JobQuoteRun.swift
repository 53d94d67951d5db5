import TuneCosts
import TuneExamples
public import TunePipeline
public import TuneServices

/// Quotes a job before it is created: by the service that is to train it, and by ourselves where its data is here.
public struct JobQuoteRun: Sendable {
    private let draft: JobDraft
    private let options: JobQuoteOptions?

    /// A run for a job; `options` say what our own quote is made of, nil makes none.
    public init(_ draft: JobDraft, options: JobQuoteOptions? = nil) {
        self.draft = draft
        self.options = options
    }

    /// A job that was quoted.
    public struct Result: Sendable {
        /// The job, ready to be asked for.
        public var job: JobDraft.Resolved
        /// Both quotes.
        public var quotes: QuoteComparison
    }

    /// Resolves the job at the service and quotes it; creates nothing.
    ///
    /// - Parameter note: is told what the user should know, a line at a time.
    public func result(
        at service: any FineTuningService, note: (String) -> Void = { _ in }
    ) async throws(RunError) -> Result {
        let job = try await draft.resolved(at: service)
        if !job.areColumnsKnown {
            let columns = [draft.prompt, draft.answer].compactMap { $0.map { "`\($0)`" } }
            note(
                "the service does not say which columns the data set has; make sure of "
                    + columns.joined(separator: " and "))
        }
        let own = try await own(job, provider: service.provider)
        do {
            return Result(
                job: job, quotes: QuoteComparison(service: try await service.quote(job.request), own: own))
        } catch {
            throw RunError(error)
        }
    }

    /// Our own quote; nil when the data is not here.
    private func own(
        _ job: JobDraft.Resolved, provider: Provider
    ) async throws(RunError) -> QuoteResult? {
        guard let options else { return nil }
        let candidate = CostRun.candidate(job.model)
        let run = CostRun(
            training: [source(options.training)], validation: options.validation.map(source),
            tokenizers: try options.tokenizers.tokenizers(
                for: [candidate.family], tokenizer: options.tokenizer),
            isTokenizerNamed: options.tokenizer != nil, template: options.template,
            workers: options.workers)
        let values = job.request.hyperparameters
        return try await run.quotes(for: [candidate]) { candidate in
            let plan = try TrainingPlan(epochs: values.epochs, evals: values.evals, within: provider.limits)
            return QuoteRequest(
                provider: provider, model: candidate.model, plan: plan, price: options.price)
        }.first
    }

    /// A file, read by the columns the job names.
    private func source(_ file: SourceFile) -> SourceFile {
        var source = file
        (source.layout.prompt, source.layout.answer) = (draft.prompt, draft.answer)
        return source
    }
}
