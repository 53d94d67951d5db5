/// A text that must not be shown: a token, a password. It is not `Codable`, and its description and its reflection
/// say "redacted".
public struct Secret: Sendable, Equatable {
    private let value: String

    /// A secret that wraps `value`.
    public init(_ value: String) {
        self.value = value
    }

    /// Lends the value; whatever is made of it is a secret too.
    package func withValue<Result>(_ body: (String) -> Result) -> Result {
        body(value)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `redacted`, whatever the value.
    public var description: String { "redacted" }
    /// `redacted`, whatever the value.
    public var debugDescription: String { description }
    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
