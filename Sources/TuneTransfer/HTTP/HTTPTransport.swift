internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
internal import Synchronization

/// The network: HTTP/1.1 over TLS or not, through the proxies the environment names. Call `shutdown` when done, so
/// that its connections are closed by then.
public final class HTTPTransport: Transport {
    private let proxies: ProxySettings
    private let certificates: String?
    private let connectTimeout: Duration
    /// One thread does all sending, so that a body can wait until its last piece has been taken.
    private let loop = HTTPClient.defaultEventLoopGroup.any()
    private let clients = Mutex<[ClientKey: HTTPClient]>([:])

    private struct ClientKey: Hashable {
        var host: String?
        var port: Int?
    }

    /// A transport that obeys `HTTPS_PROXY` and its like, and trusts the certificates in `SSL_CERT_FILE`, if that is
    /// set, instead of the system's.
    public convenience init(environment: [String: String]) {
        self.init(environment: environment, connectTimeout: .seconds(10))
    }

    init(environment: [String: String], connectTimeout: Duration) {
        self.connectTimeout = connectTimeout
        proxies = ProxySettings(environment: environment)
        certificates = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    }

    deinit {
        // A client that was not shut down traps.
        clients.withLock { clients in for client in clients.values { client.shutdown { _ in } } }
    }

    /// Closes all connections. The transport cannot be used any more.
    public func shutdown() async {
        let all = clients.withLock { clients in
            defer { clients = [:] }
            return Array(clients.values)
        }
        for client in all { try? await client.shutdown() }
    }

    /// Sends a request and returns when the answer's head is there.
    public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
        let client = client(through: try proxies.proxy(for: request.address.origin))
        var message = HTTPClientRequest(url: request.address.text)
        for field in request.headers.fields { message.headers.add(name: field.name, value: field.value) }
        message.method = HTTPMethod(rawValue: request.method)
        message.body = request.body.flatMap { SendingBody.message($0, on: loop) }
        request.token?.withValue { message.headers.add(name: "Authorization", value: "Bearer \($0)") }
        do {
            let answer = try await client.execute(message, deadline: .distantFuture)
            return TransportResponse(
                head: head(of: answer, from: request.address), body: HTTPBody(answer.body))
        } catch {
            throw TransportFailure(error)
        }
    }

    private func head(of answer: HTTPClientResponse, from address: WebAddress) -> ResponseHead {
        var headers = HeaderList()
        for (name, value) in answer.headers { headers.add(name, value) }
        let isChunked = headers["Transfer-Encoding"]?.lowercased().contains("chunked") ?? false
        return ResponseHead(
            address: address, status: Int(answer.status.code), headers: headers,
            endsWithConnection: answer.version.major == 1 && headers["Content-Length"] == nil && !isChunked)
    }

    private func client(through proxy: Proxy?) -> HTTPClient {
        clients.withLock { clients in
            let key = ClientKey(host: proxy?.host, port: proxy?.port)
            if let client = clients[key] { return client }
            let client = HTTPClient(
                eventLoopGroup: loop, configuration: configuration(through: proxy)
            )
            clients[key] = client
            return client
        }
    }

    /// No redirections, no inflating, no second tries: that is decided above.
    private func configuration(through proxy: Proxy?) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let certificates { tls.trustRoots = .file(certificates) }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(connectTimeout)), decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        // Servers close what is idle; a request that meets that moment cannot be told from one that was lost.
        configuration.connectionPool.idleTimeout = .seconds(4)
        configuration.proxy = proxy.map { proxy in
            let login = proxy.login?.withValue {
                HTTPClient.Authorization.basic(credentials: Base64.text(of: $0))
            }
            return .server(host: proxy.bareHost, port: proxy.port, authorization: login)
        }
        return configuration
    }
}

/// The body of an answer from the network.
private actor HTTPBody: TransportBody {
    private var pieces: HTTPClientResponse.Body.AsyncIterator

    init(_ body: HTTPClientResponse.Body) {
        pieces = body.makeAsyncIterator()
    }

    func next() async throws(TransportFailure) -> [UInt8]? {
        do {
            while var buffer = try await piece() {
                if let bytes = buffer.readBytes(length: buffer.readableBytes), !bytes.isEmpty { return bytes }
            }
        } catch {
            throw TransportFailure(error)
        }
        // A cancelled sequence may end as if it were complete.
        if Task.isCancelled { throw .cancelled }
        return nil
    }

    private func piece() async throws -> ByteBuffer? {
        var pieces = self.pieces
        defer { self.pieces = pieces }
        return try await pieces.next(isolation: #isolation)
    }
}
