/// Numbers of bytes as people write them: decimal units such as MB, binary ones such as MiB.
public enum ByteSize {
    /// Larger units first, and of neighbours the binary one.
    private static let units = [
        ("GiB", 1 << 30), ("GB", 1_000_000_000), ("MiB", 1 << 20), ("MB", 1_000_000), ("KiB", 1 << 10),
        ("kB", 1000),
    ]

    /// The bytes that `64MiB`, `500MB`, `2GiB` or a plain number spells, in any case; nil for anything else
    /// and for 0.
    public static func spelled(_ word: String) -> Int? {
        let folded = word.lowercased()
        let unit = units.first { folded.hasSuffix($0.0.lowercased()) }
        let digits = folded.dropLast(unit?.0.count ?? 0)
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number > 0
        else { return nil }
        let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
        return isTooMuch ? nil : bytes
    }

    /// The bytes in the largest unit of which they are a multiple; `spelled` takes it back.
    public static func exact(_ bytes: Int) -> String {
        let unit = units.first { bytes > 0 && bytes.isMultiple(of: $0.1) }
        return unit.map { "\(bytes / $0.1)\($0.0)" } ?? "\(bytes)"
    }

    /// The next whole number of MiB that holds the bytes.
    public static func wholeMebibytes(_ bytes: Int) -> String {
        "\(bytes / (1 << 20) + (bytes.isMultiple(of: 1 << 20) ? 0 : 1))MiB"
    }
}
