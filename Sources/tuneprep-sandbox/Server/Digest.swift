import Foundation

#if canImport(CryptoKit)
    import CryptoKit
#else
    import CCrypto
#endif

// Unsafe code: lent bytes are read during one call, not beyond their count, and no address of them is kept. A digest is
// written into an array of its 32 bytes.

/// What contents and signatures are told by.
enum Digest {
    /// SHA-256 (FIPS 180-4).
    static func sha256(_ content: Data) -> [UInt8] {
        #if canImport(CryptoKit)
            return Array(SHA256.hash(data: content))
        #else
            var state = SHA256_CTX()
            var digest = [UInt8](repeating: 0, count: 32)
            unsafe SHA256_Init(&state)
            unsafe content.withUnsafeBytes { (bytes) -> Void in
                unsafe SHA256_Update(&state, bytes.baseAddress, bytes.count)
            }
            unsafe SHA256_Final(&digest, &state)
            return digest
        #endif
    }

    /// HMAC (RFC 2104) with SHA-256.
    static func hmac(of message: Data, key: Data) -> [UInt8] {
        let block = 64
        let short = key.count > block ? Data(sha256(key)) : key
        let padded = short + Data(count: block - short.count)
        let inner = sha256(Data(padded.map { $0 ^ 0x36 }) + message)
        return sha256(Data(padded.map { $0 ^ 0x5C }) + inner)
    }

    /// Bytes in base 16, in lower case.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        bytes.map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
    }
}
