import TuneBytes
import TuneFindings
public import TuneTokens
import TuneTransfer

/// Chooses how the tokens of a model are counted: by the vocabulary that is named, or added, or that other tools have
/// brought to this machine; else by an estimate.
public struct TokenizerChoice: Sendable {
    /// The vocabularies added.
    public let store: TokenizerStore
    private let environment: [String: String]

    /// The word for no vocabulary.
    public static let estimate = "estimate"

    /// The choice in a user's environment. Throws a `Complaint` when that names no folder for caches.
    public init(environment: [String: String]) throws(Complaint) {
        guard let store = TokenizerStore(environment: environment) else {
            throw Complaint(
                "there is no folder for caches", help: ["set `HOME`, or `XDG_CACHE_HOME` to an absolute path"]
            )
        }
        self.store = store
        self.environment = environment
    }

    /// The file of another tool that holds the vocabulary of a family; nil when there is none.
    func found(_ family: ModelFamily) -> String? {
        let cache = HubCache(environment: environment)
        let models = BaseModel.all.filter { $0.family == family }
        return models.lazy.compactMap { cache.path(ofFirst: VocabularyFile.names, of: $0.repository) }.first
    }

    /// How the tokens of a model, or of a family when no model is named, are counted.
    ///
    /// `tokenizer` is a family's or a model's name, a path, `estimate`, or nil for the best there is.
    public func counting(
        _ model: BaseModel?, family: ModelFamily, tokenizer: String?, template: TemplateChoice
    ) throws(Complaint) -> TokenCounting {
        let method = try method(family, tokenizer)
        return TokenCounting(method, template: template.template(own: model?.template ?? family.template))
    }

    /// The tokenizer a word names, whichever family it is of; nil for a word that names none.
    public func tokenizer(named word: String?) throws(Complaint) -> Tokenizer? {
        guard let word, word != Self.estimate else { return nil }
        if let family = ModelFamily(rawValue: word.lowercased()) ?? BaseModel.named(word)?.family,
            !exists(word)
        {
            if let tokenizer = try installed(family) { return tokenizer }
            throw Complaint(
                "no vocabulary of \(family.title) has been added",
                help: ["`tuneprep tokenizers add PATH`, or `tuneprep tokenizers pull \(family.example)`"])
        }
        if exists(word) || word.contains("/") { return try store.tokenizer(at: word) }
        let known = ModelFamily.allCases.map(\.rawValue) + [Self.estimate]
        throw Complaint(
            "`\(word)` is no tokenizer: neither a file nor a family",
            help: Complaint.nearMiss(NearMisses.of(word, in: known)) + [
                "known are \(known.map { "`\($0)`" }.joined(separator: ", ")), or give the path of a vocabulary"
            ])
    }

    /// The tokenizer added for a family, or found in another tool's cache.
    public func installed(_ family: ModelFamily) throws(Complaint) -> Tokenizer? {
        if let tokenizer = try store.tokenizer(for: family) { return tokenizer }
        return try found(family).map { path throws(Complaint) in try store.tokenizer(at: path) }
    }

    private func method(_ family: ModelFamily, _ word: String?) throws(Complaint) -> TokenCounting.Method {
        if word == Self.estimate { return .estimate(TokenEstimator(family: family)) }
        guard word != nil else {
            let tokenizer = try installed(family)
            return tokenizer.map { .exact($0) } ?? .estimate(TokenEstimator(family: family))
        }
        guard let tokenizer = try tokenizer(named: word) else {
            return .estimate(TokenEstimator(family: family))
        }
        guard tokenizer.family == family else {
            throw Complaint(
                "the tokenizer is of \(tokenizer.family.title), the model of \(family.title)",
                help: ["name a model that goes with it: `--model \(tokenizer.family.example)`"])
        }
        return .exact(tokenizer)
    }

    private func exists(_ word: String) -> Bool {
        FileStatus.isFile(word) || FileStatus.isFolder(word)
    }
}

extension ModelFamily {
    /// A model of the family, for help.
    var example: String { BaseModel.all.last { $0.family == self }?.name ?? rawValue }
}
