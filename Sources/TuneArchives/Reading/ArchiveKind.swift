/// What a file is by its first bytes.
public enum ArchiveKind: Sendable, Equatable {
    case gzip, tar
    /// A web page or another marked-up text, such as a storage host's error.
    case markup
    /// JSON, such as a service's error.
    case json
    /// Other text.
    case text
    /// A format with a name of its own.
    case named(String)
    /// Nothing that is known here.
    case unknown

    /// Formats by their first bytes. Sources: the formats' specifications; file(1)'s magic, 2026.
    private static let signatures: [(String, [UInt8])] = [
        ("a zip file", [0x50, 0x4B, 0x03, 0x04]), ("an empty zip file", [0x50, 0x4B, 0x05, 0x06]),
        ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), ("a zstd file", [0x28, 0xB5, 0x2F, 0xFD]),
        ("a bzip2 file", [0x42, 0x5A, 0x68]), ("a 7z file", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("a RAR file", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]), ("an LZ4 file", [0x04, 0x22, 0x4D, 0x18]),
        ("a compress (.Z) file", [0x1F, 0x9D]), ("a lzip file", [0x4C, 0x5A, 0x49, 0x50]),
        ("a cpio file", Array("070701".utf8)), ("a cpio file", Array("070707".utf8)),
        ("a GGUF model", Array("GGUF".utf8)), ("a Parquet file", Array("PAR1".utf8)),
        ("a PDF file", Array("%PDF".utf8)), ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
        ("an mtree list", Array("#mtree".utf8)), ("a HDF5 file", [0x89, 0x48, 0x44, 0x46]),
    ]

    /// Number of bytes needed to tell.
    static let opening = 512

    /// What begins with these bytes, of which there should be `opening` if the file has as many.
    init(_ bytes: Span<UInt8>) {
        let start = (0..<min(bytes.count, Self.opening)).map { bytes[$0] }
        if start.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if TarHeader.isPlausible(start) {
            self = .tar
        } else if let known = Self.signatures.first(where: { start.starts(with: $0.1) }) {
            self = .named(known.0)
        } else {
            self = Self.text(start)
        }
    }

    private static func text(_ start: [UInt8]) -> ArchiveKind {
        let body = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
        let isText = body.allSatisfy { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
        guard isText, let first = body.first(where: { $0 > 0x20 }) else { return .unknown }
        switch first {
        case 0x3C: return .markup
        case 0x7B, 0x5B: return .json
        default: return .text
        }
    }
}
