/// Another process listens on a port.
struct PortTaken: Error, CustomStringConvertible {
    let option: String
    let port: Int

    var description: String { "port \(port) is in use; `\(option) 0` takes one that is free" }
}
