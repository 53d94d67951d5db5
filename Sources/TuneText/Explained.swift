/// An error that has words for the person at the terminal; they stand beside the error, in `Name+Messages.swift`.
public protocol Explained: Error {
    /// What is wrong: lower case, no full stop.
    var message: String { get }
    /// What to do about it: a command or an edit; several where there are several ways, none where there is none.
    var help: [String] { get }
    /// The error below whose words these are, where this one only carries it up; nil for one with words of its own.
    var cause: (any Error)? { get }
}

extension Explained {
    /// Nothing to do about it.
    public var help: [String] { [] }
    /// Words of its own.
    public var cause: (any Error)? { nil }
}
