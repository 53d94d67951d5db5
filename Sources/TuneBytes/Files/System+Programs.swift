#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: the path of a program is copied from a buffer that the system fills and never beyond it; the arguments of
// the process are handed on as the system laid them down, ended by nil, and nobody writes to them. A variable
// of the environment is set while no other thread runs that would read it.

extension System {
    /// The program that this process runs, where links were followed; nil when the system does not tell.
    package static var programPath: String? {
        #if canImport(Darwin)
            var size: UInt32 = 0
            unsafe _NSGetExecutablePath(nil, &size)
            var bytes = [CChar](repeating: 0, count: Int(size))
            guard unsafe _NSGetExecutablePath(&bytes, &size) == 0 else { return nil }
            return realPath(
                String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        #else
            return realPath("/proc/self/exe")
        #endif
    }

    /// Sets a variable of the environment, for the programs that come after.
    package static func setVariable(_ name: String, to value: String) {
        _ = unsafe setenv(name, value, 1)
    }

    /// Goes on as another program, with the arguments this process was started with, byte for byte, and its
    /// environment and open files. Returns only when that could not be, and says why.
    package static func becomeProgram(at path: String) -> ByteError {
        _ = unsafe execv(path, CommandLine.unsafeArgv)
        return .last(.start, path)
    }
}
