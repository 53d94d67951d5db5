package import ArgumentParser

/// Which service is spoken to, for whom; shared by every command that uses it.
package struct ServiceArguments: ParsableArguments {
    /// The service's address; nil for the environment's, else the documented one.
    @Option(help: "The service's address (default: NSCALE_BASE_URL, else Nscale's).")
    package var service: String?

    /// The organization's id; nil for the environment's, else the token's only one.
    @Option(
        help:
            "The organization's id (default: NSCALE_ORGANIZATION_ID or ORGANIZATION_ID, else the token's only one)."
    )
    package var organization: String?

    /// A file that holds the token; nil for the environment's.
    @Option(
        help:
            "A file that holds the token and that only you can read (default: the token is in NSCALE_SERVICE_TOKEN, NSCALE_API_TOKEN or NSCALE_TOKEN).",
        completion: .file())
    package var tokenFile: String?

    /// Whether the token is read from standard input.
    @Flag(help: "Read the token from standard input.")
    package var tokenStdin = false

    /// The options as they are when nothing is said.
    package init() {}
}
