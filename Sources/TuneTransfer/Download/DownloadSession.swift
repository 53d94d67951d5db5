internal import TuneBytes

/// One run of a download: asks until the part is whole, or until asking again would not help.
actor DownloadSession {
    let download: Download
    let transport: any Transport
    let clock: TransferClock
    let lock: FileLock
    let note: @Sendable (TransferNote) -> Void
    let store: PartStore
    let bytes = ByteCount()
    /// Where the file is now.
    private(set) var source: WebAddress
    /// Whether anything here was received before the last answer.
    var isPieced: Bool
    private var tally = FailureTally()

    init(
        _ download: Download, _ transport: any Transport, _ clock: TransferClock, _ lock: sending FileLock,
        _ note: @escaping @Sendable (TransferNote) -> Void
    ) throws(TransferError) {
        self.download = download
        self.transport = transport
        self.clock = clock
        self.lock = lock
        self.note = note
        source = download.source
        do throws(ByteError) {
            store = try PartStore(
                target: download.target, source: download.name ?? download.source.description)
        } catch {
            throw .disk(error)
        }
        isPieced = store.size > 0
    }

    /// How a try ended.
    enum Ending {
        case whole
        case startedOver(TransferNote.Restart)
        case broken(String, asked: Duration?)
        case stale(TransferError)
    }

    func untilWhole() async throws(TransferError) -> Download.Received {
        do throws(TransferError) {
            while true {
                if let received = try await step() { return received }
            }
        } catch {
            try? store.checkpoint()
            if store.size == 0 || download.follower?.isRefused == true { store.discard() }
            throw error
        }
    }

    /// One try and what follows from it; the file when it is whole.
    private func step() async throws(TransferError) -> Download.Received? {
        switch try await watchedTry() {
        case .whole:
            if let received = try await publish() { return received }
            try startOver(.wrongChecksum)
        case .startedOver(let reason):
            try startOver(reason)
        case .stale(let error):
            try tally.stale(error, size: store.size)
            if let renew = download.renew {
                source = try await renew()
            } else {
                try await pause("the address is not good any more", asked: nil)
            }
        case .broken(let reason, let asked):
            try await pause(reason, asked: asked)
        }
        return nil
    }

    /// Tries once, and breaks off when the bytes stop coming.
    private func watchedTry() async throws(TransferError) -> Ending {
        let (result, complaint) = await SpeedGauge.watching(bytes, download.policy, clock) {
            await self.result()
        }
        if Task.isCancelled {
            throw .interrupted(path: download.target, kept: store.size)
        }
        // A try that was broken off says only that it was interrupted.
        if let complaint, case .failure(.interrupted) = result { return .broken(complaint, asked: nil) }
        guard let result else { return .broken("no answer", asked: nil) }
        return try result.get()
    }

    private func result() async -> Result<Ending, TransferError> {
        do throws(TransferError) {
            return .success(try await ask())
        } catch {
            return .failure(error)
        }
    }

    private func startOver(_ reason: TransferNote.Restart) throws(TransferError) {
        try tally.startedOver(reason, source)
        download.follower?.beginsAnew()
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
        let failures = try tally.failed(
            at: store.size, of: store.state.total, reason, source, download.policy)
        if let asked, asked > download.policy.longestWait { throw .busy(source, wait: asked) }
        let pause = download.policy.pause(asked: asked, failures: failures - 1, chance: clock.chance())
        note(.waits(reason: reason, pause: pause))
        do {
            try await clock.sleep(pause, .retry)
        } catch {
            throw .interrupted(path: download.target, kept: store.size)
        }
    }

    /// Verifies the bytes and gives them their name; nil when they are not what was announced but may be the second
    /// time, because they were pieced together.
    private func publish() async throws(TransferError) -> Download.Received? {
        let checksum = store.state.checksum
        if let checksum {
            let digits = try disk { store throws(ByteError) in try store.digits(like: checksum) }
            if digits != checksum.digits {
                if isPieced { return nil }
                store.discard()
                throw .wrongChecksum(source, expected: checksum.digits, received: digits)
            }
        }
        guard lock.isHeld else { throw .inUse(path: download.target, lock: lock.path, by: nil) }
        let received = Download.Received(size: store.size, sha256: store.sha256, verified: checksum)
        if let settle = download.settle {
            try await settled(by: settle, received)
        } else {
            try disk { store throws(ByteError) in try store.publish() }
            download.follower?.isWhole(at: download.target)
        }
        return received
    }

    /// Does with the whole file what whoever reads it says, once they have read it to its end.
    private func settled(
        by settle: @Sendable (Download.Received) async -> Download.Fate, _ received: Download.Received
    ) async throws(TransferError) {
        try disk { store throws(ByteError) in try store.checkpoint() }
        download.follower?.isWhole(at: store.path)
        switch await settle(received) {
        case .named: try disk { store throws(ByteError) in try store.publish() }
        case .keptAsPart: break
        case .removed: store.discard()
        }
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
