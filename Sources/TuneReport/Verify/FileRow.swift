import TuneModels
import TuneText

/// A row of the table of files.
struct FileRow {
    let cells: [String]

    init(_ name: String, _ types: [TypeTally], bytes: Int) {
        let tensors = types.reduce(0) { $0.clampedSum($1.tensors) }
        let parameters = types.reduce(0) { $0.clampedSum($1.parameters) }
        cells = [
            name, types.isEmpty ? "" : plural(tensors, "tensor"),
            types.isEmpty ? "" : "\(parameters.grouped) parameters",
            types.map(\.type.rawValue).joined(separator: " "), "\(bytes.grouped) bytes",
        ]
    }

    /// The rows as lines, columns that are empty everywhere left out; numbers stand at the right.
    static func lines(_ rows: [FileRow]) -> [ReportLine] {
        let columns = (0..<5).filter { column in rows.contains { !$0.cells[column].isEmpty } }
        let widths = columns.map { column in rows.map { $0.cells[column].count }.max() ?? 0 }
        return rows.enumerated().map { number, row in
            let cells = zip(columns, widths).map { column, width in
                let padding = String(repeating: " ", count: width - row.cells[column].count)
                return column == 0 || column == 3 ? row.cells[column] + padding : padding + row.cells[column]
            }
            return ReportLine(number == 0 ? "files" : "", cells.joined(separator: "  "))
        }
    }
}
