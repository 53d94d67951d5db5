/// Writes code points as UTF-8.
public enum UTF8Encoding {
    /// Appends `scalar` (at most 0x10FFFF) to `bytes`; a surrogate gets its three-byte form, which is not
    /// valid UTF-8.
    public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        forEachByte(of: scalar) { bytes.append($0) }
    }

    /// Appends `scalar` to a buffer.
    public static func append(_ scalar: UInt32, to bytes: inout UniqueBuffer<UInt8>) {
        forEachByte(of: scalar) { bytes.append($0) }
    }

    /// Calls `body` with the bytes of `scalar`, first to last.
    @inline(__always)
    static func forEachByte(of scalar: UInt32, _ body: (UInt8) -> Void) {
        switch scalar {
        case ..<0x80:
            body(UInt8(scalar))
        case ..<0x800:
            body(0xC0 | UInt8(scalar >> 6))
            body(continuation(scalar))
        case ..<0x10000:
            body(0xE0 | UInt8(scalar >> 12))
            body(continuation(scalar >> 6))
            body(continuation(scalar))
        default:
            body(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            body(continuation(scalar >> 12))
            body(continuation(scalar >> 6))
            body(continuation(scalar))
        }
    }

    private static func continuation(_ bits: UInt32) -> UInt8 {
        0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
    }
}
