public import TuneBytes

/// One tensor of a safetensors file.
public struct SafetensorsTensor: Sendable, Hashable {
    /// Its name, as the header gives it.
    public var name: String
    /// What its elements are.
    public var type: TensorType
    /// Its dimensions, outermost first; none for a single number.
    public var shape: [Int]
    /// Its number of elements.
    public var parameters: Int
    /// Its bytes, as offsets from the front of the file.
    public var bytes: Range<Int>
    /// Number of its numbers that are not finite, as far as its bytes have been seen.
    public var nonFinite = NonFiniteCount()
}
