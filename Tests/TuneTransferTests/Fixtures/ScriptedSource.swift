@testable import TuneTransfer

/// A source whose answers are closures; without one it does as every source does.
struct ScriptedSource: DownloadSource {
    var address: WebAddress
    var token: Secret?
    var ownName: String?
    var renew: (@Sendable () async throws -> WebAddress)?
    var resolve: (@Sendable (ResponseHead, [UInt8]) throws(TransferError) -> WebAddress?)?
    var mayBegin: (@Sendable ([UInt8]) -> Bool)?
    var checksum: Checksum?
    var refusal: (@Sendable ([UInt8]) -> TransferError?)?

    init(address: WebAddress) {
        self.address = address
    }

    var name: String { ownName ?? address.description }
    var isRenewable: Bool { renew != nil }
    var mayNameAddress: Bool { resolve != nil }
    var signatureLength: Int { mayBegin == nil ? 0 : 512 }

    func renewedAddress() async throws -> WebAddress { try await renew?() ?? address }

    func address(in opening: [UInt8], head: ResponseHead) throws(TransferError) -> WebAddress? {
        try resolve?(head, opening)
    }

    func mayBegin(with opening: [UInt8]) -> Bool { mayBegin?(opening) ?? true }

    func checksum(announcedBy heads: [ResponseHead]) -> Checksum? { checksum }

    func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError? {
        refusal?(opening)
    }
}
