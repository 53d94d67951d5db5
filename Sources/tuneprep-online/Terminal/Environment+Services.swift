import TuneCommand
import TuneDelivery

extension Environment {
    private static let network =
        [
            "HF_TOKEN", "HF_TOKEN_PATH", "HF_ENDPOINT", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy",
            "https_proxy", "no_proxy", "ALL_PROXY", "all_proxy", "SSL_CERT_FILE",
        ] + ServiceChoice.variables

    /// The variables by which caches, the hub, the service and proxies are found, as far as they are set.
    static var online: [String: String] { variables(and: network) }
}
