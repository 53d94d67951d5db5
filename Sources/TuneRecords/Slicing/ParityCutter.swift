import TuneBytes

/// Cuts CSV where the number of quotes says that a record ends: after the last line feed with an even number
/// of quotes before it.
///
/// Right where every quote is around a field or doubled inside one; whoever parses the slice finds out
/// whether that holds (Ge et al., SIGMOD 2019, speculate and validate in the same way).
enum ParityCutter {
    /// The offset after the last whole record in `bytes`, which hold `quotes` quotes; 0 for none.
    static func boundary(in bytes: Span<UInt8>, quotes: Int) -> Int {
        var isInside = !quotes.isMultiple(of: 2)
        var end = bytes.count
        var lineEnd = bytes.lastOffset(of: 0x0A, before: end)
        while let last = lineEnd {
            let quote = bytes.lastOffset(of: Dialect.quote, before: end)
            if !isInside, last > quote ?? -1 { return last + 1 }
            guard let quote else { return 0 }
            isInside.toggle()
            end = quote
            if last > quote { lineEnd = bytes.lastOffset(of: 0x0A, before: quote) }
        }
        return 0
    }
}
