public import TuneBytes

/// One file from the web to one path: resumed where an earlier run ended, verified, and under its name only when it
/// is whole.
///
/// Until then its bytes stand in `X.part`, what is known about them in `X.part.json`, and `X.lock` keeps other
/// processes away.
public struct Download: Sendable {
    /// Where the file is.
    public var source: WebAddress
    /// Where it goes; what stands there is replaced when the file is whole.
    public var target: String
    /// Sent to the source's origin, and nowhere else.
    public var token: Secret?
    /// How long to wait and how often to try.
    public var policy = TransferPolicy()
    /// What the file is, however its address is signed or moves: a part of the same name is continued. The address
    /// without its query, unless it is given.
    public var name: String?
    /// Asks for a new address when the one at hand is refused (400, 401, 403, 410), as signed ones are after their
    /// time; called at most three times without a new byte in between. Nil where the source is always good for a new
    /// one, because it redirects or `resolve` reads it.
    public var renew: (@Sendable () async throws(TransferError) -> WebAddress)?
    /// Reads the file's address out of an answer of JSON, of which it gets the first 64 KiB; the answer of a service
    /// may also be a redirection, or the file itself. Nil, or an error for what is no such answer.
    public var resolve: (@Sendable (ResponseHead, [UInt8]) throws(TransferError) -> WebAddress?)?
    /// Whether a file may begin with these bytes, up to 512 of them; what may not is refused before any is kept.
    /// Nil if anything may, but for a web page.
    public var mayBegin: (@Sendable ([UInt8]) -> Bool)?
    /// Gets to know how far the file has come, for whoever reads it meanwhile.
    public var follower: GrowingFile?
    /// Asked when the file is whole and verified, and still stands in its part: what becomes of it. May take its time;
    /// the file is kept away from other processes meanwhile. Nil to give it its name.
    public var settle: (@Sendable (Received) async -> Fate)?
    /// What the bytes must hash to, given every head on the way to them: redirections first. Nil if nobody says.
    public var checksum: @Sendable ([ResponseHead]) -> Checksum? = { _ in nil }
    /// Gets to know an answer that is neither the file nor a redirection, with its first 64 KiB; an error returned
    /// takes the place of the usual one.
    public var refusal: @Sendable (ResponseHead, [UInt8]) -> TransferError? = { _, _ in nil }
    /// What is hidden where a server's words are told, besides the token and what addresses carry.
    package var mask = SecretMask([])
    /// Free bytes beside a path, as the system sees it.
    var freeSpace: @Sendable (String) -> Int? = { FileStatus.freeSpace(beside: $0) }

    /// A download of `source` to `target`.
    public init(_ source: WebAddress, to target: String) {
        self.source = source
        self.target = target
    }

    /// What a download brought.
    public struct Received: Sendable, Equatable {
        /// The bytes of the file.
        public var size: Int
        /// Their SHA-256, in hexadecimal digits.
        public var sha256: String
        /// The checksum the server announced, which the bytes were compared with; nil when it announced none.
        public var verified: Checksum?
    }

    /// What becomes of a file that is whole.
    public enum Fate: Sendable {
        /// It gets its name.
        case named
        /// It stays a part, which the next run finds whole.
        case keptAsPart
        /// It is removed.
        case removed
    }

    /// Brings the file. When the task is cancelled, what was received is kept.
    ///
    /// - Parameter note: is told what happens, in order.
    public func run(
        over transport: some Transport, clock: TransferClock = .system,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws(TransferError) -> Received {
        do throws(TransferError) {
            return try await received(over: transport, clock, note)
        } catch {
            follower?.failed(error.message)
            throw error
        }
    }

    private func received(
        over transport: some Transport, _ clock: TransferClock,
        _ note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(TransferError) -> Received {
        if token != nil, source.origin.scheme != "https", !source.origin.isLoopback {
            throw .tokenInTheClear(source.origin)
        }
        let lock: FileLock
        do throws(FileLock.Refusal) {
            lock = try FileLock(path: target + ".lock")
        } catch {
            throw TransferError(error, target: target)
        }
        let run = try DownloadSession(self, transport, clock, lock, note)
        return try await run.untilWhole()
    }

    /// How many bytes are held back until they are known to be of the right kind.
    var openingSize: Int { mayBegin == nil ? (mayBePage ? 0 : BodyPrefix.pageSize) : BodyPrefix.size }

    /// Whether a web page is what is wanted.
    var mayBePage: Bool {
        let name = target.lowercased()
        return name.hasSuffix(".html") || name.hasSuffix(".htm")
    }
}

extension TransferError {
    init(_ refusal: FileLock.Refusal, target: String) {
        switch refusal {
        case .held(let owner): self = .inUse(path: target, lock: target + ".lock", by: owner)
        case .failed(.noFolder): self = .disk(.noFolder(path: target))
        case .failed(let error): self = .disk(error)
        }
    }
}
