import TuneText

/// Decides which rows go to validation: the same rows for the same input, seed and options, on every machine.
///
/// Each unit (a row, or the rows of a group) draws a 64-bit number from SplitMix64 (Steele, Lea and Flood,
/// 2014), keyed by the seed and the unit's first row. Within each class the units with the smallest numbers
/// are taken until the class's share is filled; shares are rounded by largest remainder.
public struct SplitPlan: Sendable {
    /// The generator's name, for manifests.
    public static let generator = "splitmix64 keyed by seed and first row of the unit"

    /// How large the validation part is meant to be.
    public enum Size: Sendable, Equatable {
        /// Per cent of the rows, in hundredths: 1050 is 10.5 %.
        case hundredthsOfPercent(Int)
        /// That many rows.
        case rows(Int)
    }

    /// For each row whether it goes to validation.
    let isValidation: [Bool]
    /// The rows of validation that were wished for.
    let wished: Int
    /// Classes of one row, which go to training.
    let loneClasses: Int

    /// Plans the split of `rows`; at least one row stays on each side. Throws when there are fewer than two.
    init(of rows: SplitRows, size: Size, seed: UInt64) throws(RunError) {
        guard rows.count >= 2 else {
            throw RunError(
                "a file of \(plural(rows.count, "row")) cannot be split",
                help: ["two are the least"])
        }
        switch size {
        case .hundredthsOfPercent(let share): wished = (rows.count * share + 5000) / 10000
        case .rows(let count): wished = count
        }
        let possible = min(max(wished, 1), rows.count - 1)
        let units = SplitUnits(of: rows)
        let classes = units.classes
        let sizes = classes.map { members in members.reduce(0) { $0 + units.size(of: $1) } }
        loneClasses = classes.count > 1 ? sizes.count { $0 == 1 } : 0
        var taken = [Bool](repeating: false, count: units.count)
        for (members, share) in zip(classes, Self.shares(of: possible, among: sizes)) {
            Self.take(share, from: members, of: units, seed: seed, into: &taken)
        }
        Self.keepBothSides(&taken, of: units, seed: seed)
        isValidation = (0..<rows.count).map { taken[units.unit(of: $0)] }
    }

    /// Largest remainder: whole parts first, what is left to the largest fractions, the first of equals.
    private static func shares(of total: Int, among sizes: [Int]) -> [Int] {
        let rows = sizes.reduce(0, +)
        var shares = sizes.map { $0 == 1 && sizes.count > 1 ? 0 : $0 * total / rows }
        let order = sizes.indices.filter { sizes[$0] > 1 || sizes.count == 1 }
            .sorted { (sizes[$1] * total % rows, $0) < (sizes[$0] * total % rows, $1) }
        var left = total - shares.reduce(0, +)
        for index in order where left > 0 && shares[index] < sizes[index] {
            shares[index] += 1
            left -= 1
        }
        return shares
    }

    private static func take(
        _ share: Int, from members: [UInt32], of units: SplitUnits, seed: UInt64,
        into taken: inout [Bool]
    ) {
        var left = share
        for unit in drawn(members, of: units, seed: seed) {
            guard left > 0 else { return }
            let size = units.size(of: unit)
            guard size <= left else { continue }
            taken[Int(unit)] = true
            left -= size
        }
    }

    /// The units in the order of the numbers they draw.
    private static func drawn(_ members: [UInt32], of units: SplitUnits, seed: UInt64) -> [UInt32] {
        members.sorted {
            let (one, other) = (units.firstRow(of: $0), units.firstRow(of: $1))
            return (number(seed, one), one) < (number(seed, other), other)
        }
    }

    /// Moves the smallest unit over when one side would be empty.
    private static func keepBothSides(_ taken: inout [Bool], of units: SplitUnits, seed: UInt64) {
        let count = taken.count { $0 }
        guard count == 0 || count == taken.count, units.count > 1 else { return }
        let smallest = drawn((0..<UInt32(units.count)).map { $0 }, of: units, seed: seed).min {
            units.size(of: $0) < units.size(of: $1)
        }
        if let smallest { taken[Int(smallest)].toggle() }
    }

    private static func number(_ seed: UInt64, _ row: Int) -> UInt64 {
        var word =
            seed &* 0xD134_2543_DE82_EF95 &+ UInt64(row) &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
