internal import TuneBytes

// Unsafe code: one block of memory, allocated once and freed with the object, is filled here and lent to the tar
// reader. Invariants: `next` returns only bytes that were written by the call; they stay valid until the following
// call, and the tar reader does not use them longer.

/// The tar inside an archive, block by block: the gzip layer undone and its checksums compared, the ratio watched.
@safe
final class DecodedArchive {
    /// Number of bytes of tar handed out.
    private(set) var length = 0
    /// The offset after the last byte that is not zero, of those handed out.
    private(set) var usedLength = 0
    /// Whether the archive is plain tar.
    var isPlain: Bool { gzip == nil }
    /// Whether the end of the gzip layer is known to be the end of what was written: one member, whole.
    var hasTrustedEnd: Bool { gzip?.members == 1 }

    private let gzip: GzipInput?
    private let plain: PushbackInput
    private var ratio: RatioGauge
    private var piece: [UInt8] = []
    private let block: UnsafeMutableBufferPointer<UInt8>

    private static let blockSize = 256 << 10

    /// The tar inside `stream`, whose file `name` names in errors; throws when its first bytes are those of something
    /// else.
    init(_ stream: any ByteStream, name: String, limits: ArchiveLimits) throws(ArchiveRefusal) {
        plain = PushbackInput(stream)
        ratio = RatioGauge(limits: limits)
        let opening = try Self.opening(of: plain)
        let kind = ArchiveKind(opening.span)
        guard !opening.isEmpty else { throw .empty }
        guard kind == .gzip || kind == .tar else { throw .notAnArchive(kind, opening: opening) }
        gzip = kind == .gzip ? GzipInput(plain, path: name) : nil
        unsafe block = .allocate(capacity: Self.blockSize)
    }

    deinit {
        unsafe block.deallocate()
    }

    private static func opening(of input: PushbackInput) throws(ArchiveRefusal) -> [UInt8] {
        do throws(ByteError) {
            return try input.peek(ArchiveKind.opening)
        } catch {
            throw .source(error)
        }
    }

    /// The next bytes; none at the end. They are there until the following call.
    func next() throws(ArchiveRefusal) -> UnsafeBufferPointer<UInt8> {
        var output = unsafe OutputSpan(buffer: block, initializedCount: 0)
        var failure: ByteError?
        do throws(ByteError) {
            try fill(&output)
        } catch {
            failure = error
        }
        let count = unsafe output.finalize(for: block)
        let bytes = unsafe UnsafeBufferPointer(rebasing: block[..<count])
        if let failure { throw .source(failure) }
        if length == 0, !isPlain { try unsafe checkOpening(bytes) }
        if let used = unsafe bytes.lastIndex(where: { $0 != 0 }) { usedLength = length + used + 1 }
        length += count
        if let gzip { try ratio.check(stored: gzip.consumed, text: length) }
        return unsafe bytes
    }

    /// Reads to the end, so that all checksums are compared.
    func drain() throws(ArchiveRefusal) {
        while try unsafe !next().isEmpty {}
    }

    private func fill(_ output: inout OutputSpan<UInt8>) throws(ByteError) {
        if let gzip { return try gzip.fill(&output) }
        while !output.isFull {
            piece.removeAll(keepingCapacity: true)
            guard try plain.read(output.freeCapacity, into: &piece) > 0 else { return }
            for byte in piece { output.append(byte) }
        }
    }

    /// What is inside the gzip layer must be tar, or nothing but its end.
    private func checkOpening(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveRefusal) {
        let opening = unsafe Array(bytes.prefix(ArchiveKind.opening))
        let kind = ArchiveKind(opening.span)
        guard kind == .tar || opening.allSatisfy({ $0 == 0 }) else {
            throw .notTar(kind, opening: opening)
        }
    }
}
