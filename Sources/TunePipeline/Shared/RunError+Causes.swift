import TuneBytes
import TuneText

extension RunError {
    /// The words for a failure of any floor.
    public init(_ error: any Error) {
        switch error {
        case let error as RunError: self = error
        case let error as ByteError: self.init(bytes: error)
        case let error as any Explained:
            if let cause = error.cause {
                self.init(cause)
            } else {
                self.init(DisplayText.visible(error.message), help: error.help.map(DisplayText.visible))
            }
        default: self.init("\(error)")
        }
    }

    private init(bytes error: ByteError) {
        self.init(error.message, help: error.help)
        isClosedPipe = error == .closedPipe
        if case .stopped = error { isStopped = true }
    }
}
