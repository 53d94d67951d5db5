internal import TuneBytes

/// One run of a download: asks until the part is whole, or until asking again would not help.
actor DownloadSession {
    let download: Download
    let source: any DownloadSource
    let policy: TransferPolicy
    let transport: any Transport
    let clock: TransferClock
    let lock: FileLock
    let note: @Sendable (TransferNote) -> Void
    let store: PartStore
    let bytes = ByteCount()
    /// Where the file is now.
    private(set) var address: WebAddress
    /// Every secret of this download: the source's, and what the addresses on the way carried.
    var mask: SecretMask
    /// Whether anything here was received before the last answer.
    var isPieced: Bool
    private var tally = FailureTally()

    /// Opens the part an earlier run left.
    ///
    /// - Parameter lock: held as long as the session lives.
    init(
        _ download: Download, over transport: any Transport, clock: TransferClock, lock: sending FileLock,
        note: @escaping @Sendable (TransferNote) -> Void
    ) throws(TransferError) {
        self.download = download
        self.transport = transport
        self.clock = clock
        self.lock = lock
        self.note = note
        source = download.source
        policy = download.policy
        address = source.address
        mask = SecretMask(source.secrets).and(source.token).and(source.address)
        do throws(ByteError) {
            store = try PartStore(target: download.target, source: source.name)
        } catch {
            throw .disk(error)
        }
        isPieced = store.size > 0
    }

    /// Who reads the file while it comes.
    var reader: GrowingFile? { download.follower?.file }

    /// Brings the file; what came is kept when it throws, unless it is of no use.
    func untilWhole() async throws(TransferError) -> Download.Received {
        do throws(TransferError) {
            while true {
                if let received = try await step() { return received }
            }
        } catch {
            try? store.checkpoint()
            if store.size == 0 || reader?.isRefused == true { store.discard() }
            throw error
        }
    }

    /// One try and what follows from it; the file when it is whole.
    private func step() async throws(TransferError) -> Download.Received? {
        switch try await watchedTry() {
        case .whole:
            if let received = try await publish() { return received }
            try startOver(.wrongChecksum)
        case .startOver(let reason):
            try startOver(reason)
        case .renew(let error):
            try tally.noteStaleAddress(error, size: store.size)
            if source.isRenewable {
                try await renew()
            } else {
                try await pause("the address is not good any more", asked: nil)
            }
        case .retry(let reason, let asked):
            try await pause(reason, asked: asked)
        }
        return nil
    }

    /// Tries once, and breaks off when the bytes stop coming.
    private func watchedTry() async throws(TransferError) -> TryEnding {
        let (result, stall) = await SpeedGauge.watching(bytes, policy: policy, clock: clock) {
            await self.result()
        }
        if Task.isCancelled { throw interrupted }
        // A try that was broken off says only that it was interrupted.
        if let stall, case .failure(.interrupted) = result { return .retry(reason: stall, asked: nil) }
        guard let result else { return .retry(reason: "no answer", asked: nil) }
        return try result.get()
    }

    private func result() async -> Result<TryEnding, TransferError> {
        do throws(TransferError) {
            return .success(try await ask())
        } catch {
            return .failure(error)
        }
    }

    private func renew() async throws(TransferError) {
        do {
            address = try await source.renewedAddress()
        } catch {
            throw Task.isCancelled ? interrupted : .renewalFailed(RenewalFailure(error))
        }
        mask = mask.and(address)
    }

    private func startOver(_ reason: TransferNote.Restart) throws(TransferError) {
        try tally.noteRestart(reason, of: address)
        reader?.beginsAnew()
        try disk { store throws(ByteError) in try store.startOver() }
        isPieced = false
        if reason == .changed { tally.forgetBest() }
        note(.startedOver(reason))
    }

    /// Notes that the answer now read holds all of the file.
    func beginOver(_ reason: TransferNote.Restart) throws(TransferError) {
        if store.size > 0 { try startOver(reason) }
    }

    private func pause(_ reason: String, asked: Duration?) async throws(TransferError) {
        let failures = try tally.noteFailure(
            reason, at: store.size, of: store.state.total, address: address, tries: policy.tries)
        if let asked, asked > policy.longestWait { throw .busy(address, wait: asked) }
        let pause = policy.pause(asked: asked, failures: failures - 1, chance: clock.chance())
        note(.waits(reason: reason, pause: pause))
        do {
            try await clock.sleep(pause, .retry)
        } catch {
            throw interrupted
        }
    }

    /// The error for a download that was stopped from outside.
    var interrupted: TransferError { .interrupted(path: download.target, kept: store.size) }

    /// Verifies the bytes and gives them their name; nil when they are not what was announced but may be the second
    /// time, because they were pieced together.
    private func publish() async throws(TransferError) -> Download.Received? {
        let checksum = store.state.checksum
        if let checksum {
            let digits = try disk { store throws(ByteError) in try store.digits(like: checksum) }
            if digits != checksum.digits {
                if isPieced { return nil }
                store.discard()
                throw .wrongChecksum(address, expected: checksum.digits, received: digits)
            }
        }
        guard lock.isHeld else { throw .inUse(path: download.target, lock: lock.path, by: nil) }
        var received = Download.Received(size: store.size, sha256: store.sha256, verified: checksum)
        if let follower = download.follower {
            // What the follower takes its time over must survive a crash meanwhile.
            try disk { store throws(ByteError) in try store.checkpoint() }
            follower.file?.isWhole(at: store.path)
            received.fate = await follower.fate(of: received)
        }
        switch received.fate {
        case .named: try disk { store throws(ByteError) in try store.publish() }
        case .keptAsPart: break
        case .removed: store.discard()
        }
        return received
    }

    /// Does something with the part; what the disk says is an error of the transfer.
    func disk<Result>(_ body: (PartStore) throws(ByteError) -> Result) throws(TransferError) -> Result {
        do throws(ByteError) {
            return try body(store)
        } catch {
            throw .disk(error)
        }
    }
}
