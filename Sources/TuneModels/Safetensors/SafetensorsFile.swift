/// What a safetensors file holds.
public struct SafetensorsFile: Sendable, Hashable {
    /// The tensors, in the order of their bytes.
    public var tensors: [SafetensorsTensor]
    /// What `__metadata__` says.
    public var metadata: [String: String]
    /// The file's size in bytes.
    public var size: Int

    /// Number of elements of all tensors.
    public var parameters: Int { tensors.reduce(0) { $0.clampedSum($1.parameters) } }

    /// Number of bytes of all tensors.
    public var tensorBytes: Int { tensors.reduce(0) { $0.clampedSum($1.bytes.count) } }
}
