extension Int {
    /// The sum with a number that is not negative, or the largest number when it would be more: tensors without bytes
    /// may be said to have any number of elements.
    package func clampedSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
