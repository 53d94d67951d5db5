/// Something wrong with the data: what, where, and what to do about it.
public struct Finding: Sendable {
    /// The rule's code.
    public var code: String
    /// The rule's name.
    public var name: String
    /// How much it matters.
    public var severity: Severity
    /// What was found, with the user's words and numbers.
    public var message: String
    /// The harm, where it is not obvious.
    public var why: String?
    /// A command or an edit that mends it.
    public var help: String?
    /// Where it was found.
    public var site: Location
    /// The text around it; nil where a finding concerns a file as a whole.
    public var excerpt: Excerpt?

    /// A finding; `why` is nil where the harm is obvious, `excerpt` where no line is concerned.
    public init(
        code: String, name: String, severity: Severity, message: String, why: String? = nil,
        help: String? = nil,
        site: Location, excerpt: Excerpt? = nil
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.why = why
        self.help = help
        self.site = site
        self.excerpt = excerpt
    }
}
