import CKernels

// Unsafe code: pointers into a lent span and into `offsets` are handed to C for one call, which writes at most
// one offset for each byte it looks at and eight more, and looks at no more bytes than `offsets` has room for.

/// Finds the delimiters and line feeds outside quotes, 64 bytes at a time, as long as every quote is around a
/// field or doubled inside one.
public struct FieldEnds {
    /// The ends found by the last `find`: offsets in the text, ascending; `count` of them.
    public private(set) var offsets = [UInt32](repeating: 0, count: Self.stride + 8)
    /// How many offsets the last `find` found.
    public private(set) var count = 0
    /// Where the search continues.
    public private(set) var position = 0
    /// True when the last `find` stopped at a quote that is elsewhere.
    public private(set) var isIrregular = false
    private let delimiter: UInt8
    private var state = field_end_state()

    /// How many bytes one `find` looks at.
    public static let stride = 4096

    /// A search for `delimiter` and line feeds.
    public init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Begins again at `position`, where a record begins.
    public mutating func begin(at position: Int) {
        self.position = position
        state = field_end_state(inside: 0, after_end: 1, after_close: 0, after_cr: 0)
        isIrregular = false
        count = 0
    }

    /// Finds the ends in the next bytes of the text, which is the same from call to call.
    public mutating func find(in bytes: Span<UInt8>) {
        let end = Swift.min(position + Self.stride, bytes.count)
        var reached = position
        var state = state
        let (start, delimiter) = (position, delimiter)
        count = unsafe offsets.withUnsafeMutableBufferPointer { offsets in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                guard let bytes = bytes.baseAddress, let offsets = offsets.baseAddress else { return 0 }
                return unsafe field_ends_find(bytes, start, end, delimiter, &state, offsets, &reached)
            }
        }
        self.state = state
        position = reached
        isIrregular = reached < end
    }
}
