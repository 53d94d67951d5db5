/// Some numbers, in order of size.
package struct Numbers: Sendable {
    private let values: [Int]

    /// Puts them in order.
    package init(_ values: [Int]) { self.values = values.sorted() }

    /// The value that half of them do not reach; 0 without numbers.
    package var median: Int { at(0.5) }

    /// The value that nineteen in twenty do not exceed; 0 without numbers.
    package var percentile95: Int { at(0.95) }

    /// The greatest; 0 without numbers.
    package var maximum: Int { values.last ?? 0 }

    /// The sum divided by the count; 0 without numbers.
    package var mean: Double {
        values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
    }

    private func at(_ share: Double) -> Int {
        values.isEmpty ? 0 : values[min(values.count - 1, Int(Double(values.count) * share))]
    }
}
