/// What sends a request and brings the answer: the network, or a test. It follows no redirect, tries nothing twice,
/// and inflates nothing.
public protocol Transport: Sendable {
    /// Sends a request and returns when the answer's head is there.
    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse
}
