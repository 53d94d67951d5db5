import TuneBytes

/// Counts physical lines.
enum CSVLines {
    /// The lines that end in the slice; at the file's end, text behind the last line end is a line too.
    static func count(_ slice: FileSlice, _ dialect: Dialect?) -> Int {
        let bytes = slice.bytes.span
        let ends = lineEnds(slice, dialect)
        guard slice.endsFile, bytes.count > 0 || slice.column > 0 else { return ends }
        guard bytes.count > 0 else { return ends + 1 }
        let last = bytes[bytes.count - 1]
        let isEnded = last == 0x0A || (last == 0x0D && dialect?.lineEnding == .cr)
        return isEnded ? ends : ends + 1
    }

    /// The line ends in the slice: LF, or for files that use CR alone, CR and LF with CR LF as one.
    static func lineEnds(_ slice: FileSlice, _ dialect: Dialect?) -> Int {
        guard dialect?.lineEnding == .cr else { return slice.survey.lineEnds }
        let bytes = slice.bytes.span
        var ends = 0
        for offset in bytes.indices {
            if bytes[offset] == 0x0D { ends += 1 }
            if bytes[offset] == 0x0A, offset == 0 || bytes[offset - 1] != 0x0D { ends += 1 }
        }
        return ends
    }
}
