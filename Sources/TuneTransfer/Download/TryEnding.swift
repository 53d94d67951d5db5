/// How one try of a download ended, when it did not fail for good.
enum TryEnding: Equatable {
    /// All bytes are here.
    case whole
    /// What is here is of no use, and neither is the answer: ask again for all of it.
    case startOver(TransferNote.Restart)
    /// Try again later, after the pause the server asked for if it did.
    case retry(reason: String, asked: Duration?)
    /// The address, which was given for a while, is not good any more: ask for a new one. The error is the last word
    /// when there have been too many.
    case renew(TransferError)
}
