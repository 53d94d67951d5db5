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

    private let held = HeldPort()
    private var fillers: [CInt] = []

    /// Its number.
    var port: Int { held.port }

    init() {
        listen(held.descriptor, 0)
        for _ in 0..<4 {
            let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
            unsafe withUnsafePointer(to: held.address) { pointer in
                _ = unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    unsafe connect(filler, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            fillers.append(filler)
        }
    }

    deinit {
        for filler in fillers { close(filler) }
    }
}
