import Foundation

/// Takes a CSV text apart: commas, double quotes doubled inside quotes, LF or CRLF.
struct CSVParser {
    private let bytes: [UInt8]
    private var place = 0
    /// Line feeds passed, and one more for a last line without.
    private(set) var lines = 0

    init(_ data: Data) { bytes = [UInt8](data) }

    /// Every record; a blank line is none.
    mutating func records() throws(Refusal) -> [[String]] {
        var records: [[String]] = []
        while place < bytes.count {
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
            guard place < bytes.count else { return fields }
            let separator = bytes[place]
            place += 1
            if separator == UInt8(ascii: ",") { continue }
            if separator == UInt8(ascii: "\r") && place < bytes.count { place += 1 }
            lines += 1
            return fields
        }
    }

    /// A field, leaving the place at the comma or line end behind it.
    private mutating func field() throws(Refusal) -> String {
        if place < bytes.count && bytes[place] == UInt8(ascii: "\"") { return try quoted() }
        let start = place
        while place < bytes.count && !endsField(place) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func quoted() throws(Refusal) -> String {
        var text: [UInt8] = []
        let line = lines + 1
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte == UInt8(ascii: "\n") { lines += 1 }
                text.append(byte)
                continue
            }
            if place < bytes.count && bytes[place] == UInt8(ascii: "\"") {
                text.append(byte)
                place += 1
            } else if place == bytes.count || endsField(place) {
                return String(decoding: text, as: UTF8.self)
            } else {
                throw .invalid("line \(lines + 1): text follows a closing quote")
            }
        }
        throw .invalid("line \(line): a quote is not closed")
    }

    private func endsField(_ at: Int) -> Bool {
        switch bytes[at] {
        case UInt8(ascii: ","), UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): at + 1 == bytes.count || bytes[at + 1] == UInt8(ascii: "\n")
        default: false
        }
    }
}
