extension JSONReader {
    /// Reads a number that is written as a whole number and fits into an `Int`.
    public mutating func integer() throws(JSONReaderError) -> Int {
        let number = try takeNumber()
        let isNegative = bytes[number.lowerBound] == UInt8(ascii: "-")
        var value = 0
        for index in (isNegative ? number.lowerBound + 1 : number.lowerBound)..<number.upperBound {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { throw .notAnInteger(offset: number.lowerBound) }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative
                ? tens.subtractingReportingOverflow(Int(digit)) : tens.addingReportingOverflow(Int(digit))
            guard !overflow, !carry else { throw .notAnInteger(offset: number.lowerBound) }
            value = sum
        }
        return value
    }

    /// Reads a number; one beyond the range of `Double` becomes infinite.
    public mutating func number() throws(JSONReaderError) -> Double {
        let range = try takeNumber()
        guard let value = Double(bytes.extracting(range).text) else {
            throw .unexpected(offset: range.lowerBound)
        }
        return value
    }

    /// Reads past a number and returns its byte range.
    mutating func takeNumber() throws(JSONReaderError) -> Range<Int> {
        try expect(.number)
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") { offset += 1 } else { try takeDigits() }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            try takeDigits()
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-")
            {
                offset += 1
            }
            try takeDigits()
        }
        return start..<offset
    }

    private mutating func takeDigits() throws(JSONReaderError) {
        guard offset < bytes.count else { throw .ended }
        let start = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
        guard offset > start else { throw .unexpected(offset: start) }
    }
}
