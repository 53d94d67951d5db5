public import TuneText

/// Why a source named no new address for its file: its own error, as it was thrown.
public struct RenewalFailure: Error, Explained {
    /// What the source threw.
    public let error: any Error

    /// The failure that carries `error` up.
    package init(_ error: any Error) {
        self.error = error
    }

    /// The error's own words.
    public var message: String { (error as? any Explained)?.message ?? "\(error)" }
    /// The error's own help.
    public var help: [String] { (error as? any Explained)?.help ?? [] }
    /// The error itself.
    public var cause: (any Error)? { error }
}

extension RenewalFailure: Equatable {
    /// Whether both errors are of one type and equal there; errors that cannot be compared differ.
    public static func == (first: RenewalFailure, second: RenewalFailure) -> Bool {
        func isEqual<Value: Equatable>(_ value: Value) -> Bool { second.error as? Value == value }
        guard let error = first.error as? any Equatable else { return false }
        return isEqual(error)
    }
}
