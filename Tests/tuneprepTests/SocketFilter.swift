import Foundation

/// The program that runs a command without sockets: the kernel kills the command when it asks for one.
enum SocketFilter {
    /// Where it was built.
    static let path = Command.products.appending(path: "no-sockets").path

    /// Whether this system can forbid sockets.
    static let isAvailable: Bool = (try? Command.run("'\(path)' true").status) == 0
}
