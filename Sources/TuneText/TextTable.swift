/// Rows of words in columns, two blanks between them.
public struct TextTable {
    private let rows: [[String]]
    private let isNumeric: Bool

    /// A table of rows, of which the first is the header. Words are at the left of their columns, at the right when
    /// `isNumeric`.
    public init(_ rows: [[String]], isNumeric: Bool = false) {
        self.rows = rows
        self.isNumeric = isNumeric
    }

    /// The rows, each on a line that ends in a line feed.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    /// The rows, a line each without a line feed; no line ends in a blank. A column is as wide as its longest word, in
    /// characters.
    public var lines: [String] {
        let widths = rows.reduce(into: [Int]()) { widths, row in
            for (column, word) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], word.count)
            }
        }
        return rows.map { row in
            var line = zip(row, widths).map { padded($0, to: $1) }.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func padded(_ word: String, to width: Int) -> String {
        let blanks = String(repeating: " ", count: width - word.count)
        return isNumeric ? blanks + word : word + blanks
    }
}
