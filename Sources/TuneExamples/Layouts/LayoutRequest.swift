import TuneRecords

/// What a layout is made from: the columns of a file, and what the user said.
struct LayoutRequest {
    /// The columns of the file: those of its header, or the keys of its first records.
    let columns: [Column]
    /// True where the columns are those of a CSV header, under which nothing is nested.
    let isCSV: Bool
    /// What the user said.
    let choice: LayoutChoice
    /// Why the layout is made, in words for a person.
    let reason: String

    /// The names of the columns.
    var names: [String] { columns.map(\.name) }

    /// The first column with one of the names, tried in their order; upper and lower case are the same, the names being
    /// in lower case.
    func column(_ names: String...) -> Column? {
        for name in names {
            if let found = columns.first(where: { $0.name.lowercased() == name }) { return found }
        }
        return nil
    }

    /// The first column with exactly one of the names, tried in their order.
    func column(spelled names: [String]) -> Column? {
        for name in names {
            if let found = columns.first(where: { $0.name == name }) { return found }
        }
        return nil
    }
}
