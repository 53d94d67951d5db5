/// Recognises files that people mistake for text by their first bytes.
enum BinaryKind {
    private static let signatures: [(bytes: [UInt8], name: String)] = [
        (Array("PAR1".utf8), "Parquet"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive (an .xlsx workbook is one too)"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz-compressed"),
        (Array("BZh".utf8), "bzip2-compressed"),
        (Array("ARROW1".utf8), "an Arrow file"),
        (Array("SQLite format 3".utf8), "an SQLite database"),
        (Array("%PDF".utf8), "a PDF"),
        ([0x1F, 0x8B], "gzip inside gzip"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]

    /// The kind of a file that begins with `start`, or nil for text.
    static func name(of start: [UInt8]) -> String? {
        signatures.first { start.starts(with: $0.bytes) }?.name
    }
}
