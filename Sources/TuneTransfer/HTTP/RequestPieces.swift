public import TuneBytes

/// A request's body on its way, from front to back, once.
public protocol RequestPieces: AnyObject, Sendable {
    /// The next bytes, never an empty piece; nil at the end.
    func next() async throws(ByteError) -> [UInt8]?
}
