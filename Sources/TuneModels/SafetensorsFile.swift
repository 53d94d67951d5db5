public import TuneBytes

/// What a safetensors file holds.
public struct SafetensorsFile: Sendable, Hashable {
    /// The tensors, in the order of their bytes.
    public var tensors: [SafetensorsTensor]
    /// What `__metadata__` says.
    public var metadata: [String: String]
    /// The file's size in bytes.
    public var size: Int

    /// The elements of all tensors.
    public var parameters: Int { tensors.reduce(0) { $0.clampedSum($1.parameters) } }

    /// The bytes of all tensors.
    public var tensorBytes: Int { tensors.reduce(0) { $0.clampedSum($1.bytes.count) } }
}

/// One tensor of a safetensors file.
public struct SafetensorsTensor: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What its elements are.
    public var type: TensorType
    /// Its dimensions, outermost first; none for a single number.
    public var shape: [Int]
    /// Its number of elements.
    public var parameters: Int
    /// Where its bytes stand, from the front of the file.
    public var bytes: Range<Int>
    /// How many of its numbers are not finite, as far as its bytes have been seen.
    public var nonFinite = NonFiniteCount()
}

/// What a scan says of a safetensors file: what it holds, or why it cannot be believed.
public struct SafetensorsSurvey: Sendable, Hashable {
    /// What the file holds; nil when there is any defect in the header.
    public var file: SafetensorsFile?
    /// What is wrong with it.
    public var defects: [SafetensorsDefect]
    /// How many defects there were beyond those.
    public var moreDefects: Int
    /// The bytes of the header; 0 when it was not read.
    public var headerLength: Int
    /// True when the bytes of the tensors were looked at, not only the header.
    public var hasSeenWeights: Bool
}
