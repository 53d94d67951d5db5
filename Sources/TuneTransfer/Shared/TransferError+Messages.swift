internal import TuneBytes
public import TuneText

extension TransferError: Explained {
    /// What is wrong: lower case, no full stop.
    public var message: String {
        switch self {
        case .badAddress(let text): "`\(text)` is not an http or https address that can be used"
        case .tokenInTheClear(let origin): "the token would go to \(origin) unencrypted"
        case .disk(let error): error.message
        case .inUse(let path, _, let owner): "\(path) is in use" + (owner.map(Self.byProcess) ?? "")
        case .noRoom(let path, let needed, let free):
            "no room for \(path): \(needed.grouped) bytes are needed, \(free.grouped) are free"
        case .gaveUp(let address, let tries, let last):
            "\(address): \(last); gave up after \(plural(tries, "try", many: "tries"))"
        case .endsEarly(let address, let announced, let sent):
            "\(address): the server announces \(announced.grouped) bytes and sends \(sent.grouped)"
        case .insecure(let address, let reason):
            "\(address.origin) could not prove who it is: \(reason)"
        case .proxy(let reason): "the proxy cannot be used: \(reason)"
        case .malformed(let address, let reason): "\(address) answered wrongly: \(reason)"
        case .redirection(let address, let reason): "\(address) redirects \(reason)"
        case .unauthorized(let address): "\(address) wants a valid token"
        case .notFound(let address): "there is nothing at \(address)"
        case .refused(let address, let status, let detail):
            "\(address) answered with status \(status)" + (detail.isEmpty ? "" : ": \(detail)")
        case .busy(let address, let wait):
            "\(address.origin) wants us back in \(plural(Int(wait.components.seconds), "second"))"
        case .page(let address, let opening): "\(address) is a web page, not the file: \(opening)"
        case .tooLong(let address, let limit): "\(address) sends more than \(limit.grouped) bytes"
        case .uncertainEnd(let address):
            "\(address) announced no length, so that its end cannot be told from a broken connection"
        case .restless(let address): "\(address) changes while it is downloaded"
        case .wrongChecksum(let address, let expected, let received):
            "\(address) is damaged: its checksum is \(received), announced was \(expected)"
        case .hub(let refusal): refusal.message
        case .notTheFile(let address, let opening): "\(address) is not the file that was wanted: \(opening)"
        case .mayHaveArrived(let address, let reason):
            "\(address): \(reason) before the answer came; the request may have arrived"
        case .unlikeAnnounced(let path, let reason): "\(path) \(reason); it was not sent as a whole"
        case .storedOtherwise(let address, let reason): "\(address) has not stored what was sent: \(reason)"
        case .cancelled(let address): "interrupted before \(address) had the request"
        case .renewalFailed(let failure): failure.message
        case .interrupted(let path, let kept): "interrupted; \(kept.grouped) bytes of \(path) are kept"
        }
    }

    /// What to do about it; nil when there is nothing better than the message.
    public var help: [String] {
        switch self {
        case .hub(let refusal): refusal.help
        case .renewalFailed(let failure): failure.help
        default: advice.map { [$0] } ?? []
        }
    }

    /// The error of the disk, or of whoever was asked for a new address, where that is all there is to say.
    public var cause: (any Error)? {
        switch self {
        case .disk(let error): error
        case .renewalFailed(let failure): failure.error
        default: nil
        }
    }

    private var advice: String? {
        switch self {
        case .tokenInTheClear: "use an https address, or unset the token"
        case .inUse(_, let lock, _): "wait for it; if no such process runs any more, remove \(lock)"
        case .gaveUp, .endsEarly, .restless, .interrupted: "run again to continue where it ended"
        case .insecure: "check the machine's date; SSL_CERT_FILE names certificates to trust"
        case .unauthorized: "the token is invalid or expired, or none is set"
        case .busy: "run again later; what was received is kept"
        case .mayHaveArrived: "look whether it was done before asking again"
        case .unlikeAnnounced: "run again when nothing writes to it any more"
        case .page, .notTheFile: "the address may have expired, or want a login"
        case .wrongChecksum: "run again; if it stays so, the file on the server is damaged"
        default: nil
        }
    }

    private static func byProcess(_ owner: FileLock.Owner) -> String {
        " by process \(owner.process) on \(owner.machine)"
    }
}
