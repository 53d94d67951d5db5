import Crypto

extension Digest {
    /// The digest in hexadecimal, lower case.
    package var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
