public import TuneBytes

/// Why no answer came, or not all of it.
public enum TransportFailure: Error, Sendable, Equatable {
    /// The host has no address, refuses, or does not answer; the reason in plain words.
    case unreachable(String)
    /// The connection ended or stalled before the answer did.
    case broken(String)
    /// What was received is not HTTP, or more than a client takes.
    case malformed(String)
    /// The host could not prove who it is.
    case insecure(String)
    /// The proxy does not let us through.
    case proxy(String)
    /// What was to be sent could not be read; not all of it was sent.
    case unreadable(ByteError)
    /// The task was cancelled.
    case cancelled
}
