import TuneBytes

/// Counts physical lines. A line ends at LF; in files where CR ends lines, at CR, at LF, and at CR LF as one.
public struct LineCount: Sendable {
    private let endsAtCR: Bool

    /// A count for files of `format`.
    public init(_ format: RecordFormat) {
        endsAtCR = format.dialect?.lineEnding == .cr
    }

    /// The number of line ends in `bytes`. Linear.
    public func ends(in bytes: Span<UInt8>) -> Int {
        guard endsAtCR else { return bytes.occurrences(of: 0x0A) }
        var ends = 0
        for offset in bytes.indices {
            if bytes[offset] == 0x0D { ends += 1 }
            if bytes[offset] == 0x0A, offset == 0 || bytes[offset - 1] != 0x0D { ends += 1 }
        }
        return ends
    }

    /// The number of lines that end in `slice`; at the file's end, text after the last line end is a line too.
    func lines(in slice: FileSlice) -> Int {
        let bytes = slice.bytes.span
        let ends = endsAtCR ? ends(in: bytes) : slice.survey.lineEnds
        guard slice.endsFile, bytes.count > 0 || slice.column > 0 else { return ends }
        guard bytes.count > 0 else { return ends + 1 }
        let last = bytes[bytes.count - 1]
        let isEnded = last == 0x0A || (last == 0x0D && endsAtCR)
        return isEnded ? ends : ends + 1
    }
}
