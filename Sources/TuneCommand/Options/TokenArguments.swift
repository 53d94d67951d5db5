package import ArgumentParser
package import TunePipeline
package import TuneTokens

/// How tokens are counted; shared by every command that counts them.
package struct TokenArguments: ParsableArguments {
    /// A path, a family, a model or `estimate`; nil for what was added for the model.
    @Option(
        help:
            "Whose vocabulary counts: a path, a family's or a model's name, or `estimate` (default: the one added for the model, else the estimate)."
    )
    package var tokenizer: String?

    @Option(
        help:
            "What stands around messages when they are counted: a template's name, or none (default: the model's).",
        completion: .list(ChatTemplate.all.map(\.name) + [TemplateChoice.none]))
    var template: String?

    /// The options as they are when nothing is said.
    package init() {}

    /// How the tokens of a model are counted.
    package func counting(
        _ model: BaseModel?, family: ModelFamily, isAssumed: Bool = false
    ) throws -> TokenCounting {
        try choice.counting(
            model, family: family, tokenizer: tokenizer, template: try templateChoice(), isAssumed: isAssumed)
    }

    /// One way of counting for each family, or the one of the tokenizer that is named.
    func everyCounting() throws -> [TokenCounting] {
        try choice.everyCounting(tokenizer: tokenizer, template: try templateChoice())
    }

    /// The tokenizers there are for these families, or the one that is named.
    func tokenizers(for families: Set<ModelFamily>) throws -> [Tokenizer] {
        try choice.tokenizers(for: families, tokenizer: tokenizer)
    }

    /// The template to count with.
    package func templateChoice() throws -> TemplateChoice { try TemplateChoice(template) }

    /// Where tokenizers are found.
    package var choice: TokenizerChoice { TokenizerChoice(environment: Environment.variables()) }
}
