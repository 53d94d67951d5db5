import Foundation

/// Files, datasets and jobs, in memory and in a folder.
actor Store {
    let folder: StateFolder
    let clock: Clock
    private(set) var identity: Identity
    var files: [String: StoredFile]
    var datasets: [String: StoredDataset]
    var jobs: [String: StoredJob]
    private var identifiers: IdentifierSource

    /// Opens a folder, with what it holds from earlier runs; with a seed, new ids are the same in every run.
    init(_ folder: StateFolder, clock: Clock = .system, seed: Int? = nil) throws {
        self.folder = folder
        self.clock = clock
        var identifiers = IdentifierSource(seed: seed)
        identity = try folder.identity(&identifiers)
        self.identifiers = identifiers
        files = try Store.index(folder.all(.files, as: StoredFile.self), by: \.id)
        datasets = try Store.index(folder.all(.datasets, as: StoredDataset.self), by: \.id)
        jobs = try Store.index(folder.all(.jobs, as: StoredJob.self), by: \.id)
    }

    private static func index<Value>(_ values: [Value], by id: KeyPath<Value, String>) -> [String: Value] {
        Dictionary(values.map { ($0[keyPath: id], $0) }) { first, _ in first }
    }

    /// A new id. A seed gives those of an earlier run again: what is there already is passed over.
    func newID() -> String {
        var id = identifiers.next()
        while files[id] != nil || datasets[id] != nil || jobs[id] != nil { id = identifiers.next() }
        return id
    }

    /// Takes the price of a job off the credit, or refuses.
    func spend(_ cost: Double, credit: Double?) throws {
        if let credit, identity.spent + cost > credit { throw Refusal.insufficientCredit }
        identity.spent += cost
        try folder.save(identity)
    }
}
