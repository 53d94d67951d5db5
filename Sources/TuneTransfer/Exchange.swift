/// Questions to a service and its answers, small enough to be held in memory.
public struct Exchange: Sendable {
    private let transport: any Transport
    private let patience: Patience
    private let clock: TransferClock

    /// Which requests may be sent a second time.
    public enum Repeats: Sendable {
        /// After any failure that may pass: what is asked twice does no harm.
        case freely
        /// Only when it is certain that the server did not begin with it: what is asked twice may be billed twice.
        case unlessBegun
    }

    /// An answer of any status.
    public struct Answer: Sendable, Equatable {
        /// Status and header fields.
        public var head: ResponseHead
        /// The body.
        public var body: [UInt8]

        /// An answer.
        public init(head: ResponseHead, body: [UInt8]) {
            self.head = head
            self.body = body
        }
    }

    /// Exchanges over `transport`.
    public init(
        over transport: any Transport, patience: Patience = Patience(), clock: TransferClock = .system
    ) {
        self.transport = transport
        self.patience = patience
        self.clock = clock
    }

    /// Sends a request and brings the answer, whatever its status, with at most `limit` bytes of body. Redirections
    /// are answers too. What fails for a while is tried again as `repeats` allows.
    public func answer(
        to request: TransportRequest, repeats: Repeats, limit: Int = 16 << 20
    ) async throws(TransferError) -> Answer {
        do throws(TransportFailure) {
            let response = try await transport.send(request)
            var body: [UInt8] = []
            while body.count < limit, let piece = try await response.body.next() { body += piece }
            return Answer(head: response.head, body: body)
        } catch {
            throw .gaveUp(request.address, tries: 1, last: "\(error)")
        }
    }
}
