/// Counts the physical lines of a piece of a file.
public enum PhysicalLines {
    /// How many lines end in `slice`.
    public static func ended(in slice: FileSlice, _ format: RecordFormat) -> Int {
        CSVLines.lineEnds(slice, format.dialect)
    }
}
