/// The bytes of an answer; nothing is read ahead without limit. Released when it is not wanted any more.
public protocol TransportBody: Sendable {
    /// The next bytes, never an empty piece; nil at the announced end, not at a cut.
    func next() async throws(TransportFailure) -> [UInt8]?
}
