/// What a scan says of a safetensors file: what it holds, or why it cannot be believed.
public struct SafetensorsSurvey: Sendable, Hashable {
    /// What the file holds; nil when there is any defect in the header.
    public var file: SafetensorsFile?
    /// What is wrong with it.
    public var defects: [SafetensorsDefect]
    /// Number of defects beyond those.
    public var moreDefects: Int
    /// The header's length in bytes; 0 when it was not read.
    public var headerLength: Int
    /// True when the bytes of the tensors were looked at, not only the header.
    public var hasSeenWeights: Bool
}
