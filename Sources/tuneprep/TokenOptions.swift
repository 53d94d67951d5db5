import ArgumentParser
import TunePipeline
import TuneTokens

/// How tokens are counted; shared by every command that counts them.
struct TokenOptions: ParsableArguments {
    @Option(
        help:
            "Whose vocabulary counts: a path, a family's name, or `estimate` (default: the one added for the model, else the estimate)."
    )
    var tokenizer: String?

    @Option(
        help:
            "What stands around messages when they are counted: a template's name, or none (default: the model's).",
        completion: .list(ChatTemplate.all.map(\.name) + [TemplateChoice.none]))
    var template: String?

    /// How the tokens of a model are counted.
    func counting(_ model: BaseModel?, family: ModelFamily) throws -> TokenCounting {
        try choice().counting(model, family: family, tokenizer: tokenizer, template: try templateChoice())
    }

    /// One way of counting for each family, or the one of the tokenizer that is named.
    func everyCounting() throws -> [TokenCounting] {
        let choice = try choice()
        if let named = try choice.tokenizer(named: tokenizer) {
            let model = BaseModel.all.last { $0.family == named.family }
            return [
                try choice.counting(
                    model, family: named.family, tokenizer: tokenizer, template: try templateChoice())
            ]
        }
        return try ModelFamily.allCases.map {
            try choice.counting(nil, family: $0, tokenizer: tokenizer, template: try templateChoice())
        }
    }

    /// The tokenizers there are, or the one that is named.
    func tokenizers() throws -> [Tokenizer] {
        if tokenizer == TokenizerChoice.estimate { return [] }
        let choice = try choice()
        if let named = try choice.tokenizer(named: tokenizer) { return [named] }
        return try ModelFamily.allCases.compactMap { try choice.installed($0) }
    }

    /// The template to count with.
    func templateChoice() throws -> TemplateChoice { try TemplateChoice(template) }

    /// The choice in the user's environment.
    func choice() throws -> TokenizerChoice { try TokenizerChoice(environment: Environment.variables) }
}
