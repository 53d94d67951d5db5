public import TuneBytes

/// Why a file could not be brought here or sent from here. Addresses are without their query, counts are
/// bytes unless they say otherwise.
public enum TransferError: Error, Sendable, Equatable {
    /// The text is no web address that can be used here.
    case badAddress(String)
    /// A token would have crossed a network in the clear.
    case tokenInTheClear(WebAddress.Origin)
    /// The disk refused.
    case disk(ByteError)
    /// Another process writes the same file.
    case inUse(path: String, lock: String, by: FileLock.Owner?)
    /// There is not enough space for it.
    case noRoom(path: String, needed: Int, free: Int)
    /// No answer, or never all of it, after that many tries without a new byte.
    case gaveUp(WebAddress, tries: Int, last: String)
    /// The server ends before what it announced, at the same byte each time.
    case endsEarly(WebAddress, announced: Int, sent: Int)
    /// The host could not prove who it is.
    case insecure(WebAddress, reason: String)
    /// The proxy does not let us through, or its address cannot be used.
    case proxy(String)
    /// The answer is not HTTP, or not an answer to the question.
    case malformed(WebAddress, reason: String)
    /// A redirection that is not followed.
    case redirection(from: WebAddress, reason: String)
    /// 401: the token is invalid, or one is needed.
    case unauthorized(WebAddress)
    /// 404 or 410: there is nothing.
    case notFound(WebAddress)
    /// Another status; the server's words, if any.
    case refused(WebAddress, status: Int, detail: String)
    /// The server wants a longer wait than we grant.
    case busy(WebAddress, wait: Duration)
    /// A web page came in place of the file; how it begins.
    case page(WebAddress, opening: String)
    /// More bytes than announced or allowed.
    case tooLong(WebAddress, limit: Int)
    /// The end of the file cannot be told from a broken connection.
    case uncertainEnd(WebAddress)
    /// The file on the server changed again and again meanwhile.
    case restless(WebAddress)
    /// What was received is not what was announced.
    case wrongChecksum(WebAddress, expected: String, received: String)
    /// The hub does not give the file.
    case hub(HubRefusal)
    /// What came in place of the file is not of its kind; how it begins.
    case notTheFile(WebAddress, opening: String)
    /// The connection ended when all of a request may have arrived and no answer had: whether the server did what
    /// was asked must be looked up before it is asked again.
    case mayHaveArrived(WebAddress, reason: String)
    /// A file is not what was to be sent, or changed while it was sent; the server did not get all of it.
    case unlikeAnnounced(path: String, reason: String)
    /// A file was sent, and the server's answer tells of another.
    case storedOtherwise(WebAddress, reason: String)
    /// A request was stopped from outside; nothing of it arrived as a whole.
    case cancelled(WebAddress)
    /// A new address was needed, and the source could not name one.
    case renewalFailed(RenewalFailure)
    /// Stopped from outside; `kept` bytes are there for the next time.
    case interrupted(path: String, kept: Int)
}
