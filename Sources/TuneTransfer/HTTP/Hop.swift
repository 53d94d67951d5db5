/// An answer that may lead elsewhere: by a redirection, or by JSON that names an address.
struct Hop {
    /// Where it leads; nil when it is what was asked for.
    var next: WebAddress?
    /// The answer, unread.
    var response: TransportResponse

    private static let longest = 64 << 10

    /// Reads an answer; what is told of it is told without the secrets that `mask` knows.
    static func read(
        _ response: TransportResponse, _ resolve: Route.Resolve?, _ mask: SecretMask
    ) async throws(RouteFailure) -> Hop {
        let head = response.head
        switch head.status {
        case 301, 302, 303, 307, 308: return Hop(next: try Route.next(head), response: response)
        case 200: return try await resolved(response, resolve, mask)
        default: return Hop(response: response)
        }
    }

    private static func resolved(
        _ response: TransportResponse, _ resolve: Route.Resolve?, _ mask: SecretMask
    ) async throws(RouteFailure) -> Hop {
        guard let resolve else { return Hop(response: response) }
        let head = response.head
        var opening: [UInt8] = []
        do throws(TransportFailure) {
            guard let first = try await response.body.next() else { return Hop(response: response) }
            opening = first
            guard isJSON(head, first) else {
                return Hop(response: TransportResponse(head: head, body: Rejoined(first, response.body)))
            }
            while opening.count <= longest, let more = try await response.body.next() { opening += more }
        } catch {
            throw .transport(error, head.address)
        }
        do throws(TransferError) {
            if opening.count <= longest, let next = try resolve(head, opening) {
                return Hop(next: try safe(next, head), response: response)
            }
        } catch {
            throw .unresolved(error)
        }
        throw .unresolved(.notTheFile(head.address, opening: BodyPrefix.shown(opening, mask)))
    }

    private static func safe(_ next: WebAddress, _ head: ResponseHead) throws(TransferError) -> WebAddress {
        do throws(RouteFailure) {
            return try Route.safe(next, from: head)
        } catch {
            throw .redirection(from: head.address, reason: "from https to http")
        }
    }

    private static func isJSON(_ head: ResponseHead, _ opening: [UInt8]) -> Bool {
        let type = head.mediaType
        if type.hasSuffix("/json") || type.hasSuffix("+json") { return true }
        return opening.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }
}

/// A body whose first piece was looked at.
private actor Rejoined: TransportBody {
    private var first: [UInt8]?
    private let rest: any TransportBody

    init(_ first: [UInt8], _ rest: any TransportBody) {
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
