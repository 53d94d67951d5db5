import Foundation

/// Where ids come from: from nowhere anybody knows, or from a seed.
struct IdentifierSource: Sendable {
    private var numbers: SeededNumbers?

    /// Ids nobody knows; with a seed, the same in every run.
    init(seed: Int?) { numbers = seed.map { SeededNumbers(seed: UInt64($0)) } }

    /// The next id, a UUID in lower case.
    mutating func next() -> String {
        guard var seeded = numbers else { return UUID().uuidString.lowercased() }
        // The version and the variant of a random UUID.
        let high = seeded.next() & ~0xf000 | 0x4000
        let low = seeded.next() & ~(3 << 62) | 2 << 62
        numbers = seeded
        let digits = [high, low].map { number in
            let text = String(number, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        return IdentifierSource.grouped(digits)
    }

    private static func grouped(_ digits: String) -> String {
        var rest = digits[...]
        return [8, 4, 4, 4, 12].map { count in
            defer { rest = rest.dropFirst(count) }
            return String(rest.prefix(count))
        }.joined(separator: "-")
    }
}
