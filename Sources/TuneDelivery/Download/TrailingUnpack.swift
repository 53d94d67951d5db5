import TuneArchives
import TuneBytes
import TunePipeline
import TuneText
import TuneTransfer

/// An archive that is unpacked while it is downloaded, on a thread of its own. The folder gets its name when the
/// download is whole and verified, the archive after that; the first of the two to fail stops the other.
struct TrailingUnpack: Sendable {
    private var download: Download
    private var options: UnpackOptions
    private let keepsArchive: Bool
    private let file: GrowingFile
    /// Stops the unpacking with the run, or when the download has failed.
    private let cancellation: Cancellation
    /// Free bytes beside a path, as the system sees it.
    var freeSpace: @Sendable (String) -> Int? = { FileStatus.freeSpace(beside: $0) }

    /// The download's archive, to be unpacked as `options` say; then it is kept under its name, or removed.
    init(_ download: Download, options: UnpackOptions, keepsArchive: Bool) {
        file = GrowingFile(path: download.target + ".part")
        self.keepsArchive = keepsArchive
        self.download = download
        self.options = options
        cancellation = Cancellation(within: options.cancellation)
        self.options.cancellation = cancellation
    }

    /// What came of it.
    typealias Outcome = (received: Download.Received, unpacked: UnpackResult)
    fileprivate typealias Unpacked = Result<UnpackResult, ArchiveRefusal>

    func run(
        over transport: any Transport, clock: TransferClock, note: @escaping DownloadRun.Note
    ) async throws(RunError) -> Outcome {
        let unpacking = Task { await OwnThread.run { unpack() } }
        let transfer = Task { await received(over: transport, clock: clock, note: note, after: unpacking) }
        let unpacked = await withTaskCancellationHandler {
            let unpacked = await unpacking.value
            if case .failure(let refusal) = unpacked {
                if refusal.blame != .circumstances { file.refuse() }
                transfer.cancel()
            }
            _ = await transfer.value
            return unpacked
        } onCancel: {
            cancellation.cancel()
            transfer.cancel()
        }
        return try outcome(of: unpacked, received: await transfer.value)
    }

    private func received(
        over transport: any Transport, clock: TransferClock, note: @escaping DownloadRun.Note,
        after unpacking: Task<Unpacked, Never>
    ) async -> Result<Download.Received, TransferError> {
        var download = download
        download.follower = ArchiveFollower(file: file, unpacking: unpacking, keepsArchive: keepsArchive)
        do throws(TransferError) {
            return .success(try await download.run(over: transport, clock: clock, note: note))
        } catch {
            // There may be much to unpack yet that is of no use any more.
            cancellation.cancel()
            return .failure(error)
        }
    }

    /// Unpacks what is there and what comes, from the beginning each time the download starts over.
    private func unpack() -> Unpacked {
        while true {
            let reader = file.reader()
            let unpacked = unpack(reader)
            if !reader.isOutdated { return unpacked }
        }
    }

    private func unpack(_ reader: GrowingFile.Reader) -> Unpacked {
        do throws(ArchiveRefusal) {
            do throws(ByteError) {
                try reader.waitForBytes()
            } catch {
                throw .source(error)
            }
            let missing = try room()
            let name = download.target
            return .success(
                try UnpackRun(options).unpacked(reader, of: name, reserved: missing) { files in
                    Progress(
                        path: name, bytes: reader.position, size: file.total, records: files, noun: "file")
                })
        } catch {
            return .failure(error)
        }
    }

    /// How many bytes of the folder's disk the rest of the archive will take. Files become smaller in an archive, so
    /// one that is as large as what is free cannot be unpacked, whatever it says of its files later.
    private func room() throws(ArchiveRefusal) -> Int {
        guard let total = file.total else { return 0 }
        let sharesDisk = FileStatus.sharesDisk(download.target, options.folder)
        let missing = sharesDisk ? max(0, total - file.size) : 0
        let least = missing + total - total / 20
        if let free = freeSpace(options.folder), free < least {
            throw .disk(
                .failed(
                    operation: .write, path: options.folder,
                    reason: "archive and files need \(least) bytes at least, \(free) are free"))
        }
        return missing
    }

    private func outcome(
        of unpacked: Unpacked, received: Result<Download.Received, TransferError>
    ) throws(RunError) -> Outcome {
        switch (unpacked, received) {
        case (.success(let result), .success(let received)): return (received, result)
        case (.success, .failure(let error)): throw RunError(error)
        case (.failure(let refusal), .failure(let error)) where refusal.follows(file.path):
            throw RunError(error)
        case (.failure(.interrupted), .success(let received)):
            throw RunError(TransferError.interrupted(path: download.target, kept: received.size))
        case (.failure(let refusal), .failure): throw error(for: refusal, isWhole: false)
        case (.failure(let refusal), .success): throw error(for: refusal, isWhole: true)
        }
    }

    private func error(for refusal: ArchiveRefusal, isWhole: Bool) -> RunError {
        var error = RunError(RefusedArchive(refusal, archive: download.target))
        if refusal.blame == .contents, isWhole, keepsArchive { return error }
        // What would have been said of an archive that has its name.
        if case .entry = refusal { error.help.removeFirst() }
        switch refusal.blame {
        case .circumstances:
            error.help.append(
                "\(file.size.grouped) bytes of the archive are kept; run again to go on with them")
        case .damage, .contents:
            let size =
                "\(file.size.grouped) of \(file.total.map { $0.grouped } ?? "an unknown number of") bytes"
            error.help.append(
                isWhole
                    ? "nothing was unpacked, and the archive was removed"
                    : "nothing was unpacked; the download was stopped after \(size), which were removed")
        }
        return error
    }
}

/// Waits until the archive is unpacked, and says what becomes of it.
private struct ArchiveFollower: DownloadFollower {
    let file: GrowingFile?
    let unpacking: Task<TrailingUnpack.Unpacked, Never>
    let keepsArchive: Bool

    func fate(of received: Download.Received) async -> Download.Fate {
        switch await unpacking.value {
        case .success(let result) where result.isPublished: keepsArchive ? .named : .removed
        case .success: keepsArchive ? .named : .keptAsPart
        case .failure(let refusal):
            switch refusal.blame {
            case .damage: .removed
            case .contents: keepsArchive ? .named : .removed
            case .circumstances: .keptAsPart
            }
        }
    }
}
