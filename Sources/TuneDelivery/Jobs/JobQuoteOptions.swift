public import TuneCosts
public import TunePipeline

/// What our own quote of a job is made of.
public struct JobQuoteOptions: Sendable {
    /// The training file, whose tokens are counted.
    public var training: SourceFile
    /// The validation file, whose tokens are counted too; nil without one.
    public var validation: SourceFile?
    /// A price in dollars per million tokens; nil for the price book's.
    public var price: Money?
    /// Where tokenizers are found.
    public var tokenizers: TokenizerChoice
    /// The tokenizer the user named, by path or name; nil for the model's own.
    public var tokenizer: String?
    /// What is counted around messages.
    public var template = TemplateChoice.own
    /// How many slices are worked on side by side.
    public var workers = 1

    /// A quote for training on a file, counted by the tokenizers that are found.
    public init(training: SourceFile, tokenizers: TokenizerChoice) {
        self.training = training
        self.tokenizers = tokenizers
    }
}
