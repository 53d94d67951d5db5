/// Questions to a service and its answers, small enough to be held in memory.
public struct Exchange: Sendable {
    /// Takes out of a server's words what the exchange was told is secret.
    public let mask: SecretMask
    private let transport: any Transport
    private let policy: TransferPolicy
    private let clock: TransferClock
    private let note: @Sendable (TransferNote) -> Void

    /// Which requests may be sent a second time.
    public enum Repeats: Sendable {
        /// After any failure that may pass: what is asked twice does no harm.
        case freely
        /// Only when it is certain that the server did not begin with it: what is asked twice may be billed twice.
        case unlessBegun
        /// Only when it is certain that the server did not get all of it: half a file makes no file.
        case unlessWhole
    }

    /// An answer of any status.
    public struct Answer: Sendable, Equatable {
        /// The status and the header fields.
        public var head: ResponseHead
        /// All of the body.
        public var body: [UInt8]

        /// The answer of a head and all of its body.
        public init(head: ResponseHead, body: [UInt8]) {
            self.head = head
            self.body = body
        }
    }

    /// Exchanges over `transport`.
    ///
    /// - Parameters:
    ///   - secrets: what must not be told of an answer: the tokens that go with the questions.
    ///   - policy: how long to wait and how often to try.
    ///   - note: is told what has left, and of every wait before another try.
    public init(
        over transport: any Transport, secrets: [Secret] = [], policy: TransferPolicy = TransferPolicy(),
        clock: TransferClock = .system,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) {
        mask = SecretMask(secrets)
        self.transport = transport
        self.policy = policy
        self.clock = clock
        self.note = note
    }

    /// Sends a request and brings the answer, whatever its status, with at most `limit` bytes of body. Redirections
    /// are answers too. What fails for a while is tried again as `repeats` allows, and when it stays so its last
    /// answer is the answer.
    ///
    /// Throws `mayHaveArrived` when the request must not be sent again and nobody knows whether it was obeyed.
    public func answer(
        to request: TransportRequest, repeats: Repeats, limit: Int = 16 << 20
    ) async throws(TransferError) -> Answer {
        let session = ExchangeSession(
            request: request, repeats: repeats, limit: limit, transport: transport, policy: policy,
            clock: clock, note: note)
        return try await session.untilAnswered()
    }
}
