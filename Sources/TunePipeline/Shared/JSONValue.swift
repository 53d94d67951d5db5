import TuneExamples

/// A JSON value to be written. Keys keep their order; decimals are given as text, so that no digit is lost.
public enum JSONValue: Sendable {
    case object([(String, JSONValue)])
    case array([JSONValue])
    case text(String)
    case number(Int)
    case decimal(String)
    case boolean(Bool)
    case null

    /// Text, or null for nil.
    package static func text(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

    /// A number, or null for nil.
    package static func number(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// A decimal spelled out, or null for nil.
    package static func decimal(_ text: String?) -> JSONValue { text.map { .decimal($0) } ?? .null }

    /// The value as text: indented by two spaces, or on one line.
    public func rendered(isIndented: Bool) -> String {
        var output: [UInt8] = []
        write(to: &output, indent: isIndented ? 0 : nil)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8], indent: Int?) {
        switch self {
        case .object(let members):
            Self.writeList(members, "{", "}", indent, &output) { member, output, inner in
                JSONText.append(Array(member.0.utf8).span, to: &output)
                output.append(contentsOf: ": ".utf8)
                member.1.write(to: &output, indent: inner)
            }
        case .array(let elements):
            Self.writeList(elements, "[", "]", indent, &output) { element, output, inner in
                element.write(to: &output, indent: inner)
            }
        case .text(let text): JSONText.append(Array(text.utf8).span, to: &output)
        case .number(let number): output.append(contentsOf: "\(number)".utf8)
        case .decimal(let text): output.append(contentsOf: text.utf8)
        case .boolean(let value): output.append(contentsOf: "\(value)".utf8)
        case .null: output.append(contentsOf: "null".utf8)
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: String, _ close: String, _ indent: Int?, _ output: inout [UInt8],
        _ write: (Element, inout [UInt8], Int?) -> Void
    ) {
        output.append(contentsOf: open.utf8)
        for (place, element) in elements.enumerated() {
            if place > 0 { output.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
            breakLine(indent.map { $0 + 1 }, &output)
            write(element, &output, indent.map { $0 + 1 })
        }
        if !elements.isEmpty { breakLine(indent, &output) }
        output.append(contentsOf: close.utf8)
    }

    private static func breakLine(_ indent: Int?, _ output: inout [UInt8]) {
        guard let indent else { return }
        output.append(0x0A)
        output.append(contentsOf: [UInt8](repeating: 0x20, count: indent * 2))
    }
}
