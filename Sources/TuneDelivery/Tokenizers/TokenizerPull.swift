import TuneBytes
import TuneHub
public import TunePipeline
public import TuneTokens
public import TuneTransfer

/// Brings a model's vocabulary from the hub into the store.
public struct TokenizerPull: Sendable {
    private let store: TokenizerStore
    private var hub: Hub
    private let cache: HubCache

    /// Pulls into a store, in a user's environment. Throws a `RunError` when `HF_ENDPOINT` is no address.
    public init(to store: TokenizerStore, environment: [String: String]) throws(RunError) {
        self.store = store
        cache = HubCache(environment: environment)
        do throws(TransferError) {
            hub = try Hub(environment: environment)
        } catch {
            throw RunError(error)
        }
        hub.policy.mostBytes = VocabularyFile.largest
    }

    /// The repository that a model's or a family's name stands for, or that is named itself as `organisation/name`.
    public static func repository(_ name: String) -> String? {
        if let family = ModelFamily(rawValue: name.lowercased()) {
            return BaseModel.named(family.example)?.repository
        }
        guard name.contains("/") else { return BaseModel.named(name)?.repository }
        // Others publish the same models under the same names: what is named with its owner is that one.
        let known = BaseModel.all.first { $0.repository.lowercased() == name.lowercased() }
        return known?.repository ?? name
    }

    /// Takes a repository's vocabulary in: from the cache of the hub's own tools if it is there, else over the network.
    /// What was received of a download that breaks off is used the next time.
    public func pull(
        _ repository: String, revision: String, family: ModelFamily?, over transport: some Transport,
        clock: TransferClock = .system, note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(RunError) -> TokenizerEntry {
        if let path = cache.path(ofFirst: VocabularyFile.names, of: repository, revision: revision) {
            return try store.add(path, family: family, origin: path)
        }
        let files = VocabularyFile.hubNames.compactMap {
            HubFile($0, of: repository, revision: revision)
        }
        guard !files.isEmpty else {
            throw RunError(
                "`\(repository)` at `\(revision)` is no name the hub allows",
                help: ["name it as in `Qwen/Qwen2.5-14B-Instruct`"])
        }
        let home = store.folder + "/downloads"
        guard FolderListing.make(home) else { throw RunError("cannot make the folder `\(home)`") }
        for file in files {
            let origin = "\(repository)@\(revision)/\(file.name)"
            let target = "\(home)/\(String(Hash128(Array(origin.utf8).span).high, radix: 16))"
            do throws(TransferError) {
                _ = try await hub.fetch(file, to: target, over: transport, clock: clock, note: note)
            } catch {
                switch error {
                case .hub(.noFile), .notFound: continue
                default: throw RunError(error)
                }
            }
            defer { AtomicFile.remove(target) }
            return try store.add(target, family: family, origin: origin)
        }
        let names = VocabularyFile.hubNames.map { "`\($0)`" }.joined(separator: " nor ")
        throw RunError(
            "\(repository) at `\(revision)` has neither \(names)",
            help: ["fetch its vocabulary yourself, then `tuneprep tokenizers add PATH`"])
    }
}
