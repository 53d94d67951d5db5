public import TuneBytes

/// One archive to be unpacked into one folder: all of it or nothing.
public struct Unpacking {
    /// The path of the folder to make; the folder it is in must be there.
    public var folder: String
    /// How much the archive may ask for.
    public var limits = ArchiveLimits()
    /// Whether a folder that has the name already is replaced, in one step.
    public var isReplacing = false
    /// Asked now and then whether the run is to stop.
    public var cancellation = Cancellation()
    /// Told now and then the number of files begun.
    public var progress: (Int) -> Void = { _ in }
    /// Number of bytes of the disk's free space that another file is about to use.
    public var reserved = 0
    /// Number of free bytes on the disk of a path, as the system says.
    var freeSpace: (String) -> Int? = { FileStatus.freeSpace(beside: $0) }

    /// What was unpacked.
    public struct Unpacked: Sendable, Equatable {
        /// Files, in the archive's order.
        public var files: [ArchiveEntry] = []
        /// The bytes of all files.
        public var bytes = 0
        /// What was odd.
        public var notes: [ArchiveReader.Note] = []
    }

    /// Unpacking into a new folder at this path.
    public init(into folder: String) {
        self.folder = folder
    }

    /// Unpacks the archive. The folder gets its name when all of it is on the disk, or never.
    ///
    /// - Parameters:
    ///   - stream: the archive's bytes.
    ///   - name: names it in errors.
    ///   - observer: gets each file's data as it passes.
    ///   - accept: looks at the folder before it gets its name; it does not when this is false.
    /// - Returns: what was unpacked, and whether it was accepted.
    public func run(
        _ stream: any ByteStream, name: String, observer: (any UnpackObserver)? = nil,
        accept: (String, Unpacked) throws(ArchiveRefusal) -> Bool = { _, _ in true }
    ) throws(ArchiveRefusal) -> (Unpacked, isAccepted: Bool) {
        let target = try Target(folder)
        let lock = try lock(target)
        defer { withExtendedLifetime(lock) {} }
        // Once nobody else of ours can be at it: another run may just have given the name.
        let replaced = try existing(target)
        let reader = try ArchiveReader(stream, name: name, limits: limits, free: room(target))
        let staging = try StagingFolder(for: target)
        var unpacked = try write(reader, to: staging, observer: observer)
        guard try accept(staging.path, unpacked) else { return (unpacked, false) }
        if cancellation.isCancelled { throw .interrupted }
        if let left = try staging.publish(replacing: replaced) { unpacked.notes.append(.oldFolderLeft(left)) }
        return (unpacked, true)
    }

    /// Throws when the folder cannot be made: something has its name, or it is no name of a folder.
    public func checkTarget() throws(ArchiveRefusal) {
        _ = try existing(try Target(folder))
    }

    /// The folder that has the name now and is to be replaced; nil when nothing has it.
    private func existing(_ target: Target) throws(ArchiveRefusal) -> FolderHandle? {
        switch FileStatus.kind(target.path) {
        case nil: return nil
        case .folder where isReplacing:
            let parent = try Descriptor(folder: target.parent)
            guard let folder = FolderHandle(folder: target.name, in: parent) else {
                throw .last(.open, path: target.path)
            }
            return folder
        case _ where isReplacing: throw .notAFolder(target.path)
        default: throw .exists(target.path)
        }
    }

    private func lock(_ target: Target) throws(ArchiveRefusal) -> FileLock {
        do throws(FileLock.Refusal) {
            return try FileLock(path: target.lock)
        } catch {
            switch error {
            case .held(let owner): throw .inUse(target: target.path, lock: target.lock, by: owner)
            case .failed(let error): throw .disk(error)
            }
        }
    }

    /// Number of bytes that may be written: those free, less a twentieth.
    private func room(_ target: Target) -> Int? {
        freeSpace(target.lock).map { max(0, $0 - $0 / 20 - reserved) }
    }

    private func write(
        _ reader: ArchiveReader, to staging: StagingFolder, observer: (any UnpackObserver)?
    ) throws(ArchiveRefusal) -> Unpacked {
        var unpacked = Unpacked()
        var begun = 0
        while let entry = try reader.next() {
            if cancellation.isCancelled { throw .interrupted }
            if entry.isFolder {
                try staging.makeFolder(entry.name)
                continue
            }
            begun += 1
            let file = try staging.makeFile(entry.name, size: entry.size)
            observer?.begin(entry)
            try reader.data { piece throws(ArchiveRefusal) in
                if cancellation.isCancelled { throw .interrupted }
                try file.append(piece)
                observer?.take(piece)
                progress(begun)
            }
            try file.finish()
            observer?.end()
            unpacked.files.append(entry)
            unpacked.bytes += entry.size
        }
        if unpacked.files.isEmpty { throw .nothingInside }
        unpacked.notes = reader.notes
        return unpacked
    }
}
