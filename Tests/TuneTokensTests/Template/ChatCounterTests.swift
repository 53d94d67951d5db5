import TestSupport
import Testing

@testable import TuneTokens

@Suite("Counting conversations")
struct ChatCounterTests {
    private static let texts = [
        "", " ", "\n", "\n\n", "hello", " hello", "hello ", "\nhello\n", "\u{2581}", "\u{2581}a", "\u{3000}x",
        "\u{301}",
        "'s", "[INST]", " [/INST]", "\u{1C}a\u{1F}", "\u{85}", "日本語", "e\u{301}", "\r", "\t!", "1", "!\n",
    ]

    /// Now and then a system message first, then a user's, then users and assistants, mostly in turn.
    private func conversation(_ generator: inout SeededGenerator) -> [RenderedChat.Message] {
        var messages: [RenderedChat.Message] = []
        if Bool.random(using: &generator) { messages.append((.system, text(&generator))) }
        for turn in 0..<Int.random(in: 1...4, using: &generator) {
            let isTurned = turn > 0 && Int.random(in: 0..<8, using: &generator) == 0
            messages.append(((turn % 2 == 0) != isTurned ? .user : .assistant, text(&generator)))
        }
        return messages
    }

    private func text(_ generator: inout SeededGenerator) -> String {
        let known = Self.texts.randomElement(using: &generator) ?? ""
        let text = String(decoding: NastyText.text(&generator, parts: 6), as: UTF8.self)
            .replacing(RenderedChat.control, with: "")
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return known
        case 1: return known + text
        case 2: return text + known
        default: return text
        }
    }

    private func count(_ messages: [RenderedChat.Message], _ chat: inout ChatCounter) -> [ChatCounter.Message]
    {
        chat.begin()
        for message in messages {
            let bytes = Array(message.text.utf8)
            chat.add(message.role, bytes.span)
        }
        chat.end()
        return chat.messages
    }

    /// Templates with the vocabularies their models have; all with byte-level ones.
    private static let pairs: [(String, InventedVocabulary)] = ChatTemplate.all.flatMap { template in
        InventedVocabulary.all.compactMap { invented in
            switch invented {
            case .bytes(let rules, _): rules.takesWholePieceFirst ? (template.name, invented) : nil
            case .pieces: template.name.hasPrefix("mistral") ? (template.name, invented) : nil
            }
        }
    }

    @Test("is counting what the template renders, as a whole", arguments: pairs)
    func whole(name: String, invented: InventedVocabulary) throws {
        let (generator, seed) = SeededGenerator.fresh()
        try compare(name, invented, generator, seed: seed)
    }

    @Test("an empty answer after a text like the template's takes no less than nothing")
    func emptyAnswer() throws {
        let seed: UInt64 = 5_920_060_712_307_032_441
        for (name, invented) in Self.pairs where name.hasPrefix("mistral") {
            try compare(name, invented, SeededGenerator(seed: seed), seed: seed)
        }
    }

    private func compare(
        _ name: String, _ invented: InventedVocabulary, _ generator: SeededGenerator, seed: UInt64
    ) throws {
        let template = try #require(ChatTemplate.named(name))
        var generator = generator
        let vocabulary = invented.vocabulary(&generator)
        let (naive, tokenizer) = (NaiveTokenizer(vocabulary), Tokenizer(vocabulary))
        var chat = ChatCounter(tokenizer.counter(), template: template)
        let alone = tokenizer.counter()
        for round in 0..<40 {
            let messages = conversation(&generator)
            let rendered = try #require(RenderedChat.text(template.name, messages))
            let counted = count(messages, &chat)
            let total = counted.map(\.total).reduce(0, +)
            #expect(total == RenderedChat.count(rendered, naive), "seed \(seed), round \(round), \(messages)")
            #expect(counted.count == messages.count)
            #expect(
                counted.allSatisfy {
                    $0.total == $0.own + $0.overhead && min($0.own, $0.before, $0.after) >= 0
                }, "seed \(seed), round \(round), \(counted), \(messages)")
            guard template.isolation == .always else { continue }
            for (message, counted) in zip(messages, counted) {
                let text = Array((template.trims ? RenderedChat.trimmed(message.text) : message.text).utf8)
                let own = alone.count(text.span)
                #expect(counted.own == own, "seed \(seed), round \(round), \(messages)")
            }
        }
    }

    /// A vocabulary in which the role words and two line ends are tokens.
    private var roles: Tokenizer {
        let words = ["system", "user", "assistant", "\n\n", "\n"].map { Array($0.utf8) }
        let bytes = (UInt8.min...UInt8.max).map { [$0] }.filter { $0 != [0x0A] }
        let table = InventedTable(bytes + words)
        let rules = Vocabulary.ByteLevelRules(
            digitsPerGroup: 3, normalizesToNFC: false, takesWholePieceFirst: true)
        return Tokenizer(
            Vocabulary(
                family: .llama3, scheme: .byteLevel(rules), texts: table.texts, starts: table.starts,
                merges: [],
                byteTokens: (UInt8.min...UInt8.max).map { table.ids[[$0]] ?? 0 }, specialTokens: []))
    }

    @Test("with Llama 3 adds one token for the conversation and five for each message")
    func llama() {
        var chat = ChatCounter(roles.counter(), template: .llama3)
        for length in 1...4 {
            let messages = (0..<length).map { (role: ChatRole.allCases[($0 + length) % 3], text: " ab\n") }
            let counted = count(messages, &chat)
            #expect(counted.map(\.own) == [Int](repeating: 2, count: length))
            #expect(counted.map(\.before) == [5] + [Int](repeating: 4, count: length - 1))
            #expect(counted.map(\.after) == [Int](repeating: 1, count: length))
        }
    }

    @Test("with ChatML adds five for each message, and the system message that is absent to the first")
    func chatML() throws {
        let tokenizer = roles
        for (template, system) in [(ChatTemplate.chatML, nil), (.qwen2, "You are a helpful assistant.")] {
            var chat = ChatCounter(tokenizer.counter(), template: template)
            let counted = count([(.user, "ab"), (.assistant, "cd!")], &chat)
            let absent = system.map { $0.utf8.count + 5 } ?? 0
            #expect(counted.map(\.before) == [3 + absent, 3] && counted.map(\.after) == [2, 2])
            #expect(counted.map(\.own) == [2, 3])
        }
    }

    @Test("without a template is counting the texts")
    func noTemplate() {
        var chat = ChatCounter(roles.counter(), template: nil)
        let counted = count([(.system, ""), (.user, " ab"), (.user, "user")], &chat)
        #expect(counted.map(\.own) == [0, 3, 1] && counted.allSatisfy { $0.overhead == 0 })
        #expect(count([], &chat).isEmpty)
    }

    @Test("knows each template by its name in any case")
    func names() {
        for template in ChatTemplate.all {
            #expect(ChatTemplate.named(template.name.uppercased()) == template)
        }
        #expect(ChatTemplate.named("unknown") == nil)
    }
}
