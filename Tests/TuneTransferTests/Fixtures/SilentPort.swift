#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A port of this machine that lets nobody connect and refuses nobody: its queue is full, and nobody empties it.
final class SilentPort {
    /// Other systems refuse when the queue is full.
    static var canBeMade: Bool {
        #if os(Linux)
            true
        #else
            false
        #endif
    }

    let port: Int
    private var descriptors: [CInt] = []

    init() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = unsafe bind(listener, generic, length)
                listen(listener, 0)
                _ = unsafe getsockname(listener, generic, &length)
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        descriptors = [listener]
        for _ in 0..<4 {
            let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
            unsafe withUnsafePointer(to: &address) { pointer in
                _ = unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    unsafe connect(filler, generic, length)
                }
            }
            descriptors.append(filler)
        }
    }

    deinit {
        for descriptor in descriptors { close(descriptor) }
    }
}
