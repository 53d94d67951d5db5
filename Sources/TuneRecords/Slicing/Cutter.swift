/// Finds where a buffer can be cut after a whole record, by the file's format.
enum Cutter {
    case csv(CSVCutter)
    case lines(LineCutter)
    case elements(ElementCutter)

    init(_ format: RecordFormat) {
        switch format {
        case .csv(let dialect): self = .csv(CSVCutter(dialect: dialect))
        case .jsonLines: self = .lines(LineCutter())
        case .jsonArray: self = .elements(ElementCutter(isObject: false))
        case .jsonObject: self = .elements(ElementCutter(isObject: true))
        }
    }

    /// The offset after the last whole record in `bytes`, 0 for none. `bytes` is the same buffer as before
    /// with more after it, unless it has been cut.
    mutating func boundary(in bytes: Span<UInt8>) -> Int {
        switch self {
        case .csv(var cutter):
            defer { self = .csv(cutter) }
            return cutter.advance(over: bytes)
        case .lines(let cutter):
            return cutter.boundary(in: bytes)
        case .elements(var cutter):
            defer { self = .elements(cutter) }
            return cutter.advance(over: bytes)
        }
    }

    /// Forgets the bytes before the last boundary.
    mutating func cut() {
        switch self {
        case .csv(var cutter):
            cutter.cut()
            self = .csv(cutter)
        case .lines: break
        case .elements(var cutter):
            cutter.cut()
            self = .elements(cutter)
        }
    }
}
