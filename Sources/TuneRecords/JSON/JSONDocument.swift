import TuneBytes

/// Judges a whole text as one JSON document, strictly by RFC 8259 with UTF-8.
public enum JSONDocument {
    /// The first defect of `text`, or nil when it is JSON. Offsets count bytes from 0.
    public static func firstDefect(in text: [UInt8]) -> RecordDefect? {
        var record = Record(slice: FileSlice(bytes: text), hasFields: false)
        var parser = JSONParser()
        let bytes = text.span
        do throws(JSONParser.Stop) {
            let end = JSONParser.skipSpace(bytes, try parser.parse(bytes, from: 0, into: &record))
            if end < bytes.count { record.add(.severalValues, at: end) }
        } catch {
            record.add(error.kind, at: error.offset)
        }
        if let offset = bytes.firstInvalidUTF8() { record.add(.invalidUTF8(byte: bytes[offset]), at: offset) }
        return record.defects.filter { $0.kind != .duplicateKey && $0.kind != .loneSurrogate }
            .min { $0.offset < $1.offset }
    }
}
