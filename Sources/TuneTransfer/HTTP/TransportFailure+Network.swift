internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import NIOSSL
internal import TuneBytes

extension TransportFailure {
    /// What an error of the network libraries means, in plain words.
    init(_ error: any Error) {
        switch error {
        case is CancellationError: self = .cancelled
        case let error as TransportFailure: self = error
        case let error as ByteError: self = .unreadable(error)
        case let error as HTTPClientError: self = Self.client(error)
        case let error as NIOConnectionError: self = .unreachable(Self.connection(error))
        case let error as HTTPParserError: self = Self.parser(error)
        case let error as NIOSSLError: self = Self.secure(error)
        case let error as NIOSSLExtraError: self = .insecure(error.description)
        case let error as BoringSSLError: self = .insecure("\(error)")
        case let error as IOError where [111, 61].contains(error.errnoCode):
            self = .unreachable(Self.words(error))
        case let error as IOError: self = .broken(Self.words(error))
        case ChannelError.connectTimeout: self = .unreachable("no answer within ten seconds")
        case let error as ChannelError where error == .ioOnClosedChannel:
            self = .broken("the connection broke")
        default: self = .broken("the connection broke (\(error))")
        }
    }

    private static func client(_ error: HTTPClientError) -> TransportFailure {
        switch error {
        case .cancelled: .cancelled
        case .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout, .getConnectionFromPoolTimeout:
            .unreachable("no answer within ten seconds")
        case .proxyAuthenticationRequired: .proxy("it wants a user and a password")
        case .invalidProxyResponse: .proxy("it refuses to connect")
        case .invalidURL, .emptyHost, .emptyScheme: .malformed("its address cannot be used")
        case .remoteConnectionClosed, .uncleanShutdown: .broken(FailureTally.short)
        default: .broken("the connection broke (\(error.shortDescription))")
        }
    }

    private static func connection(_ error: NIOConnectionError) -> String {
        if error.connectionErrors.isEmpty { return "no address is known for `\(error.host)`" }
        let first = error.connectionErrors.first?.error
        if let first = first as? IOError { return "`\(error.host)` does not let us connect: \(words(first))" }
        return "`\(error.host)` does not answer"
    }

    private static func parser(_ error: HTTPParserError) -> TransportFailure {
        switch error {
        case .invalidEOFState, .closedConnection: .broken(FailureTally.short)
        case .headerOverflow: .malformed("its header is too long")
        default: .malformed("what it sent is not HTTP")
        }
    }

    private static func secure(_ error: NIOSSLError) -> TransportFailure {
        switch error {
        case .uncleanShutdown: .broken(FailureTally.short)
        // Nothing was sent yet.
        case .handshakeFailed(.sslError([.eofDuringHandshake])): .unreachable(FailureTally.short)
        case .handshakeFailed(let inner): .insecure("\(inner)")
        default: .insecure("\(error)")
        }
    }

    private static func words(_ error: IOError) -> String {
        switch error.errnoCode {
        case 111, 61: "connection refused"
        case 104, 54: "the connection was reset"
        default: "the network failed (\(error.errnoCode))"
        }
    }
}
