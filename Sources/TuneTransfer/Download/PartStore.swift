internal import TuneBytes

/// The bytes of a file that is not whole yet (`X.part`) and what is known about them (`X.part.json`).
final class PartStore {
    /// What is known; its offset is that of the last checkpoint.
    private(set) var state: PartState
    private let target: String
    private let file: PartFile
    private var hash = SHA256()

    private static let block = 1 << 20

    /// Opens what an earlier run left, if it is of the same source and still what that run wrote; else an empty part.
    init(target: String, source: String) throws(ByteError) {
        self.target = target
        file = try PartFile(path: target + ".part")
        state = PartState(source: source)
        if let earlier = Self.earlierState(target), earlier.source == state.source, try isIntact(earlier) {
            state = earlier
            try file.cut(to: earlier.offset)
        } else {
            try startOver()
        }
    }

    /// The path of the bytes.
    var path: String { file.path }

    /// Number of bytes that are here.
    var size: Int { file.size }

    /// Forgets all bytes, and what was known about them.
    func startOver() throws(ByteError) {
        AtomicFile.remove(target + ".part.json")
        try file.cut(to: 0)
        hash = SHA256()
        state = PartState(source: state.source)
    }

    /// Notes which version of the file the bytes to come belong to.
    func describe(validator: Validator?, total: Int?, checksum: Checksum?) throws(ByteError) {
        (state.validator, state.total, state.checksum) = (validator, total, checksum)
        try checkpoint()
    }

    /// Adds bytes.
    func append(_ bytes: [UInt8]) throws(ByteError) {
        try file.append(bytes)
        hash.update(bytes)
    }

    /// Makes what is here survive.
    func checkpoint() throws(ByteError) {
        try file.sync()
        state.offset = file.size
        state.hash = sha256
        // One name for what is being written, so that a process that is killed leaves at most one.
        let note = try PartFile(path: target + ".part.json.new")
        try note.cut(to: 0)
        try note.append(state.json)
        try note.publish(as: target + ".part.json")
    }

    /// Removes the part and what was noted.
    func discard() {
        try? file.cut(to: 0)
        removeNotes()
        AtomicFile.remove(target + ".part")
    }

    /// Gives the bytes their name.
    func publish() throws(ByteError) {
        try file.publish(as: target)
        removeNotes()
    }

    private func removeNotes() {
        for ending in [".part.json", ".part.json.new"] { AtomicFile.remove(target + ending) }
    }

    /// The SHA-256 of the bytes here.
    var sha256: String { hash.hexadecimal }

    /// What the bytes hash to, in the same way as `checksum`.
    func digits(like checksum: Checksum) throws(ByteError) -> String {
        guard case .gitBlob = checksum else { return sha256 }
        var hash = SHA1()
        hash.update(Array("blob \(size)\0".utf8))
        try forEachBlock(below: size) { hash.update($0) }
        return hash.hexadecimal
    }

    private static func earlierState(_ target: String) -> PartState? {
        guard let input = try? FileInput(path: target + ".part.json") else { return nil }
        var bytes: [UInt8] = []
        let limit = 64 << 10
        while bytes.count < limit, let got = try? input.read(limit, into: &bytes), got > 0 {}
        return PartState(json: bytes)
    }

    /// Whether the first bytes are still those that were noted; the hash continues from there.
    private func isIntact(_ earlier: PartState) throws(ByteError) -> Bool {
        guard earlier.offset <= file.size else { return false }
        try forEachBlock(below: earlier.offset) { hash.update($0) }
        return sha256 == earlier.hash
    }

    private func forEachBlock(below end: Int, _ body: ([UInt8]) -> Void) throws(ByteError) {
        var offset = 0
        while offset < end {
            let bytes = try file.bytes(at: offset, min(Self.block, end - offset))
            guard !bytes.isEmpty else { return }
            body(bytes)
            offset += bytes.count
        }
    }
}
