import TestSupport

/// Tokens made by joining neighbours in a text, chosen as often as they occur, wherever they are in it.
struct InventedMerges {
    /// What was joined, in this order.
    var pairs: [(left: [UInt8], right: [UInt8])] = []

    init(
        of symbols: [[UInt8]], count: Int, longest: Int, _ generator: inout SeededGenerator,
        accepts: ([UInt8]) -> Bool
    ) {
        var numbers: [[UInt8]: Int] = [:]
        var texts: [[UInt8]] = []
        var row = symbols.map { symbol in
            if let number = numbers[symbol] { return number }
            numbers[symbol] = texts.count
            texts.append(symbol)
            return texts.count - 1
        }
        for _ in 0..<(count * 3) where pairs.count < count {
            let index = Int.random(in: 0..<(row.count - 1), using: &generator)
            let (left, right) = (row[index], row[index + 1])
            let joined = texts[left] + texts[right]
            guard joined.count <= longest, numbers[joined] == nil, accepts(joined) else { continue }
            pairs.append((texts[left], texts[right]))
            numbers[joined] = texts.count
            texts.append(joined)
            row = Self.joining(left, right, to: texts.count - 1, in: row)
        }
    }

    private static func joining(_ left: Int, _ right: Int, to joined: Int, in row: [Int]) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(row.count)
        var isSkipped = false
        for index in row.indices {
            if isSkipped {
                isSkipped = false
            } else if row[index] == left, index + 1 < row.count, row[index + 1] == right {
                result.append(joined)
                isSkipped = true
            } else {
                result.append(row[index])
            }
        }
        return result
    }
}
