import CKernels

// Unsafe code: a pointer into a lent span is handed to C for one call, with offsets inside the span's count.

/// What a run of UTF-8 text holds, found in one pass at memory speed.
public struct ByteSurvey: Sendable, Equatable {
    /// How many bytes are `"`.
    public private(set) var quotes = 0
    /// How many bytes are line feeds.
    public private(set) var lineEnds = 0
    /// True when a byte is zero.
    public private(set) var hasNUL = false
    /// True when a byte cannot be where it is in UTF-8; a character cut off by the end is no defect.
    public private(set) var hasUTF8Fault = false

    /// A survey of nothing.
    public init() {}

    /// A survey of `bytes`.
    public init(_ bytes: Span<UInt8>) {
        add(bytes, from: 0)
    }

    /// Continues over `bytes[start...]`; what is before has been surveyed.
    public mutating func add(_ bytes: Span<UInt8>, from start: Int) {
        guard start < bytes.count else { return }
        var found = byte_survey()
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe byte_survey_add(buffer.baseAddress, start, buffer.count, &found)
        }
        quotes += found.quotes
        lineEnds += found.line_ends
        hasNUL = hasNUL || found.has_nul
        hasUTF8Fault = hasUTF8Fault || found.has_utf8_defect
    }

    /// The survey of what is left without the front or the end that `part` surveyed. The two flags stay as they
    /// are, so that one of them may be raised for what is in that part.
    public func without(_ part: ByteSurvey) -> ByteSurvey {
        var left = self
        left.quotes -= part.quotes
        left.lineEnds -= part.lineEnds
        return left
    }
}
