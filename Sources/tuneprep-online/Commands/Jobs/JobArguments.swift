import ArgumentParser
import TuneCommand
import TuneCosts
import TuneDelivery
import TunePipeline
import TuneServices

/// What a job trains, on what, and how; shared by the quote and the creation.
struct JobArguments: ParsableArguments {
    @Option(help: "The data set, by id or name.")
    var dataset: String

    @Option(help: "The base model, by the name the service gives it.")
    var model: String

    @Option(help: "The prompt's column.")
    var prompt: String?

    @Option(help: "The answer's column.")
    var answer: String

    @Option(help: "The job's name (default: the data set's and the model's).")
    var name: String?

    @Option(help: "Examples taken together: 4, 8, 12, 16, 20, 24, 28 or 32.")
    var batchSize: Int?

    @Option(help: "How far one step goes: 1e-8 to 0.01.")
    var learningRate: Double?

    @Option(help: "The share of the steps in which the learning rate rises: 0 to 1.")
    var warmupRatio: Double?

    @Option(help: "How strongly weights are drawn to zero: 0 or more.")
    var weightDecay: Double?

    @Flag(help: "Keep the best checkpoint in place of the last.")
    var bestCheckpoints = false

    @Flag(help: "Count the answer's tokens only in the loss.")
    var maskPromptLabels = false

    @Option(help: "The adapter's rank: 1 to 64.")
    var loraR: Int?

    @Option(help: "The adapter's scale: 1 to 64.")
    var loraAlpha: Int?

    @Option(help: "The share of the adapter's inputs left out at random: 0 to 1.")
    var loraDropout: Double?

    @Option(
        help: "The modules the adapter stands beside, with commas between (default: all).",
        completion: .list(Hyperparameters.modules))
    var loraModules: String?

    @Option(help: .hidden) var evaluationEpochs: Int?
    @Option(help: .hidden) var warmupEpochs: Int?

    @OptionGroup(title: "Cost") var plan: PlanArguments

    @Option(help: "The training file, to count its tokens here for our own quote.", completion: .file())
    var training: String?

    @Option(help: "The validation file, for the same.", completion: .file())
    var validation: String?

    @OptionGroup(title: "Tokens") var tokens: TokenArguments

    @OptionGroup(title: "Service") var service: ServiceArguments

    /// The quote of a job: by the service, and by ourselves.
    func quoteRun() throws -> JobQuoteRun {
        JobQuoteRun(try draft(), options: try quoteOptions())
    }

    /// The job as worded here; says what was worded in an old way.
    private func draft() throws -> JobDraft {
        var values = Hyperparameters()
        (values.epochs, values.evals) = (plan.epochs, plan.evals)
        if let batchSize { values.batchSize = batchSize }
        if let learningRate { values.learningRate = learningRate }
        if let warmupRatio { values.warmupRatio = warmupRatio }
        if let weightDecay { values.weightDecay = weightDecay }
        (values.bestCheckpoints, values.maskPromptLabels) = (bestCheckpoints, maskPromptLabels)
        if let loraR { values.lora.rank = loraR }
        if let loraAlpha { values.lora.alpha = loraAlpha }
        if let loraDropout { values.lora.dropout = loraDropout }
        if let loraModules { values.lora.modules = loraModules.split(separator: ",").map(String.init) }
        if let evaluationEpochs {
            Notice.say("note: " + values.take(evaluationEpochs, as: .evaluationEpochs))
        }
        if let warmupEpochs { Notice.say("note: " + values.take(warmupEpochs, as: .warmupEpochs)) }
        return JobDraft(
            model: model, dataset: dataset, prompt: prompt, answer: answer, name: name,
            hyperparameters: values)
    }

    /// What our own quote is made of; nil when the data is not here.
    private func quoteOptions() throws -> JobQuoteOptions? {
        guard let training else { return nil }
        var options = JobQuoteOptions(training: source(training), tokenizers: tokens.choice)
        options.validation = validation.map(source)
        options.price = try plan.price.map { try ArgumentValue.money($0, for: "--price") }
        options.tokenizer = tokens.tokenizer
        options.template = try tokens.templateChoice()
        options.workers = try ArgumentValue.workers(nil)
        return options
    }

    private func source(_ path: String) -> SourceFile {
        var source = SourceFile(path: path)
        source.cancellation = Interruption.cancellation
        return source
    }

    /// Throws when the job can cost more than the budget.
    func enforceBudget(_ comparison: QuoteComparison) throws {
        guard let maxCost = plan.maxCost else { return }
        let budget = try ArgumentValue.money(maxCost, for: "--max-cost")
        switch comparison.exceeds(budget) {
        case false?: return
        case true?:
            Terminal.say("error: the job can cost more than the budget of \(budget)\n")
            throw ExitCode(1)
        case nil:
            throw RunError(
                "whether the job stays within \(budget) cannot be said: the service named no cost",
                help: ["give a price and the data: `--price USD-PER-MILLION --training FILE`"])
        }
    }
}
