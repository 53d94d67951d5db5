/// Colours for a terminal, or none.
public struct Palette: Sendable {
    /// Whether there are colours.
    public let isOn: Bool

    /// Colours when `isOn`, plain text otherwise.
    public init(isOn: Bool) {
        self.isOn = isOn
    }

    /// What a piece of text is.
    public enum Role: Sendable {
        case error, warning, advice, place, emphasis, good
    }

    /// `text` in the colour of its role.
    public func paint(_ text: String, _ role: Role) -> String {
        guard isOn else { return text }
        let code =
            switch role {
            case .error: "1;31"
            case .warning: "1;33"
            case .advice: "1;36"
            case .place: "34"
            case .emphasis: "1"
            case .good: "32"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
