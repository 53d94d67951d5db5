import CKernels

// Unsafe code: pointers into a lent span and into a buffer's free room. Invariants: wide loads happen only where
// `offset + 16 <= count`, C is given the bytes that are really left, and undoing escapes never makes a text longer.

extension Span where Element == UInt8 {
    /// The offset of the first quote, backslash or control byte of a JSON string's inside at or after
    /// `start`, or the count.
    public func jsonStringStop(from start: Int) -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            if start &+ 16 <= buffer.count {
                let mask = unsafe byte_mask_json_stop_16(base + start)
                if mask != 0 { return start &+ mask.trailingZeroBitCount }
            }
            return unsafe start &+ json_text_length(base + start, buffer.count &- start)
        }
    }

    /// Appends the inside of a JSON string from `start` on to `text`, its escapes undone. Returns where it stops:
    /// at the closing quote, a control byte, half of a surrogate pair, an escape there is none of, or the end.
    public func appendJSONText(from start: Int, to text: inout UniqueBuffer<UInt8>) -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var stop = start
            unsafe text.append(room: buffer.count - start) { output in
                var written = 0
                stop &+= unsafe json_text_unescape(base + start, buffer.count &- start, output, &written)
                return written
            }
            return stop
        }
    }
}
