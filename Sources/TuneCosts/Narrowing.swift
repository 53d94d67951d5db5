extension Int128 {
    /// The value as an `Int`.
    ///
    /// Products of two `Int` and sums of a few of them fit 128 bits, so all arithmetic here is done wide and
    /// narrowed once, at the end.
    func narrowed(_ quantity: CostError.Quantity) throws(CostError) -> Int {
        guard let value = Int(exactly: self) else { throw .overflow(quantity) }
        return value
    }
}
