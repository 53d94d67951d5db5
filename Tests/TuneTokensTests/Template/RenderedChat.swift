@testable import TuneTokens

/// Conversations as the published Jinja templates render them, written out once more, and counted as a whole.
struct RenderedChat {
    typealias Message = (role: ChatRole, text: String)

    /// Stands for every control token.
    static let control = "\u{10FFFD}"

    private static let names: [ChatRole: String] = [
        .system: "system", .user: "user", .assistant: "assistant",
    ]

    /// The whole conversation, with `control` where a control token is; nil for a template that is not known.
    static func text(_ template: String, _ messages: [Message]) -> String? {
        switch template {
        case "llama-3": llama(messages)
        case "llama-3.1": llamaWithDates(messages)
        case "chatml": messages.map(chatML).joined()
        case "qwen-2": chatML(messages, "You are a helpful assistant.")
        case "qwen-2.5":
            chatML(messages, "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.")
        case "mistral-v0.1": mistral(messages, afterAnswer: " ")
        case "mistral-v0.2": mistral(messages, afterAnswer: "")
        case "deepseek-r1": deepSeek(messages)
        default: nil
        }
    }

    /// The tokens of a rendered conversation: one for each control token, and those of each text between two of them.
    static func count(_ rendered: String, _ naive: NaiveTokenizer) -> Int {
        var total = 0
        var pending: [UInt8] = []
        for scalar in rendered.unicodeScalars {
            if scalar == "\u{10FFFD}" {
                total += 1 + naive.encode(pending).count
                pending.removeAll()
            } else {
                pending += utf8([scalar.value])
            }
        }
        return total + naive.encode(pending).count
    }

    /// Without what Python takes for white space at both ends.
    static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
        }
        var scalars = Array(text.unicodeScalars)
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func llama(_ messages: [Message]) -> String {
        control
            + messages.map { message in
                "\(control)\(names[message.role] ?? "")\(control)\n\n\(trimmed(message.text))\(control)"
            }.joined()
    }

    private static func llamaWithDates(_ messages: [Message]) -> String {
        let isSystemFirst = messages.first?.role == .system
        let system = isSystemFirst ? trimmed(messages[0].text) : ""
        let dates = "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n"
        return "\(control)\(control)system\(control)\n\n\(dates)\(system)\(control)"
            + llama(Array(messages.dropFirst(isSystemFirst ? 1 : 0))).unicodeScalars.dropFirst().map(
                String.init
            )
            .joined()
    }

    private static func chatML(_ message: Message) -> String {
        "\(control)\(names[message.role] ?? "")\n\(message.text)\(control)\n"
    }

    private static func chatML(_ messages: [Message], _ system: String) -> String {
        let added = messages.first?.role == .system ? "" : chatML((.system, system))
        return added + messages.map(chatML).joined()
    }

    private static func mistral(_ messages: [Message], afterAnswer: String) -> String {
        var (text, system) = (control, "")
        for message in messages {
            switch message.role {
            case .system: system = message.text + "\n\n"
            case .user:
                text += "[INST] \(system)\(message.text) [/INST]"
                system = ""
            case .assistant: text += message.text + control + afterAnswer
            }
        }
        return text
    }

    private static func deepSeek(_ messages: [Message]) -> String {
        let system = messages.first?.role == .system ? messages[0].text : ""
        return control + system
            + messages.map { message in
                switch message.role {
                case .system: ""
                case .user: control + message.text
                case .assistant: control + message.text + control
                }
            }.joined()
    }
}
