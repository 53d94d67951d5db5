/// What a model folder holds, and what is wrong with it.
public struct ModelReport: Sendable {
    /// What kind of model it is.
    public enum Kind: String, Sendable {
        case adapter, full, neither
    }

    /// The kind of the model, by the names of the files.
    public var kind: Kind
    /// The folder that holds the model's own files, from the folder down; empty when it is that one.
    public var root: String
    /// Every file, by path.
    public var files: [ModelFile]
    /// The tensors of all sound files by type, sorted by the type's name.
    public var types: [TypeTally]
    /// What is wrong, file by file and then as a whole.
    public var defects: [ModelDefect]
    /// What `config.json` says.
    public var configuration: ModelConfiguration?
    /// What `adapter_config.json` says.
    public var adapter: AdapterConfiguration?
    /// True when a file says how text becomes tokens.
    public var hasTokenizer: Bool
    /// True when a chat template is there.
    public var hasChatTemplate: Bool
    /// True when the bytes of all weights were looked at, not only the headers.
    public var hasSeenWeights: Bool
    /// What was compared with the job's record; nil when there was none.
    public var comparedWithJob: [String]?
    /// True when it was stopped before all was read: what is missing here may be there.
    public var isInterrupted = false

    /// Number of bytes of all files.
    public var bytes: Int { files.reduce(0) { $0.clampedSum($1.size) } }
    /// Number of tensors.
    public var tensors: Int { types.reduce(0) { $0.clampedSum($1.tensors) } }
    /// Number of elements of all tensors.
    public var parameters: Int { types.reduce(0) { $0.clampedSum($1.parameters) } }
}
