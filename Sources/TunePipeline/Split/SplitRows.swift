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
        Self.append(stratum, to: &strata, &stratumNumbers, at: count)
        Self.append(group, to: &groups, &groupNumbers, at: count)
        count += 1
    }

    private static func append(
        _ value: Hash128?, to column: inout [UInt32], _ numbers: inout [Hash128: UInt32], at row: Int
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

/// The units a split moves: rows, or the rows of a group together.
struct SplitUnits {
    /// How many there are.
    let count: Int
    private let unitOfRow: [UInt32]
    private let firstRows: [UInt32]
    private let sizes: [UInt32]
    private let strata: [UInt32]

    init(of rows: SplitRows) {
        strata = rows.strata
        guard !rows.groups.isEmpty else {
            (count, unitOfRow, firstRows, sizes) = (rows.count, [], [], [])
            return
        }
        var units: [UInt32] = []
        var first: [UInt32] = []
        var size: [UInt32] = []
        var unitOfGroup: [UInt32: UInt32] = [:]
        for (row, group) in rows.groups.enumerated() {
            let known = group == 0 ? nil : unitOfGroup[group]
            let unit = known ?? UInt32(first.count)
            if known == nil {
                first.append(UInt32(truncatingIfNeeded: row))
                size.append(0)
                if group != 0 { unitOfGroup[group] = unit }
            }
            size[Int(unit)] += 1
            units.append(unit)
        }
        (count, unitOfRow, firstRows, sizes) = (first.count, units, first, size)
    }

    /// The unit a row belongs to.
    func unit(of row: Int) -> Int { unitOfRow.isEmpty ? row : Int(unitOfRow[row]) }

    /// The first row of a unit.
    func firstRow(of unit: UInt32) -> Int { firstRows.isEmpty ? Int(unit) : Int(firstRows[Int(unit)]) }

    /// The rows of a unit.
    func size(of unit: UInt32) -> Int { sizes.isEmpty ? 1 : Int(sizes[Int(unit)]) }

    /// The units by class, a unit belonging to the class of its first row; classes in order of appearance.
    var classes: [[UInt32]] {
        var members: [[UInt32]] = []
        var places: [UInt32: Int] = [:]
        for unit in 0..<UInt32(count) {
            let stratum = strata.isEmpty ? 0 : strata[firstRow(of: unit)]
            let place = places[stratum] ?? members.count
            if place == members.count {
                places[stratum] = place
                members.append([])
            }
            members[place].append(unit)
        }
        return members
    }
}
