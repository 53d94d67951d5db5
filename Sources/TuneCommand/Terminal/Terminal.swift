import TuneBytes
import TuneFindings
import TuneText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: system calls that take pointers to local values, and `getenv`, whose text is copied at once.

/// The terminal and the process behind it: what is said where, how wide it is, whether it shows colours.
package enum Terminal {
    /// When colours are used.
    enum ColorChoice: String, CaseIterable { case auto, always, never }

    /// A reader that goes away, such as `head`, is not an error; a file that may not grow is one, with words.
    static func ignoreClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// A crash leaves no file with the memory in it: tokens stand there, at least those of the environment.
    static func leaveNoCoreFiles() {
        let none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = unsafe withUnsafePointer(to: none) { unsafe setrlimit(coreFiles, $0) }
    }

    #if canImport(Glibc)
        private static let coreFiles = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    #else
        private static let coreFiles = RLIMIT_CORE
    #endif

    /// Writes to standard output; a closed pipe ends the process quietly.
    package static func write(_ text: String) {
        guard !System.write(Array(text.utf8).span, to: System.standardOutput) else { return }
        if errno == EPIPE { exit(0) }
        let reason = errno == ENOSPC ? "no space left on the device" : "the system refused it"
        say("error: cannot write standard output: \(reason)\n")
        exit(2)
    }

    /// Writes to standard error.
    package static func say(_ text: String) {
        _ = System.write(Array(text.utf8).span, to: System.standardError)
    }

    /// True when standard error is a terminal.
    package static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    /// True when somebody can be asked: standard input and standard error are a terminal.
    package static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks for a yes; anything else is a no, and so is an interruption.
    package static func confirms(_ question: String) -> Bool {
        say("\(question) [y/N] ")
        let word = answer().filter { !$0.isWhitespace }.lowercased()
        return ["y", "yes"].contains(word) && Interruption.status == nil
    }

    /// A line of standard input. The signal comes to another thread than the one that waits here, so waiting is done
    /// in short pauses.
    private static func answer() -> String {
        var bytes: [UInt8] = []
        do throws(ByteError) {
            let input = try FileInput(
                path: FileInput.standardInputName, cancellation: Interruption.cancellation)
            while !bytes.contains(UInt8(ascii: "\n")), try input.read(1 << 10, into: &bytes) > 0 {}
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            return ""
        }
    }

    /// The columns of the terminal, 100 when there is none.
    static var width: Int {
        var size = winsize()
        let known = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
        return known && size.ws_col > 0 ? Int(size.ws_col) : 100
    }

    /// The colours to use.
    static func palette(_ choice: ColorChoice, isErrorOutput: Bool = false) -> Palette {
        Palette(isOn: hasColors(choice, isErrorOutput: isErrorOutput))
    }

    /// Whether colours are used.
    static func hasColors(_ choice: ColorChoice, isErrorOutput: Bool = false) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            let isTerminal = isatty(isErrorOutput ? STDERR_FILENO : STDOUT_FILENO) == 1
            let isWanted = variable("NO_COLOR")?.isEmpty != false && variable("TERM") != "dumb"
            return isTerminal && isWanted
        }
    }

    /// The value of a variable of the environment; nil when it is not set.
    package static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
