extension JSON {
    /// How a value is written.
    public enum Style: Sendable {
        /// Each member and element on a line of its own, indented by two spaces.
        case indented
        /// On one line, with a space after each comma and colon.
        case line
        /// On one line without spaces, and with controls escaped by number only: as services are sent it.
        case compact
    }

    /// The value as text, without a line end.
    public func rendered(_ style: Style) -> String {
        String(decoding: bytes(style), as: UTF8.self)
    }

    /// The value as UTF-8, without a line end.
    public func bytes(_ style: Style) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.output
    }
}

private struct JSONWriter {
    let style: JSON.Style
    var output: [UInt8] = []
    private var depth = 0

    init(style: JSON.Style) {
        self.style = style
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .object(let members):
            open("{")
            for (index, member) in members.enumerated() {
                beginItem(index)
                write(member.name)
                append(style == .compact ? ":" : ": ")
                write(member.value)
            }
            close("}", isEmpty: members.isEmpty)
        case .array(let elements):
            open("[")
            for (index, element) in elements.enumerated() {
                beginItem(index)
                write(element)
            }
            close("]", isEmpty: elements.isEmpty)
        case .text(let text): write(text)
        case .number(let spelling): append(spelling)
        case .boolean(let value): append(value ? "true" : "false")
        case .null: append("null")
        }
    }

    private mutating func write(_ text: String) {
        JSON.appendString(Array(text.utf8).span, to: &output, shortens: style != .compact)
    }

    private mutating func open(_ bracket: String) {
        append(bracket)
        depth += 1
    }

    private mutating func close(_ bracket: String, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        append(bracket)
    }

    private mutating func beginItem(_ index: Int) {
        if index > 0 { append(style == .line ? ", " : ",") }
        breakLine()
    }

    private mutating func breakLine() {
        guard style == .indented else { return }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func append(_ text: String) {
        output.append(contentsOf: text.utf8)
    }
}
