import TuneBytes

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

    /// What is known of one row.
    struct Row: Sendable {
        var stratum: Hash128?
        var group: Hash128?
    }

    /// For each row whether it goes to validation.
    let isValidation: [Bool]
    /// The rows of validation that were wished for.
    let wished: Int
    /// Classes of one row, which go to training.
    let loneClasses: Int

    private struct Unit {
        var key: UInt64
        var rows: [Int]
        var stratum: Hash128?
    }

    /// Plans the split of `rows`; at least one row stays on each side. Throws when there are fewer than two.
    init(of rows: [Row], size: Size, seed: UInt64) throws(Complaint) {
        guard rows.count >= 2 else {
            throw Complaint(
                "a file of \(rows.count) row\(rows.count == 1 ? "" : "s") cannot be split",
                help: ["two are the least"])
        }
        let raw =
            switch size {
            case .hundredthsOfPercent(let share): (rows.count * share + 5000) / 10000
            case .rows(let count): count
            }
        wished = raw
        let possible = min(max(raw, 1), rows.count - 1)
        let units = Self.units(of: rows, seed: seed)
        let classes = Dictionary(grouping: units) { $0.stratum ?? Hash128(high: 0, low: 0) }
            .sorted { $0.key < $1.key }.map(\.value)
        let sizes = classes.map { units in units.reduce(0) { $0 + $1.rows.count } }
        loneClasses = classes.count > 1 ? sizes.count { $0 == 1 } : 0
        let shares = Self.shares(of: possible, among: sizes)
        var taken = [Bool](repeating: false, count: rows.count)
        for (members, share) in zip(classes, shares) {
            Self.take(share, from: members, &taken)
        }
        isValidation = Self.withBothSides(taken, units)
    }

    private static func units(of rows: [Row], seed: UInt64) -> [Unit] {
        var units: [Unit] = []
        var places: [Hash128: Int] = [:]
        for (index, row) in rows.enumerated() {
            if let group = row.group, let place = places[group] {
                units[place].rows.append(index)
                continue
            }
            if let group = row.group { places[group] = units.count }
            units.append(Unit(key: number(seed, index), rows: [index], stratum: row.stratum))
        }
        return units
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

    private static func take(_ share: Int, from units: [Unit], _ taken: inout [Bool]) {
        var left = share
        for unit in units.sorted(by: { ($0.key, $0.rows[0]) < ($1.key, $1.rows[0]) }) {
            guard left > 0 else { return }
            guard unit.rows.count <= left else { continue }
            for row in unit.rows { taken[row] = true }
            left -= unit.rows.count
        }
    }

    /// Moves the smallest unit over when one side would be empty.
    private static func withBothSides(_ taken: [Bool], _ units: [Unit]) -> [Bool] {
        var taken = taken
        let count = taken.count { $0 }
        guard count == 0 || count == taken.count, units.count > 1 else { return taken }
        let smallest = units.min { ($0.rows.count, $0.key) < ($1.rows.count, $1.key) }
        for row in smallest?.rows ?? [] { taken[row].toggle() }
        return taken
    }

    private static func number(_ seed: UInt64, _ row: Int) -> UInt64 {
        var word =
            seed &* 0xD134_2543_DE82_EF95 &+ UInt64(row) &* 0x9E37_79B9_7F4A_7C15 &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
