/// How many tensors are of one type, and how large they are.
public struct TypeTally: Sendable, Hashable {
    /// The type of their elements.
    public var type: TensorType
    /// Number of tensors.
    public var tensors = 0
    /// Number of their elements.
    public var parameters = 0
    /// Number of their bytes.
    public var bytes = 0

    /// The tallies of tensors, sorted by the type's name.
    static func tallies(of tensors: some Sequence<SafetensorsTensor>) -> [TypeTally] {
        var tallies: [TensorType: TypeTally] = [:]
        for tensor in tensors {
            tallies[tensor.type, default: TypeTally(type: tensor.type)].add(tensor)
        }
        return tallies.values.sorted { $0.type < $1.type }
    }

    /// The tallies of several files together.
    static func sum(_ parts: [TypeTally]) -> [TypeTally] {
        var sums: [TensorType: TypeTally] = [:]
        for part in parts {
            var sum = sums[part.type] ?? TypeTally(type: part.type)
            sum.tensors = sum.tensors.clampedSum(part.tensors)
            sum.parameters = sum.parameters.clampedSum(part.parameters)
            sum.bytes = sum.bytes.clampedSum(part.bytes)
            sums[part.type] = sum
        }
        return sums.values.sorted { $0.type < $1.type }
    }

    private mutating func add(_ tensor: SafetensorsTensor) {
        tensors += 1
        // The elements of a tensor may be more than an Int holds together with others', when they take no bytes.
        parameters = parameters.clampedSum(tensor.parameters)
        bytes = bytes.clampedSum(tensor.bytes.count)
    }
}

extension Int {
    /// The sum with a number that is not negative, or the largest number when it would be more: tensors without bytes
    /// may be said to have any number of elements.
    package func clampedSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
