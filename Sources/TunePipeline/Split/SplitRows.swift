import TuneBytes

/// What a split knows of a file's rows: their number and, where it matters, each one's class and group as small
/// numbers. 4 bytes a row for each of the two; the distinct values cost more.
struct SplitRows {
    private(set) var count = 0
    /// The class of each row, from 1; 0 for none. Empty while no row has one.
    private(set) var strata: [UInt32] = []
    /// The group of each row, from 1; 0 for none. Empty while no row has one.
    private(set) var groups: [UInt32] = []
    private var stratumNumbers: [Hash128: UInt32] = [:]
    private var groupNumbers: [Hash128: UInt32] = [:]

    mutating func add(stratum: Hash128?, group: Hash128?) {
        Self.append(stratum, to: &strata, at: count, numbers: &stratumNumbers)
        Self.append(group, to: &groups, at: count, numbers: &groupNumbers)
        count += 1
    }

    private static func append(
        _ value: Hash128?, to column: inout [UInt32], at row: Int, numbers: inout [Hash128: UInt32]
    ) {
        guard let value else {
            if !column.isEmpty { column.append(0) }
            return
        }
        if column.isEmpty { column = [UInt32](repeating: 0, count: row) }
        let next = UInt32(truncatingIfNeeded: numbers.count + 1)
        column.append(numbers[value] ?? next)
        if numbers[value] == nil { numbers[value] = next }
    }
}
