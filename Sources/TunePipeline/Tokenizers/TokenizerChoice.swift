import TuneBytes
import TuneHub
import TuneText
public import TuneTokens

/// Chooses how the tokens of a model are counted: by the vocabulary that is named, or added, or that other tools have
/// brought to this machine; else by an estimate.
public struct TokenizerChoice: Sendable {
    /// The vocabularies added; nil when the environment names no folder for caches.
    public let store: TokenizerStore?
    private let environment: [String: String]

    /// The word for no vocabulary.
    public static let estimate = "estimate"

    /// The choice in a user's environment, which names the folder for caches and those of other tools.
    public init(environment: [String: String]) {
        store = try? TokenizerStore(environment: environment)
        self.environment = environment
    }

    /// The vocabulary of a family that another tool has brought, with its path: the model's own if it is there, else the
    /// published one from another model of the family; nil when there is none.
    func found(
        _ family: ModelFamily, for model: BaseModel? = nil
    ) -> (path: String, tokenizer: Tokenizer)? {
        let cache = HubCache(environment: environment)
        for candidate in (model.map { [$0] } ?? []) + BaseModel.all where candidate.family == family {
            guard let path = cache.path(ofFirst: VocabularyFile.names, of: candidate.repository),
                var tokenizer = try? tokenizer(at: path), tokenizer.family == family,
                tokenizer.countsForFamily || candidate == model
            else { continue }
            tokenizer.countsForFamily = true
            return (path, tokenizer)
        }
        return nil
    }

    /// How the tokens of a model, or of a family when no model is named, are counted.
    ///
    /// `tokenizer` is a family's or a model's name, a path, `estimate`, or nil for the best there is. `isAssumed` says that
    /// nobody named the model.
    public func counting(
        _ model: BaseModel?, family: ModelFamily, tokenizer: String?, template: TemplateChoice,
        isAssumed: Bool = false
    ) throws(RunError) -> TokenCounting {
        let method = try method(for: family, model: model, tokenizer: tokenizer, isAssumed: isAssumed)
        return TokenCounting(method, template: template.template(own: model?.template ?? family.template))
    }

    /// How the tokens of every family are counted, or of the one whose tokenizer is named.
    public func everyCounting(
        tokenizer: String?, template: TemplateChoice
    ) throws(RunError) -> [TokenCounting] {
        if let named = try self.tokenizer(named: tokenizer) {
            return [TokenCounting(.exact(named), template: template.template(own: named.family.template))]
        }
        var ways: [TokenCounting] = []
        for family in ModelFamily.allCases {
            ways.append(try counting(nil, family: family, tokenizer: tokenizer, template: template))
        }
        return ways
    }

    /// The tokenizers there are for these families, or the one that is named, which must be of one of them.
    public func tokenizers(
        for families: Set<ModelFamily>, tokenizer: String?
    ) throws(RunError) -> [Tokenizer] {
        if tokenizer.map(Self.isEstimate) == true { return [] }
        guard let named = try self.tokenizer(named: tokenizer) else {
            var tokenizers: [Tokenizer] = []
            for family in ModelFamily.allCases where families.contains(family) {
                if let installed = try installed(family) { tokenizers.append(installed) }
            }
            return tokenizers
        }
        if families.contains(named.family) { return [named] }
        let titles = ModelFamily.allCases.filter(families.contains).map(\.title).joined(separator: " or ")
        throw Self.mismatch(of: named, models: titles)
    }

    /// The tokenizer a word names, whichever family it is of; nil for none or the estimate.
    public func tokenizer(named word: String?) throws(RunError) -> Tokenizer? {
        guard let word, !Self.isEstimate(word) else { return nil }
        let family = ModelFamily(rawValue: word.lowercased())
        if family == nil, exists(word) { return try tokenizer(at: word) }
        if let family = family ?? BaseModel.named(word)?.family {
            if let tokenizer = try installed(family) { return tokenizer }
            throw RunError(
                "no vocabulary of \(family.title) has been added",
                help: ["`tuneprep tokenizers add PATH`, or `tuneprep tokenizers pull \(family.example)`"])
        }
        if word.contains("/") { return try tokenizer(at: word) }
        let known = ModelFamily.allCases.map(\.rawValue) + [Self.estimate]
        throw RunError(
            "`\(word)` is no tokenizer: neither a file, nor a family, nor a model",
            help: NearMisses.help(for: word, in: known + BaseModel.all.map(\.name)) + [
                "known are \(known.map { "`\($0)`" }.joined(separator: ", ")), or give the path of a vocabulary"
            ])
    }

    /// The tokenizer added for a family, or found in another tool's cache.
    func installed(_ family: ModelFamily, for model: BaseModel? = nil) throws(RunError) -> Tokenizer? {
        try store?.tokenizer(for: family) ?? found(family, for: model)?.tokenizer
    }

    private func tokenizer(at path: String) throws(RunError) -> Tokenizer {
        if let store { return try store.tokenizer(at: path) }
        return Tokenizer(try VocabularyFile.read(try VocabularyFile.found(at: path), family: nil).vocabulary)
    }

    private func method(
        for family: ModelFamily, model: BaseModel?, tokenizer word: String?, isAssumed: Bool
    ) throws(RunError) -> TokenCounting.Method {
        let tokenizer = word == nil ? try installed(family, for: model) : try tokenizer(named: word)
        guard let tokenizer else { return .estimate(TokenEstimator(family: family)) }
        guard tokenizer.family == family else {
            throw Self.mismatch(
                of: tokenizer, models: isAssumed ? "\(family.title), as none was named" : family.title)
        }
        return .exact(tokenizer)
    }

    private static func mismatch(of tokenizer: Tokenizer, models: String) -> RunError {
        RunError(
            "the tokenizer is of \(tokenizer.family.title), the model of \(models)",
            help: ["name a model that goes with it: `--model \(tokenizer.family.example)`"])
    }

    private static func isEstimate(_ word: String) -> Bool { word.lowercased() == estimate }

    private func exists(_ word: String) -> Bool {
        FileStatus.isFile(word) || FileStatus.isFolder(word)
    }
}

extension ModelFamily {
    /// A model of the family, for help.
    package var example: String { BaseModel.all.last { $0.family == self }?.name ?? rawValue }
}
