import TuneDelivery
import TunePipeline

/// The variables by which tuneprep finds caches, the hub, the service and proxies, as far as they are set.
enum Environment {
    private static let names =
        [
            "HOME", "XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE", "HF_TOKEN", "HF_TOKEN_PATH", "HF_ENDPOINT",
            "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "ALL_PROXY",
            "all_proxy", "SSL_CERT_FILE",
        ] + ServiceChoice.variables

    /// Their values by name.
    static var variables: [String: String] {
        names.reduce(into: [:]) { found, name in found[name] = Terminal.variable(name) }
    }
}
