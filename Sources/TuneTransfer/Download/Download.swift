internal import TuneBytes

/// One file from the web to one path: resumed where an earlier run ended, verified, and under its name only when it
/// is whole.
///
/// Until then its bytes are in `X.part`, what is known about them in `X.part.json`, and `X.lock` keeps other processes
/// away.
public struct Download: Sendable {
    /// What is brought.
    public let source: any DownloadSource
    /// Where it goes; what is there is replaced when the file is whole.
    public let target: String
    /// How long to wait and how often to try.
    public var policy = TransferPolicy()
    /// Reads the file while it comes, or says what becomes of it; nil to give it its name when it is whole.
    public var follower: (any DownloadFollower)?
    /// Number of free bytes beside a path, as the system sees it; nil when it does not say.
    var freeSpace: @Sendable (String) -> Int? = { FileStatus.freeSpace(beside: $0) }

    /// A download of a source to the path `target`.
    public init(of source: any DownloadSource, to target: String) {
        self.source = source
        self.target = target
    }

    /// A download of what is at an address to the path `target`.
    public init(_ address: WebAddress, to target: String) {
        self.init(of: PlainAddress(address), to: target)
    }

    /// What a download brought.
    public struct Received: Sendable, Equatable {
        /// Number of bytes of the file.
        public var size: Int
        /// Their SHA-256, in hexadecimal digits.
        public var sha256: String
        /// The checksum the server announced, which the bytes were compared with; nil when it announced none.
        public var verified: Checksum?
        /// What became of the file, as its follower said.
        public var fate = Fate.named
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
            return try await received(over: transport, clock: clock, note: note)
        } catch {
            follower?.file?.failed(error.message)
            throw error
        }
    }

    private func received(
        over transport: some Transport, clock: TransferClock,
        note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(TransferError) -> Received {
        let origin = source.address.origin
        if source.token != nil, origin.scheme != "https", !origin.isLoopback {
            throw .tokenInTheClear(origin)
        }
        let lock: FileLock
        do throws(FileLock.Refusal) {
            lock = try FileLock(path: target + ".lock")
        } catch {
            throw TransferError(error, target: target)
        }
        let session = try DownloadSession(self, over: transport, clock: clock, lock: lock, note: note)
        return try await session.untilWhole()
    }

    /// Number of bytes that are held back until they are known to be of the right kind.
    var openingSize: Int {
        if source.signatureLength > 0 { return min(source.signatureLength, BodyPrefix.size) }
        return mayBePage ? 0 : BodyPrefix.pageSize
    }

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
