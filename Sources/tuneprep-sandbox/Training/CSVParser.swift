import Foundation

/// Takes a CSV text apart: commas, double quotes doubled inside quotes, LF or CRLF.
struct CSVParser {
    private let bytes: [UInt8]
    private var offset = 0
    /// Line feeds passed, and one more for a last line without.
    private(set) var lines = 0

    init(_ data: Data) { bytes = [UInt8](data) }

    /// Every record; a blank line is none.
    mutating func records() throws(Refusal) -> [[String]] {
        var records: [[String]] = []
        while offset < bytes.count {
            let record = try record()
            if record != [""] || records.isEmpty { records.append(record) }
        }
        if let last = bytes.last, last != UInt8(ascii: "\n") { lines += 1 }
        return records
    }

    private mutating func record() throws(Refusal) -> [String] {
        var fields: [String] = []
        while true {
            fields.append(try field())
            guard offset < bytes.count else { return fields }
            let separator = bytes[offset]
            offset += 1
            if separator == UInt8(ascii: ",") { continue }
            if separator == UInt8(ascii: "\r") && offset < bytes.count { offset += 1 }
            lines += 1
            return fields
        }
    }

    /// A field, leaving the offset at the comma or line end after it.
    private mutating func field() throws(Refusal) -> String {
        if offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") { return try quoted() }
        let start = offset
        while offset < bytes.count && !endsField(at: offset) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func quoted() throws(Refusal) -> String {
        var text: [UInt8] = []
        let line = lines + 1
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { lines += 1 }
                text.append(byte)
                continue
            }
            if offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") {
                text.append(byte)
                offset += 1
            } else if offset == bytes.count || endsField(at: offset) {
                return String(decoding: text, as: UTF8.self)
            } else {
                throw .invalid("line \(lines + 1): text follows a closing quote")
            }
        }
        throw .invalid("line \(line): a quote is not closed")
    }

    private func endsField(at offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: ","), UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): offset + 1 == bytes.count || bytes[offset + 1] == UInt8(ascii: "\n")
        default: false
        }
    }
}
