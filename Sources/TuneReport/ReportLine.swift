/// A line that says one thing about a result: a label, padded to a column of its own, and the words.
public struct ReportLine: Sendable, Equatable {
    /// The line as it is printed, without its end.
    public let text: String

    private static let labelWidth = 9

    /// What `label` names; an empty label continues the line before.
    public init(_ label: String, _ words: String) {
        text = label + String(repeating: " ", count: max(1, Self.labelWidth - label.count)) + words
    }

    private init(text: String) {
        self.text = text
    }

    /// A line without a label, or several with line feeds between them.
    public static func plain(_ text: String) -> ReportLine { ReportLine(text: text) }
}
