/// An answer behind all redirections, and the answers on the way to it.
struct Route: Sendable {
    /// Every head, the last answer's too.
    var heads: [ResponseHead]
    /// The last answer.
    var response: TransportResponse

    private static let longest = 5

    /// Whether another server sent us here.
    var isRedirected: Bool { heads.first?.address.origin != response.head.address.origin }

    /// Sends `request` and follows what it is told: at most five times, never from https to http, and with the token
    /// only where it was meant to go.
    static func follow(
        _ request: TransportRequest, over transport: any Transport
    ) async throws(RouteFailure) -> Route {
        var (request, heads) = (request, [ResponseHead]())
        let origin = request.address.origin
        let token = request.token
        while true {
            request.token = request.address.origin == origin ? token : nil
            let response: TransportResponse
            do throws(TransportFailure) {
                response = try await transport.send(request)
            } catch {
                throw .transport(error, request.address)
            }
            heads.append(response.head)
            guard [301, 302, 303, 307, 308].contains(response.head.status) else {
                return Route(heads: heads, response: response)
            }
            if heads.count > longest { throw .refused(request.address, "more than \(longest) times") }
            request.address = try next(response.head)
        }
    }

    private static func next(_ head: ResponseHead) throws(RouteFailure) -> WebAddress {
        guard let location = head.headers["Location"] else { throw .refused(head.address, "to nowhere") }
        guard let next = head.address.resolving(location) else {
            throw .refused(head.address, "to what is no web address")
        }
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
}
