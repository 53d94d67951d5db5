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
        var indices: [UInt32: Int] = [:]
        for unit in 0..<UInt32(count) {
            let stratum = strata.isEmpty ? 0 : strata[firstRow(of: unit)]
            let index = indices[stratum] ?? members.count
            if index == members.count {
                indices[stratum] = index
                members.append([])
            }
            members[index].append(unit)
        }
        return members
    }
}
