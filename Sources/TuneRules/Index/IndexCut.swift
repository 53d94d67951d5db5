/// What an index of examples left out because it was full.
public struct IndexCut: Sendable, Equatable {
    /// The most bytes the index was allowed.
    public var limit: Int
    /// The examples before it was full; every later one was still compared with them.
    public var remembered: Int
    /// The records after that whose example, or id, was new to the index: repetitions of it are not found. One
    /// that comes again counts again.
    public var forgotten: Int
    /// A limit that would have been enough up to here, in bytes.
    public var sufficient: Int
}
