/// An error that has words for the person at the terminal. They are kept beside the error, in `Name+Messages.swift`.
public protocol Explained: Error {
    /// What is wrong: lower case, no full stop.
    var message: String { get }
    /// What to do about it, a line each: a command or an edit; several when there are several ways, none when there is none.
    var help: [String] { get }
    /// The error below whose words these are, when this one only passes it on; nil for one with words of its own.
    var cause: (any Error)? { get }
}

extension Explained {
    /// No lines: nothing can be done about it.
    public var help: [String] { [] }
    /// Nil: the words are its own.
    public var cause: (any Error)? { nil }
}
