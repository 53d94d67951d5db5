/// An answer behind all redirections, and the answers on the way to it.
struct Route: Sendable {
    /// Every head, the last answer's too.
    var heads: [ResponseHead]
    /// The last answer.
    var response: TransportResponse

    typealias Resolve = @Sendable (ResponseHead, [UInt8]) throws(TransferError) -> WebAddress?

    private static let longest = 5

    /// Whether the address was given to us on the way.
    var isRedirected: Bool { heads.count > 1 }

    /// Sends `request` and follows what it is told: at most five times, never from https to http, and with the token
    /// only where it was meant to go.
    static func follow(
        _ request: TransportRequest, over transport: any Transport, resolve: Resolve? = nil
    ) async throws(RouteFailure) -> Route {
        var (request, heads) = (request, [ResponseHead]())
        let origin = request.address.origin
        let token = request.token
        let mask = SecretMask([]).and(token).and(request.address)
        while true {
            request.token = request.address.origin == origin ? token : nil
            let response: TransportResponse
            do throws(TransportFailure) {
                response = try await transport.send(request)
            } catch {
                throw .transport(error, request.address)
            }
            heads.append(response.head)
            let answer = try await Hop.read(response, resolve, mask)
            guard let next = answer.next else { return Route(heads: heads, response: answer.response) }
            if heads.count > longest { throw .refused(request.address, "more than \(longest) times") }
            request.address = next
        }
    }

    /// Where a redirection leads.
    static func next(_ head: ResponseHead) throws(RouteFailure) -> WebAddress {
        guard let location = head.headers["Location"] else { throw .refused(head.address, "to nowhere") }
        guard let next = head.address.resolving(location) else {
            throw .refused(head.address, "to what is no web address")
        }
        return try safe(next, from: head)
    }

    /// `next`, unless what was asked for secretly would be asked for in the clear.
    static func safe(_ next: WebAddress, from head: ResponseHead) throws(RouteFailure) -> WebAddress {
        if head.address.origin.scheme == "https", next.origin.scheme != "https" {
            throw .refused(head.address, "from https to http")
        }
        return next
    }
}

/// Why there is no route.
enum RouteFailure: Error {
    case transport(TransportFailure, WebAddress)
    case refused(WebAddress, String)
    /// The answer that should have named the file's address says something else.
    case unresolved(TransferError)
}
