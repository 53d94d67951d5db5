/// Rows of words under one another.
public struct TextTable {
    private let rows: [[String]]
    private let isNumeric: Bool

    /// A table; the first row is its header. Numbers stand at the right of their columns.
    public init(_ rows: [[String]], isNumeric: Bool = false) {
        self.rows = rows
        self.isNumeric = isNumeric
    }

    /// The rows, each on a line that is ended.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    /// The rows, a line each, two blanks between columns.
    public var lines: [String] {
        let widths = rows.reduce(into: [Int]()) { widths, row in
            for (place, word) in row.enumerated() {
                if place == widths.count { widths.append(0) }
                widths[place] = max(widths[place], word.count)
            }
        }
        return rows.map { row in
            var line = zip(row, widths).map(padded).joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func padded(_ word: String, _ width: Int) -> String {
        let blanks = String(repeating: " ", count: width - word.count)
        return isNumeric ? blanks + word : word + blanks
    }
}
