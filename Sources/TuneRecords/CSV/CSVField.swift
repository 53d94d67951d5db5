import TuneBytes

/// Writes CSV fields with as few quotes as RFC 4180 allows.
public enum CSVField {
    /// Appends `text`, in quotes with its own quotes doubled when it holds a quote, comma, CR or LF.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        guard needsQuotes(text) else {
            text.append(to: &output)
            return
        }
        output.append(0x22)
        var from = 0
        while let quote = text.firstOffset(of: 0x22, from: from) {
            text.extracting(from..<(quote + 1)).append(to: &output)
            output.append(0x22)
            from = quote + 1
        }
        text.extracting(from..<text.count).append(to: &output)
        output.append(0x22)
    }

    /// `text` as a field, in quotes where it needs them.
    package static func quoted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var field: [UInt8] = []
        append(bytes.span, to: &field)
        return String(decoding: field, as: UTF8.self)
    }

    private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
        for byte in [0x22, 0x2C, 0x0A, 0x0D] as [UInt8] where text.firstOffset(of: byte) != nil {
            return true
        }
        return false
    }
}
