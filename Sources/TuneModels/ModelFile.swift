/// A file of a model folder.
public struct ModelFile: Sendable, Hashable {
    /// Its path, from the folder down.
    public var path: String
    /// Its size in bytes.
    public var size: Int
    /// Its tensors by type, sorted by name; nil when it is not a sound safetensors file.
    public var types: [TypeTally]?

    /// Number of tensors; nil when it is not a sound safetensors file.
    public var tensors: Int? { types.map { $0.reduce(0) { $0.clampedSum($1.tensors) } } }
    /// Number of elements of all tensors; nil when it is not a sound safetensors file.
    public var parameters: Int? { types.map { $0.reduce(0) { $0.clampedSum($1.parameters) } } }
}
