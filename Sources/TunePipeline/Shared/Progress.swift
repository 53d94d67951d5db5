/// How far a run has come.
public struct Progress: Sendable {
    /// The file.
    public var path: String
    /// Stored bytes read.
    public var bytes: Int
    /// The stored file's size; nil for a stream.
    public var size: Int?
    /// Records or files done.
    public var records: Int
    /// What is counted.
    public var noun = "row"

    /// How far the run has come with the file at `path`.
    public init(path: String, bytes: Int, size: Int?, records: Int, noun: String = "row") {
        self.path = path
        self.bytes = bytes
        self.size = size
        self.records = records
        self.noun = noun
    }
}
