public import TuneText

extension ByteError: Explained {
    /// What is wrong: lower case, no full stop.
    public var message: String {
        switch self {
        case .notFound(let path): "there is no file `\(path)`"
        case .noFolder(let path): "cannot write `\(path)`: there is no folder `\(Self.folder(of: path))`"
        case .isDirectory(let path): "`\(path)` is a folder, not a file"
        case .failed(let operation, let path, let reason):
            "cannot \(Self.words(for: operation, on: path)): \(reason)"
        case .stopped: "stopped"
        case .closedPipe: "the reader of the output has gone"
        case .gzipTruncated(let path, let compressed, let uncompressed):
            "`\(path)` is cut off: the gzip stream ends after \(compressed.grouped) bytes, inside its data"
                + " (\(uncompressed.grouped) bytes of text so far)"
        case .gzipDamaged(let path, let compressed, let uncompressed, let detail):
            "`\(path)` is damaged: \(detail) near byte \(compressed.grouped) of the gzip file"
                + " (\(uncompressed.grouped) bytes of text so far)"
        case .gzipTrailingBytes(let path, let compressed):
            "`\(path)` holds bytes that are not gzip behind its last member, from byte \(compressed.grouped) on"
        }
    }

    /// What to do about it. For a file that is not there, looks at the names in its folder.
    public var help: [String] {
        switch self {
        case .notFound(let path): NearMisses.question(Self.neighbours(of: path))
        case .noFolder(let path): ["make it: `mkdir -p \(Self.folder(of: path))`"]
        case .isDirectory: ["name a file in it"]
        case .failed, .stopped, .closedPipe: []
        case .gzipTruncated:
            ["download or copy the file again and compare its size with the original"]
        case .gzipDamaged: ["download or copy the file again"]
        case .gzipTrailingBytes(let path, let compressed):
            ["cut them off: `head -c \(compressed) \(path) > whole.gz`"]
        }
    }

    private static func words(for operation: Operation, on path: String) -> String {
        let name = path == "-" ? (operation == .read ? "standard input" : "standard output") : "`\(path)`"
        return operation == .rename ? "put \(name) into place" : "\(operation.rawValue) \(name)"
    }

    /// The folder named in `path`; `.` for a bare name.
    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    }

    /// The paths of files beside it whose names are like its own.
    private static func neighbours(of path: String) -> [String] {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let start = slash.map(path.utf8.index(after:)) ?? path.startIndex
        return NearMisses.of(String(path[start...]), in: FolderListing.names(beside: path))
            .map { path[..<start] + $0 }
    }
}
