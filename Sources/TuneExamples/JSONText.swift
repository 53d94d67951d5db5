import TuneBytes

/// Writes JSON strings: only the quote, the backslash and control characters are escaped.
public enum JSONText {
    /// Appends `text` as a JSON string, its quotes included.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        var from = 0
        while true {
            let stop = text.jsonStringStop(from: from)
            text.extracting(from..<stop).append(to: &output)
            guard stop < text.count else { break }
            escape(text[stop], to: &output)
            from = stop + 1
        }
        output.append(0x22)
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        let short: String? =
            switch byte {
            case 0x22: "\\\""
            case 0x5C: "\\\\"
            case 0x08: "\\b"
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0C: "\\f"
            case 0x0D: "\\r"
            default: nil
            }
        if let short {
            output.append(contentsOf: short.utf8)
            return
        }
        let digits = Array("0123456789abcdef".utf8)
        output.append(contentsOf: "\\u00".utf8)
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
    }
}
