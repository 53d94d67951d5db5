import TuneBytes

/// A data file on its way out: its bytes, its SHA-256, its rows and their tokens.
struct OutputFile {
    let path: String
    private let file: AtomicFile
    private var hash = SHA256()
    /// The rows written.
    private(set) var rows = 0
    /// The tokens of what was written.
    var tokens = TokenTally()

    /// Begins the file with `header`.
    init(path: String, header: [UInt8]) throws(ByteError) {
        self.path = path
        file = try AtomicFile(path: path)
        try append(header)
    }

    /// The bytes written so far.
    var size: Int { file.size }

    /// False for standard output, pipes and devices.
    var isRegular: Bool { file.isRegular }

    /// The SHA-256 of the bytes written so far, in hexadecimal.
    var sha256: String {
        hash.hexadecimal
    }

    /// Appends a row.
    mutating func write(row: ArraySlice<UInt8>) throws(ByteError) {
        try append(row)
        rows += 1
    }

    /// Appends bytes that are no row.
    mutating func append(_ bytes: some Collection<UInt8>) throws(ByteError) {
        let bytes = Array(bytes)
        hash.update(bytes)
        try file.write(bytes)
    }

    /// Gives the file its name.
    func commit() throws(ByteError) {
        try file.commit()
    }
}
