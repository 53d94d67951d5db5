@testable import TuneTokens

/// The form C of a text, as bytes.
func composed(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    Composer().appendComposed(text.span, to: &output)
    return output
}

/// The form C of scalars.
func composed(_ scalars: [UInt32]) -> [UInt32] {
    String(decoding: composed(utf8(scalars)), as: UTF8.self).unicodeScalars.map(\.value)
}

/// Scalars as bytes.
func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(scalar: scalar) }
    return bytes
}

/// Whether a text is known to be in form C.
func isComposed(_ text: [UInt8]) -> Bool {
    Composer.isComposed(text.span)
}
