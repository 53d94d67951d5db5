/// Why a text is not JSON (RFC 8259), at the byte where that became certain.
public enum JSONDefect: Sendable, Equatable {
    /// A value was expected.
    case valueExpected
    /// A key in double quotes was expected.
    case keyExpected
    /// A colon was expected after a key.
    case colonExpected
    /// A comma or the container's end was expected.
    case commaExpected
    /// A comma stands before the container's end.
    case trailingComma
    /// A key or a string in single quotes.
    case singleQuote
    /// `NaN`, `Infinity`, `True`, `None` or another bare word.
    case bareWord(String)
    /// A number spelled in a way JSON does not know.
    case badNumber
    /// A backslash before a character that cannot be escaped, or a bad `\u`.
    case badEscape
}
