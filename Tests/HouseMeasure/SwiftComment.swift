/// A line of comment.
package struct SwiftComment: Sendable {
    /// Whether it documents the declaration below it: `///` or `/**`.
    package let isDocumentation: Bool
    /// What it says, without the slashes.
    package let text: String

    /// A line of a block comment.
    init(isDocumentation: Bool, text: String) {
        self.isDocumentation = isDocumentation
        self.text = String(text.filter { !"/*".contains($0) }.drop { $0 == " " })
    }

    /// A comment to the end of its line; four slashes document nothing.
    init(line: String) {
        isDocumentation = line.hasPrefix("///") && !line.hasPrefix("////")
        text = String(line.drop { $0 == "/" }.drop { $0 == " " })
    }
}
