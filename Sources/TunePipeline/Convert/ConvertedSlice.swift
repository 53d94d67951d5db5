import TuneRules

/// One slice, converted: what each record became, and the lines of those that can be written.
struct ConvertedSlice: Sendable {
    var report: SliceReport
    var records: [ConvertedRecord] = []
    var lines: [UInt8] = []
}
