internal import TuneBytes
internal import TuneText

/// A file as it was when it was to be sent.
struct OriginalFile: Sendable {
    let path: String
    let contents: FileUpload.Contents
    private let stamp: FileStamp

    private static let block = 1 << 20

    /// Looks at the file of an upload and reads it, unless it is announced what it holds. Throws when it is no regular
    /// file, or not as large as announced.
    @concurrent
    init(_ upload: FileUpload) async throws(TransferError) {
        path = upload.path
        guard let stamp = FileStamp(path: path) else {
            let path = path
            _ = try Self.disk { () throws(ByteError) in try FileInput(path: path) }
            throw .unlikeAnnounced(path: path, reason: "is not a regular file")
        }
        self.stamp = stamp
        guard let announced = upload.announced else {
            contents = try Self.contents(of: upload, size: stamp.size)
            return
        }
        guard announced.size == stamp.size else {
            throw .unlikeAnnounced(
                path: path,
                reason: "has \(stamp.size.grouped) bytes, and \(announced.size.grouped) were announced")
        }
        contents = announced
    }

    /// Whether nobody wrote to the file, or put another in its place, since it was looked at.
    var isUntouched: Bool {
        guard let now = FileStamp(path: path) else { return false }
        return now.size == stamp.size && now.inode == stamp.inode && now.modified == stamp.modified
    }

    private static func contents(
        of upload: FileUpload, size: Int
    ) throws(TransferError) -> FileUpload.Contents {
        var (hash, bytes, count) = (SHA256(), [UInt8](), 0)
        let input = try disk { () throws(ByteError) in try FileInput(path: upload.path) }
        while try disk({ () throws(ByteError) in try input.read(block, into: &bytes) }) > 0 {
            if Task.isCancelled { throw .cancelled(upload.destination) }
            hash.update(bytes)
            count += bytes.count
            bytes.removeAll(keepingCapacity: true)
        }
        guard count == size else {
            throw .unlikeAnnounced(path: upload.path, reason: "changed while it was read")
        }
        return FileUpload.Contents(size: size, sha256: hash.hexadecimal)
    }

    private static func disk<Result>(_ body: () throws(ByteError) -> Result) throws(TransferError) -> Result {
        do throws(ByteError) {
            return try body()
        } catch {
            throw .disk(error)
        }
    }
}
