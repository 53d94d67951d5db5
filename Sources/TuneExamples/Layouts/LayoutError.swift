/// Why no layout fits a file.
public enum LayoutError: Error, Sendable, Equatable {
    /// No column has the name asked for.
    case unknownColumn(name: String, columns: [String])
    /// The same column for the prompt and the answer.
    case sameColumn(name: String)
    /// A layout that knows its columns, and a column named all the same.
    case columnsOfItsOwn(layout: String, named: String)
    /// No column is named like an answer.
    case noAnswerColumn(columns: [String])
    /// The layout asked for reads columns that are not there.
    case missingColumns(layout: String, wanted: [String], columns: [String])
}
