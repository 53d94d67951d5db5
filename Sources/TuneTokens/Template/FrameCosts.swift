/// What the frames of a template cost in tokens where messages and template do not join.
struct FrameCosts {
    /// The cost, in tokens, of what comes before and after a message.
    struct Cost {
        var before: Int
        var after: Int
    }

    let opening: Int
    let absentSystem: Int
    /// By `frameIndex(_:isFirst:isAfterSystem:)`.
    let frames: [Cost]

    private static let firstSystem = ChatRole.allCases.count
    private static let userAfterSystem = firstSystem + 1

    init(_ template: ChatTemplate, _ counter: any TokenCounter) {
        opening = Self.tokens(of: template.opening, counter)
        absentSystem = Self.tokens(of: template.absentSystem, counter)
        frames = (template.frames + [template.firstSystem, template.userAfterSystem]).map { frame in
            Cost(
                before: Self.tokens(of: frame.before, beside: "a", counter),
                after: Self.tokens(of: frame.after, counter))
        }
    }

    /// The index of the frame that a message gets.
    static func frameIndex(_ role: ChatRole, isFirst: Bool, isAfterSystem: Bool) -> Int {
        switch role {
        case .system where isFirst: firstSystem
        case .user where isAfterSystem: userAfterSystem
        default: role.rawValue
        }
    }

    /// The frame at an index.
    func frame(_ index: Int, of template: ChatTemplate) -> ChatTemplate.Frame {
        switch index {
        case Self.firstSystem: template.firstSystem
        case Self.userAfterSystem: template.userAfterSystem
        default: template.frames[index]
        }
    }

    /// The tokens of parts; text at their end is followed by `neighbour`, whose own tokens do not count.
    private static func tokens(
        of parts: [ChatTemplate.Part], beside neighbour: String = "", _ counter: any TokenCounter
    ) -> Int {
        var tokens = 0
        for (index, part) in parts.enumerated() {
            switch part {
            case .control: tokens += 1
            case .text(let text):
                let beside = index == parts.count - 1 ? neighbour : ""
                tokens += count(text + beside, counter) - count(beside, counter)
            }
        }
        return tokens
    }

    private static func count(_ text: String, _ counter: any TokenCounter) -> Int {
        let bytes = Array(text.utf8)
        return counter.count(bytes.span)
    }
}
