import ArgumentParser
import TuneBytes
import TuneCosts
import TunePipeline
import TuneReport
import TuneTokens

/// `tuneprep cost`: a quote for every model, or one.
struct CostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "Say what fine-tuning on data would cost, by each provider's own rule.",
        discussion: "example: tuneprep cost train.csv --provider together --epochs 3 --max-cost 20")

    @Argument(help: "The training files; `-` is standard input.", completion: .file())
    var files: [String]

    @Option(help: "The validation file.", completion: .file())
    var validation: String?

    @Option(help: "Who would train; `tuneprep models` lists them.")
    var provider = "nscale"

    @Option(help: "The model, by name (default: every one the provider has).")
    var model: String?

    @Option(
        help:
            "The model's total parameters, such as 8B, where the provider prices by size (default: by its name)."
    )
    var parameters: String?

    @OptionGroup(title: "Cost") var plan: PlanArguments

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @OptionGroup(title: "Reading") var reading: ReadingArguments

    @Option(help: "How many slices are worked on side by side (default: one for each core).")
    var jobs: Int?

    @OptionGroup(title: "Output") var output: OutputArguments

    func run() async throws {
        let rendering = try output.rendering()
        try output.keepApart(from: files + [validation])
        let provider = try ArgumentValue.provider(provider)
        let candidates = try candidates(provider)
        let run = CostRun(
            training: try files.map(reading.source), validation: try validation.map(reading.source),
            tokenizers: try tokens.tokenizers(for: Set(candidates.map(\.family))),
            isTokenizerNamed: tokens.tokenizer != nil, template: try tokens.templateChoice(),
            workers: try ArgumentValue.workers(jobs))
        let quotes = try await run.quotes(for: candidates) { candidate in
            var request = try plan.request(provider, model: candidate.model)
            request.parameters = candidate.parameters
            request.context = candidate.context
            return request
        }
        let table = QuoteTable(provider: provider, quotes: quotes, candidates: candidates)
        try output.emit(table, in: rendering)
        try plan.enforceBudget(quotes)
    }

    private func candidates(_ provider: Provider) throws -> [CostRun.Candidate] {
        let known = CostRun.candidates(of: provider)
        let size = try parameters.map(ArgumentValue.parameters)
        guard let model else {
            if !known.isEmpty { return known }
            throw RunError(
                "no prices of \(provider.name) are known",
                help: ["name a model and its price: `--model NAME --price USD-PER-MILLION`"])
        }
        if provider.id == Provider.nscale.id {
            return [CostRun.candidate(try ArgumentValue.model(model).name)]
        }
        let found = known.filter { $0.model.lowercased() == model.lowercased() }
        if !found.isEmpty { return found }
        var candidate = CostRun.candidate(model)
        candidate.parameters = size ?? candidate.parameters
        let pricesBySize = known.contains {
            $0.parameters != nil && $0.isStandIn && $0.model.contains("parameters")
        }
        if pricesBySize, candidate.parameters == nil, plan.price == nil {
            throw RunError(
                "\(provider.name) prices by size, and the name `\(model)` gives none away",
                help: ["say it: `--parameters 8B`"])
        }
        guard plan.price != nil || known.isEmpty || pricesBySize else {
            throw ArgumentValue.unknown(
                "\(provider.name) has no price for `\(model)`", word: model, among: known.map(\.model))
        }
        return [candidate]
    }
}
