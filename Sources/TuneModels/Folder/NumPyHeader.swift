/// The header of a NumPy file (`numpy.lib.format`): a Python literal that says what the elements are.
enum NumPyHeader {
    /// NumPy reads no longer header without being told that the file is trusted.
    private static let longest = 10_000

    /// True when some element may be an object, which is pickled; `front` begins with the magic.
    static func mayHoldObjects(_ front: Span<UInt8>) -> Bool {
        guard front.count >= 12 else { return true }
        let isFirst = front[6] == 1
        let start = isFirst ? 10 : 12
        var length = Int(front[8]) | Int(front[9]) << 8
        if !isFirst { length |= Int(front[10]) << 16 | Int(front[11]) << 24 }
        guard length <= longest, start + length <= front.count else { return true }
        let header = front.extracting(start..<(start + length))
        for offset in header.indices where header[offset] == UInt8(ascii: "\\") { return true }
        return literals(in: header).contains(where: isObject)
    }

    /// What is between quotes.
    private static func literals(in header: Span<UInt8>) -> [[UInt8]] {
        var literals: [[UInt8]] = []
        var open: (quote: UInt8, inside: [UInt8])?
        for offset in header.indices {
            let byte = header[offset]
            if let (quote, inside) = open {
                if byte == quote {
                    literals.append(inside)
                    open = nil
                } else {
                    open?.inside.append(byte)
                }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                open = (byte, [])
            }
        }
        return literals
    }

    /// True for the type of objects, `O` or `object`, after an order of bytes or a count, alone or in a list.
    private static func isObject(_ literal: [UInt8]) -> Bool {
        literal.split(separator: UInt8(ascii: ",")).contains { part in
            let type = part.drop { "()<>|= 0123456789".utf8.contains($0) }
            let word = type.prefix { (0x41...0x7A).contains($0) }
            return word.elementsEqual("O".utf8) || word.starts(with: "object".utf8)
        }
    }
}
