#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A port of this machine that nobody else is given as long as this lives; nobody listens there, so it refuses everybody.
final class HeldPort {
    let descriptor: CInt
    let address: sockaddr_in

    /// Its number.
    var port: Int { Int(UInt16(bigEndian: address.sin_port)) }

    init() {
        let holder = Self.socket()
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                let isHeld = unsafe bind(holder, generic, length) == 0
                precondition(isHeld, "no port can be had")
                _ = unsafe getsockname(holder, generic, &length)
            }
        }
        self.address = address
        descriptor = holder
    }

    deinit {
        close(descriptor)
    }

    /// A socket for connections.
    static func socket() -> CInt {
        #if canImport(Glibc)
            Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
    }
}
