/// Where an answer leads: elsewhere, by a redirection or by JSON that names an address, or nowhere else.
enum Hop {
    /// To another address.
    case leads(to: WebAddress)
    /// It is what was asked for, unread; or it broke off while that was found out.
    case ends(Result<TransportResponse, TransportFailure>)

    private static let longest = 64 << 10

    /// Reads an answer; what is told of it is told without the secrets that `mask` knows.
    static func read(
        _ response: TransportResponse, source: any DownloadSource, mask: SecretMask
    ) async throws(TransferError) -> Hop {
        switch response.head.status {
        case 301, 302, 303, 307, 308: return .leads(to: try Route.next(response.head))
        case 200 where source.mayNameAddress:
            return try await resolved(response, source: source, mask: mask)
        default: return .ends(.success(response))
        }
    }

    private static func resolved(
        _ response: TransportResponse, source: any DownloadSource, mask: SecretMask
    ) async throws(TransferError) -> Hop {
        let head = response.head
        var opening: [UInt8] = []
        do throws(TransportFailure) {
            guard let first = try await response.body.next() else { return .ends(.success(response)) }
            opening = first
            guard isJSON(head, opening: first) else {
                let body = RejoinedBody(first, rest: response.body)
                return .ends(.success(TransportResponse(head: head, body: body)))
            }
            while opening.count <= longest, let more = try await response.body.next() { opening += more }
        } catch {
            return .ends(.failure(error))
        }
        guard opening.count <= longest, let next = try source.address(in: opening, head: head) else {
            throw .notTheFile(head.address, opening: BodyPrefix.shown(opening, without: mask))
        }
        return .leads(to: try Route.safe(next, from: head))
    }

    private static func isJSON(_ head: ResponseHead, opening: [UInt8]) -> Bool {
        let type = head.mediaType
        if type.hasSuffix("/json") || type.hasSuffix("+json") { return true }
        return opening.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }
}

/// A body whose first piece was looked at.
private actor RejoinedBody: TransportBody {
    private var first: [UInt8]?
    private let rest: any TransportBody

    init(_ first: [UInt8], rest: any TransportBody) {
        self.first = first
        self.rest = rest
    }

    func next() async throws(TransportFailure) -> [UInt8]? {
        if let first {
            self.first = nil
            return first
        }
        return try await rest.next()
    }
}
