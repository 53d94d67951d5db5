/// Why a job could not be done, in words for the person at the terminal.
public struct RunError: Error, Sendable, Equatable {
    /// What is wrong: lower case, no full stop.
    public var message: String
    /// Where, when it is a place in a file.
    public var place: String?
    /// What to do about it: a command or an edit; several lines when there are several ways.
    public var help: [String]

    /// True when the reader of the output has gone, which is no error.
    public var isClosedPipe = false
    /// True when somebody stopped the run.
    public var isStopped = false

    /// An error with these words; `message` is in lower case, without a full stop.
    public init(_ message: String, place: String? = nil, help: [String] = []) {
        self.message = message
        self.place = place
        self.help = help
    }

    /// For runs that were stopped from outside.
    static func stopped(_ message: String) -> RunError {
        var complaint = RunError(message)
        complaint.isStopped = true
        return complaint
    }

    /// For runs that read a file twice.
    static let changedWhileRead = RunError(
        "the file changed while it was read, so its rows cannot be divided",
        help: ["run again when it is complete"])
}
