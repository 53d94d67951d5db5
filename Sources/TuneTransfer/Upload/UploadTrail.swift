internal import Synchronization

/// What the bytes of an upload leave behind on their way, for whoever gets the answer.
final class UploadTrail: Sendable {
    private let known = Mutex<(refusal: TransferError?, md5: String?)>((nil, nil))

    /// Why the last bytes were held back.
    var refusal: TransferError? { known.withLock { $0.refusal } }
    /// The MD5 of a file whose last bytes have left.
    var md5: String? { known.withLock { $0.md5 } }

    func refuse(_ refusal: TransferError) {
        known.withLock { $0.refusal = refusal }
    }

    func noteWhole(md5: String) {
        known.withLock { $0.md5 = md5 }
    }
}
