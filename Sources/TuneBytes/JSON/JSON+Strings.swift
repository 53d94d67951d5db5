extension JSON {
    /// Appends `text` to `output` as a JSON string, its quotes included: only the quote, the backslash and control
    /// characters are escaped, the latter by a letter where there is one unless `shortens` is false.
    public static func appendString(
        _ text: Span<UInt8>, to output: inout [UInt8], shortens: Bool = true
    ) {
        output.append(0x22)
        var from = 0
        while true {
            let stop = text.jsonStringStop(from: from)
            text.extracting(from..<stop).append(to: &output)
            guard stop < text.count else { break }
            appendEscape(of: text[stop], to: &output, shortens: shortens)
            from = stop + 1
        }
        output.append(0x22)
    }

    private static func appendEscape(of byte: UInt8, to output: inout [UInt8], shortens: Bool) {
        let letter: Unicode.Scalar? =
            switch byte {
            case 0x22: "\""
            case 0x5C: "\\"
            case 0x08 where shortens: "b"
            case 0x09 where shortens: "t"
            case 0x0A where shortens: "n"
            case 0x0C where shortens: "f"
            case 0x0D where shortens: "r"
            default: nil
            }
        if let letter {
            output.append(0x5C)
            output.append(UInt8(ascii: letter))
            return
        }
        output.append(contentsOf: "\\u00".utf8)
        for half in [byte >> 4, byte & 15] { output.append(half + (half < 10 ? 0x30 : 0x57)) }
    }
}
