import Foundation

/// A CSV file by the service's rules: UTF-8, a header row, RFC 4180 quoting, every row as long as the header.
struct CSVTable: Sendable {
    let columns: [StoredFile.Column]
    /// The rows below the header.
    let rows: [[String]]
    /// Physical lines, with the header's.
    let lines: Int

    /// Reads a file; throws 422 when it breaks a rule.
    init(_ data: Data) throws(Refusal) {
        guard String(validating: data, as: UTF8.self) != nil else { throw .invalid("the file is not UTF-8") }
        var parser = CSVParser(data)
        let records = try parser.records()
        guard let header = records.first, header != [""] else {
            throw .invalid("the file has no header row")
        }
        try CSVTable.check(header)
        rows = Array(records.dropFirst())
        for (index, row) in rows.enumerated() where row.count != header.count {
            throw .invalid("row \(index + 1) has \(row.count) columns, the header has \(header.count)")
        }
        if rows.isEmpty { throw .invalid("the file has no rows below its header") }
        lines = parser.lines
        let first = rows.prefix(5)
        columns = header.enumerated().map { index, name in
            let values = first.map { $0[index] }
            return StoredFile.Column(name: name, type: CSVTable.type(of: values), values: values)
        }
    }

    private static func check(_ header: [String]) throws(Refusal) {
        if header.contains("") { throw .invalid("a column has no name") }
        if Set(header).count != header.count { throw .invalid("two columns have the same name") }
    }

    private static func type(of values: [String]) -> String {
        if values.allSatisfy({ Int($0) != nil }) { return "integer" }
        if values.allSatisfy({ Double($0) != nil }) { return "number" }
        if values.allSatisfy({ ["true", "false"].contains($0.lowercased()) }) { return "boolean" }
        return "string"
    }
}
