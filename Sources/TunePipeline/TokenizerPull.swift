import TuneBytes
public import TuneTokens
public import TuneTransfer

/// Brings a model's vocabulary from the hub into the store.
public struct TokenizerPull: Sendable {
    private let store: TokenizerStore
    private let hub: Hub
    private let cache: HubCache

    /// Pulls into a store, in a user's environment. Throws a `Complaint` when `HF_ENDPOINT` is no address.
    public init(to store: TokenizerStore, environment: [String: String]) throws(Complaint) {
        self.store = store
        cache = HubCache(environment: environment)
        do throws(TransferError) {
            hub = try Hub(environment: environment)
        } catch {
            throw Complaint(error)
        }
    }

    /// The repository that a model's or a family's name stands for, or that is named itself as `organisation/name`.
    public static func repository(_ name: String) -> String? {
        if let family = ModelFamily(rawValue: name.lowercased()) {
            return BaseModel.named(family.example)?.repository
        }
        return BaseModel.named(name)?.repository ?? (name.contains("/") ? name : nil)
    }

    /// Takes a repository's vocabulary in: from the cache of the hub's own tools if it is there, else over the network.
    /// What was received of a download that breaks off is used the next time.
    public func pull(
        _ repository: String, revision: String, family: ModelFamily?, over transport: some Transport,
        clock: TransferClock = .system, note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(Complaint) -> TokenizerEntry {
        if let path = cache.path(ofFirst: VocabularyFile.names, of: repository, revision: revision) {
            return try store.add(path, family: family, origin: path)
        }
        let home = store.folder + "/downloads"
        guard FolderListing.make(home) else { throw Complaint("cannot make the folder `\(home)`") }
        var missing: TransferError?
        for name in VocabularyFile.hubNames {
            guard let file = HubFile(name, of: repository, revision: revision) else {
                throw Complaint(
                    "`\(repository)` at `\(revision)` is no name the hub allows",
                    help: ["name it as in `Qwen/Qwen2.5-14B-Instruct`"])
            }
            let words = Array("\(repository)@\(revision)/\(name)".utf8)
            let target = "\(home)/\(String(Hash128(words.span).high, radix: 16))"
            do throws(TransferError) {
                _ = try await hub.fetch(file, to: target, over: transport, clock: clock, note: note)
            } catch {
                switch error {
                case .hub(.noFile), .notFound: missing = missing ?? error
                default: throw Complaint(error)
                }
                continue
            }
            let entry = try store.add(target, family: family, origin: "\(repository)@\(revision)/\(name)")
            AtomicFile.remove(target)
            return entry
        }
        throw missing.map { Complaint($0) } ?? Complaint("\(repository) holds no vocabulary")
    }
}
