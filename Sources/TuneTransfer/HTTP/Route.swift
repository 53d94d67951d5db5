/// The way to an answer: all redirections, and what came in the end.
struct Route: Sendable {
    /// Every head, the last answer's too.
    var heads: [ResponseHead] = []
    /// Where the last request went.
    var address: WebAddress
    /// The last answer, unread, or why there is none.
    var answer: Result<TransportResponse, TransportFailure>

    private static let longest = 5

    /// Whether the address was given to us on the way.
    var isRedirected: Bool { heads.count > 1 }

    /// Sends `request` and follows what it is told: at most five times, never from https to http, and with the token
    /// only where it was meant to go.
    ///
    /// - Parameters:
    ///   - source: reads the file's address out of an answer of JSON, if it may be there.
    ///   - mask: takes out what must not be told of an answer, besides what the addresses on the way carry.
    static func follow(
        _ request: TransportRequest, over transport: any Transport, source: any DownloadSource,
        mask: SecretMask
    ) async throws(TransferError) -> Route {
        var (request, heads) = (request, [ResponseHead]())
        let origin = request.address.origin
        let token = request.token
        while true {
            request.token = request.address.origin == origin ? token : nil
            let response: TransportResponse
            do throws(TransportFailure) {
                response = try await transport.send(request)
            } catch {
                return Route(heads: heads, address: request.address, answer: .failure(error))
            }
            heads.append(response.head)
            let hop = try await Hop.read(response, source: source, mask: mask.and(request.address))
            switch hop {
            case .ends(let answer): return Route(heads: heads, address: request.address, answer: answer)
            case .leads(let next):
                if heads.count > longest {
                    throw .redirection(from: request.address, reason: "more than \(longest) times")
                }
                request.address = next
            }
        }
    }

    /// Where a redirection leads.
    static func next(_ head: ResponseHead) throws(TransferError) -> WebAddress {
        guard let location = head.headers["Location"] else {
            throw .redirection(from: head.address, reason: "to nowhere")
        }
        guard let next = head.address.resolving(location) else {
            throw .redirection(from: head.address, reason: "to what is no web address")
        }
        return try safe(next, from: head)
    }

    /// `next`, unless what was asked for secretly would be asked for in the clear.
    static func safe(_ next: WebAddress, from head: ResponseHead) throws(TransferError) -> WebAddress {
        if head.address.origin.scheme == "https", next.origin.scheme != "https" {
            throw .redirection(from: head.address, reason: "from https to http")
        }
        return next
    }
}
