import CByteMasks

// Unsafe code: pointers into a lent span and into a tape's free room. Invariants: wide loads happen only where
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
    public func appendJSONText(from start: Int, to text: inout Tape<UInt8>) -> Int {
        unsafe withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var stop = start
            unsafe text.append(room: buffer.count - start) { output in
                var written = 0
                while true {
                    let run = unsafe json_text_copy(base + stop, buffer.count &- stop, output + written)
                    stop &+= run
                    written &+= run
                    guard stop < buffer.count, unsafe buffer[stop] == UInt8(ascii: "\\") else {
                        return written
                    }
                    let escape = unsafe UnsafeRawBufferPointer(rebasing: buffer[stop...])
                    let length = unsafe Self.undo(escape, at: output, &written)
                    if length == 0 { return written }
                    stop &+= length
                }
            }
            return stop
        }
    }

    /// Writes what the escape at the front stands for; returns its length, 0 for one it does not undo.
    private static func undo(
        _ escape: UnsafeRawBufferPointer, at output: UnsafeMutablePointer<UInt8>, _ written: inout Int
    ) -> Int {
        guard escape.count > 1 else { return 0 }
        let letter = unsafe escape[1]
        if letter == UInt8(ascii: "u") {
            guard escape.count >= 6, let unit = unsafe hexadecimal(escape), unit & 0xF800 != 0xD800 else {
                return 0
            }
            UTF8Encoding.forEachByte(of: unit) { byte in
                unsafe output[written] = byte
                written &+= 1
            }
            return 6
        }
        guard let byte = JSONLetter.meaning(of: letter) else { return 0 }
        unsafe output[written] = byte
        written &+= 1
        return 2
    }

    /// The number that four hexadecimal digits behind `\u` spell.
    private static func hexadecimal(_ escape: UnsafeRawBufferPointer) -> UInt32? {
        var unit: UInt32 = 0
        for place in 2..<6 {
            guard let digit = unsafe JSONLetter.hexadecimal(escape[place]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }
}

/// What letters mean in the escapes of JSON strings, RFC 8259 section 7.
public enum JSONLetter {
    /// What the letter behind a backslash stands for; nil when it cannot be escaped.
    public static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The value of a hexadecimal digit.
    public static func hexadecimal(_ digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit - 0x30)
        case 0x41...0x46: UInt32(digit - 0x41 + 10)
        case 0x61...0x66: UInt32(digit - 0x61 + 10)
        default: nil
        }
    }
}
