import TuneBytes
import TunePipeline
import TuneTransfer

/// What a file holds, and what its manifest says it should.
struct FileDigest {
    let contents: FileUpload.Contents
    /// What the manifest beside it says; nil without one.
    let manifest: FileUpload.Contents?

    private static let block = 1 << 20
    private static let longestManifest = 4 << 20

    /// Reads the file at `path`, and the manifest beside it if there is one, unless `cancellation` comes true.
    init(path: String, cancellation: Cancellation? = nil) throws {
        contents = try Self.contents(of: path, cancellation: cancellation)
        manifest = try Self.manifest(of: path)
    }

    /// What the file at `path` holds.
    static func contents(of path: String, cancellation: Cancellation? = nil) throws -> FileUpload.Contents {
        let input = try FileInput(path: path, cancellation: cancellation)
        var (hash, size, bytes) = (SHA256(), 0, [UInt8]())
        while try input.read(Self.block, into: &bytes) > 0 {
            hash.update(bytes)
            size += bytes.count
            bytes.removeAll(keepingCapacity: true)
        }
        return FileUpload.Contents(size: size, sha256: hash.hexadecimal)
    }

    /// Whether the manifest is of another file than this.
    var contradictsManifest: Bool {
        manifest.map { $0 != contents } ?? false
    }

    private static func manifest(of path: String) throws -> FileUpload.Contents? {
        let path = Manifest.path(of: path)
        guard FileStatus.isFile(path) else { return nil }
        let input = try FileInput(path: path)
        var bytes: [UInt8] = []
        while bytes.count < longestManifest, try input.read(block, into: &bytes) > 0 {}
        do {
            return try manifest(bytes)
        } catch {
            throw RunError(
                "`\(path)` is no manifest: \(error)", help: ["remove it, or convert the data again"])
        }
    }

    private static func manifest(_ bytes: [UInt8]) throws(JSONReaderError) -> FileUpload.Contents? {
        var (size, sha256) = (Int?.none, String?.none)
        let span = bytes.span
        var json = try JSONReader(span)
        try json.enterObject()
        while let key = try json.nextKey() {
            switch key {
            case "bytes": size = try json.integer()
            case "sha256": sha256 = try json.string()
            default: try json.skip()
            }
        }
        guard let size, let sha256 else { return nil }
        return FileUpload.Contents(size: size, sha256: sha256)
    }
}
