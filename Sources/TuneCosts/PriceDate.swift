/// The day a price belongs to, and in which sense.
public enum PriceDate: Sendable, Hashable {
    /// In effect from this day, as `YYYY-MM-DD`.
    case effective(String)
    /// Read on this day, as `YYYY-MM-DD`; it may have been in effect before.
    case read(String)
    /// The source carries no date.
    case undated

    /// The day as `YYYY-MM-DD`; nil when there is none.
    public var day: String? {
        switch self {
        case .effective(let day), .read(let day): day
        case .undated: nil
        }
    }
}

extension PriceDate: CustomStringConvertible {
    /// The day in words, as in `read 2026-10-08`.
    public var description: String {
        switch self {
        case .effective(let day): "in effect from \(day)"
        case .read(let day): "read \(day)"
        case .undated: "undated"
        }
    }
}
