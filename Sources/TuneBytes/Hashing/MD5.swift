#if canImport(CryptoKit)
    private import CryptoKit
#else
    private import CCrypto
#endif

// Unsafe code: a lent span is read during one call, not beyond its count, and no address of it is kept. A digest is written
// into an array of its 16 bytes. The state is a struct without pointers: a copy of it is a hash of its own.

/// MD5 (RFC 1321), only to compare with what object stores say they hold: it does not resist an attacker.
public struct MD5: HashFunction {
    #if canImport(CryptoKit)
        private var state = Insecure.MD5()

        /// The hash of nothing, to begin with.
        public init() {}

        /// Adds bytes, which are read where they are.
        public mutating func update(_ bytes: Span<UInt8>) {
            unsafe bytes.withUnsafeBytes { unsafe state.update(bufferPointer: $0) }
        }

        /// The 16 bytes of the hash of what was added so far; more may be added afterwards.
        public var digest: [UInt8] { Array(state.finalize()) }
    #else
        private var state = MD5_CTX()

        /// The hash of nothing, to begin with.
        public init() {
            unsafe MD5_Init(&state)
        }

        /// Adds bytes, which are read where they are.
        public mutating func update(_ bytes: Span<UInt8>) {
            unsafe bytes.withUnsafeBytes { (bytes) -> Void in
                unsafe MD5_Update(&state, bytes.baseAddress, bytes.count)
            }
        }

        /// The 16 bytes of the hash of what was added so far; more may be added afterwards.
        public var digest: [UInt8] {
            var last = state
            var digest = [UInt8](repeating: 0, count: 16)
            unsafe MD5_Final(&digest, &last)
            return digest
        }
    #endif
}
