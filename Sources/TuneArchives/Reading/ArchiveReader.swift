public import TuneBytes

/// The entries of an archive, front to back, each judged before it is handed out.
public final class ArchiveReader {
    /// What is odd about an archive that is unpacked nevertheless.
    public enum Note: Sendable, Equatable {
        /// It is not compressed: something on the way to us undid that.
        case plainTar
        /// The blocks of zeros that end a tar are missing; the gzip layer is whole.
        case noEndBlocks
        /// The folder that was replaced could not be removed; the path of what is left of it.
        case oldFolderLeft(String)
    }

    /// An entry that is not unpacked, and why.
    public struct Refused: Sendable, Equatable {
        /// The name's bytes.
        public var name: [UInt8]
        /// The bytes it announces; nil when it does not say.
        public var size: Int?
        /// What is wrong.
        public var defect: EntryDefect
    }

    /// What an archive holds: an entry, or what is refused of it.
    public enum Item: Sendable, Equatable {
        case entry(ArchiveEntry)
        case refused(Refused)
    }

    /// What is odd so far; complete once `next` has returned nil.
    public private(set) var notes: [Note] = []
    /// Number of entries handed out or refused so far.
    public private(set) var count = 0
    private let archive: DecodedArchive
    private let tar: TarReader
    private var policy: EntryPolicy
    private var current: ArchiveEntry?

    /// Opens an archive. Throws when its first bytes are those of something else.
    ///
    /// - Parameters:
    ///   - stream: its bytes, gzip or plain tar.
    ///   - name: names it in errors.
    ///   - free: the bytes the disk has room for; nil when nothing is to be written.
    public init(
        _ stream: any ByteStream, name: String, limits: ArchiveLimits, free: Int? = nil
    ) throws(ArchiveRefusal) {
        archive = try DecodedArchive(stream, name: name, limits: limits)
        tar = TarReader(archive)
        policy = EntryPolicy(limits: limits, free: free)
        if archive.isPlain { notes.append(.plainTar) }
    }

    /// The next entry, whose data `data` hands out; nil when the archive has come to a good end. Throws when an entry is
    /// refused, or the archive is damaged.
    public func next() throws(ArchiveRefusal) -> ArchiveEntry? {
        switch try nextItem() {
        case nil: return nil
        case .entry(let entry): return entry
        case .refused(let refused): throw .entry(name: refused.name, number: count, refused.defect)
        }
    }

    /// The next entry, refused ones included: their data is skipped. Throws when the archive is damaged.
    public func nextItem() throws(ArchiveRefusal) -> Item? {
        current = nil
        guard let header = try tar.next() else {
            try finish()
            return nil
        }
        count += 1
        do throws(EntryDefect) {
            let entry = try policy.judge(header)
            current = entry
            return .entry(entry)
        } catch {
            return .refused(Refused(name: header.name, size: header.size, defect: error))
        }
    }

    /// Hands out the data of the entry that `next` returned last, in pieces that are lent for the length of `body`.
    public func data(_ body: (Span<UInt8>) throws(ArchiveRefusal) -> Void) throws(ArchiveRefusal) {
        guard let current, !current.isFolder else { return }
        try tar.data(size: current.size, body)
    }

    /// The tar has ended: nothing may follow, and the gzip layer must be whole up to its last checksum.
    private func finish() throws(ArchiveRefusal) {
        let end = tar.endOffset
        try archive.drain()
        if archive.usedLength > end { throw .hidden(at: end) }
        if archive.length <= end {
            guard archive.hasTrustedEnd, count > 0 else { throw .truncated(length: archive.length) }
            notes.append(.noEndBlocks)
        }
    }
}
