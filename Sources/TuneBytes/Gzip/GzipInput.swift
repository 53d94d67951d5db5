/// The text of a gzip file: every member is inflated, its CRC-32 and length checked by zlib. Members that
/// tell their own length (bgzip) are inflated side by side when `workers` is above 1, up to 64 at a time; that
/// holds at most 4 MiB of text and about as much as stored. Text and errors are the same for every number of workers.
public final class GzipInput: ByteStream {
    /// How many bytes of text have been handed out.
    public private(set) var produced = 0
    /// How many stored bytes have been used up for it.
    public var consumed: Int { stored.position }
    /// How many members have ended, with the right checksum and length.
    public private(set) var members = 0
    private let path: String
    private var stored: ReadAhead
    private let inflater = Inflater()
    private let blocks: BlockReader?
    private var state = State.betweenMembers
    private var hasPendingOutput = false

    private enum State { case betweenMembers, insideMember, padding, ended }

    /// Inflates `upstream` with up to `workers` threads; `path` names it in errors.
    public init(_ upstream: any ByteStream, path: String, workers: Int = 1) {
        self.path = path
        stored = ReadAhead(upstream)
        blocks = workers > 1 ? BlockReader(workers: workers) : nil
    }

    /// True when a file that begins with these bytes is gzip.
    public static func recognises(_ start: Span<UInt8>) -> Bool {
        start.count >= 2 && start[0] == 0x1F && start[1] == 0x8B
    }

    /// Inflates up to `count` bytes; fewer come back at the end of a member.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        while state != .ended {
            if let got = readBlocks(count, into: &bytes) { return got }
            if stored.rest.isEmpty, !hasPendingOutput, try !stored.refill() {
                try checkEnd()
                state = .ended
                break
            }
            guard try enterMember() else { continue }
            let got = try inflateSome(count, into: &bytes)
            if got > 0 { return got }
        }
        return 0
    }

    /// Fills `output` from the members in turn; less than full only at the end.
    public func fill(_ output: inout OutputSpan<UInt8>) throws(ByteError) {
        while state != .ended, !output.isFull {
            if stored.rest.isEmpty, !hasPendingOutput, try !stored.refill() {
                try checkEnd()
                state = .ended
            } else if try enterMember() {
                try inflateSome(output.freeCapacity, into: &output)
            }
        }
    }

    /// Text of members that were inflated side by side; nil when the next one must be read in turn.
    private func readBlocks(_ count: Int, into bytes: inout [UInt8]) -> Int? {
        guard state == .betweenMembers, let blocks else { return nil }
        blocks.fill(from: &stored)
        let got = blocks.take(count, into: &bytes)
        produced += got ?? 0
        return got
    }

    /// The file ended: fine between members, a truncation inside one.
    private func checkEnd() throws(ByteError) {
        if state == .insideMember {
            throw .gzipTruncated(path: path, compressed: stored.position, uncompressed: produced)
        }
    }

    /// Steps over padding after a member; true when a member is at hand.
    private func enterMember() throws(ByteError) -> Bool {
        guard state != .insideMember else { return true }
        let first = stored.rest[0]
        if first == 0, stored.position > 0 {
            state = .padding
            let rest = stored.rest
            stored.advance(rest.indices.first { rest[$0] != 0 } ?? rest.count)
            return false
        }
        guard state == .betweenMembers, first == 0x1F else {
            throw .gzipTrailingBytes(path: path, compressed: stored.position)
        }
        inflater.reset()
        state = .insideMember
        return true
    }

    private func inflateSome(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        var failure: ByteError?
        let before = bytes.count
        bytes.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
            do throws(ByteError) {
                try inflateSome(count, into: &output)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes.count - before
    }

    private func inflateSome(_ count: Int, into output: inout OutputSpan<UInt8>) throws(ByteError) {
        let before = output.count
        let step = inflater.inflate(stored.rest, into: &output, count: count)
        stored.advance(step.read)
        let got = output.count - before
        produced += got
        hasPendingOutput = step.outcome == .progressed && got == count
        if step.outcome == .memberEnded {
            state = .betweenMembers
            members += 1
        }
        if case .damaged(let detail) = step.outcome {
            throw .gzipDamaged(
                path: path, compressed: stored.position, uncompressed: produced, detail: detail)
        }
    }
}
