internal import TuneBytes

/// A file's bytes on their way, within what goes before and after it in the request. The last of them leave only when all are known to be right.
actor FilePieces: RequestPieces {
    private let original: OriginalFile
    private let closing: [UInt8]
    private let trail: UploadTrail
    private let input: FileInput
    private var held: [UInt8]
    private var sha256 = SHA256()
    /// Only what is put under a name has a store that knows it by its MD5.
    private var md5: MD5?
    private var position = 0
    private var isAtEnd = false

    private static let block = 128 << 10

    init(of original: OriginalFile, within body: UploadBody, trail: UploadTrail) throws(ByteError) {
        self.original = original
        self.trail = trail
        (held, closing) = (body.opening, body.closing)
        md5 = body.method == "PUT" ? MD5() : nil
        input = try FileInput(path: original.path)
    }

    func next() throws(ByteError) -> [UInt8]? {
        while !isAtEnd {
            var block: [UInt8] = []
            if try input.read(Self.block, into: &block) == 0 {
                isAtEnd = true
                try verify()
                let last = held + closing
                return last.isEmpty ? nil : last
            }
            position += block.count
            if position > original.contents.size { try refuse("grew while it was sent") }
            sha256.update(block)
            md5?.update(block)
            swap(&held, &block)
            if !block.isEmpty { return block }
        }
        return nil
    }

    private func verify() throws(ByteError) {
        if position < original.contents.size { try refuse("was cut while it was sent") }
        guard sha256.hexadecimal == original.contents.sha256 else {
            return try refuse(
                original.isUntouched ? "does not have the SHA-256 announced" : "changed while it was sent")
        }
        if !original.isUntouched { try refuse("changed while it was sent") }
        if let md5 { trail.noteWhole(md5: md5.hexadecimal) }
    }

    private func refuse(_ reason: String) throws(ByteError) {
        trail.refuse(.unlikeAnnounced(path: original.path, reason: reason))
        throw .failed(operation: .read, path: original.path, reason: "it \(reason)")
    }
}
