/// One range of a `Range` header.
enum ByteRange: Equatable {
    case from(Int, through: Int?)
    case last(Int)

    /// Reads `bytes=0-9`, `bytes=10-` or `bytes=-5`; nil for anything else, several ranges too.
    init?(_ text: String) {
        guard text.hasPrefix("bytes=") else { return nil }
        let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if let first = Int(ends[0]) {
            if ends[1].isEmpty {
                self = .from(first, through: nil)
            } else if let last = Int(ends[1]), last >= first {
                self = .from(first, through: last)
            } else {
                return nil
            }
        } else if ends[0].isEmpty, let count = Int(ends[1]) {
            self = .last(count)
        } else {
            return nil
        }
    }

    /// The bytes it names of a content of `size` bytes; nil when there are none.
    func within(_ size: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            guard first < size else { return nil }
            return first..<min(size - 1, last ?? size - 1) + 1
        case .last(let count):
            guard count > 0, size > 0 else { return nil }
            return max(0, size - count)..<size
        }
    }
}
