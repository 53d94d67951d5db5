import CKernels

// Unsafe code: a pointer into a lent span is handed to C for one call, with a number of whole elements that the
// span holds.

/// A format of floating-point numbers, as far as it matters for telling which are not finite.
public struct FloatFormat: Sendable {
    /// The size of a number in bytes.
    public let width: Int
    private let layout: float_layout

    /// Magnitudes beyond `largestFinite` are NaN, or infinite where they equal `infinity`.
    private init(
        width: Int, flip: UInt64 = 0, mask: UInt64, largestFinite: UInt64, infinity: UInt64 = 0
    ) {
        self.width = width
        layout = float_layout(
            width: width, flip: flip, mask: mask, largest_finite: largestFinite, infinity: infinity)
    }

    /// IEEE 754 with these bits of exponent and fraction.
    private static func ieee(_ width: Int, exponent: Int, fraction: Int) -> FloatFormat {
        let infinity = ((UInt64(1) << exponent) - 1) << fraction
        let mask = UInt64(1) << (exponent + fraction) - 1
        return FloatFormat(width: width, mask: mask, largestFinite: infinity - 1, infinity: infinity)
    }

    /// Half precision.
    public static let f16 = ieee(2, exponent: 5, fraction: 10)
    /// The upper half of single precision.
    public static let bf16 = ieee(2, exponent: 8, fraction: 7)
    /// Single precision.
    public static let f32 = ieee(4, exponent: 8, fraction: 23)
    /// Double precision.
    public static let f64 = ieee(8, exponent: 11, fraction: 52)
    /// 5 bits of exponent, 2 of fraction (OCP 8-bit floating point 1.0).
    public static let f8e5m2 = ieee(1, exponent: 5, fraction: 2)
    /// 4 bits of exponent, 3 of fraction, without infinity (OCP 8-bit floating point 1.0).
    public static let f8e4m3 = FloatFormat(width: 1, mask: 0x7F, largestFinite: 0x7E)
    /// An exponent only (OCP microscaling 1.0).
    public static let f8e8m0 = FloatFormat(width: 1, mask: 0xFF, largestFinite: 0xFE)
    /// The formats of one byte without infinity and negative zero, whose place NaN takes.
    public static let f8fnuz = FloatFormat(width: 1, flip: 0x7F, mask: 0xFF, largestFinite: 0xFE)

    /// How many of the numbers in `bytes` are not finite; bytes of a last number that is cut are left out.
    public func nonFinite(in bytes: Span<UInt8>) -> NonFiniteCount {
        var found = float_survey()
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe withUnsafePointer(to: layout) { layout in
                unsafe float_survey_add(base, buffer.count / width, layout, &found)
            }
        }
        return NonFiniteCount(nans: found.nans, infinities: found.infinities)
    }
}
