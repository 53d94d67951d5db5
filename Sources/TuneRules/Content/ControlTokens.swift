import TuneBytes

/// Finds the spellings of control tokens in a text.
enum ControlTokens {
    /// Llama 2 and Mistral; ChatML and Qwen; Llama 3; DeepSeek.
    private static let literals: [[UInt8]] = [
        "<s>", "</s>", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>",
        "<|endoftext|>", "<|im_start|>", "<|im_end|>",
        "<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>",
        "<|eom_id|>",
        "<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>", "<｜User｜>", "<｜Assistant｜>",
    ].map { Array($0.utf8) }

    /// Where the first one stands.
    static func first(in text: Span<UInt8>) -> Range<Int>? {
        let angle = first(UInt8(ascii: "<"), in: text, from: 0)
        let bracket = first(UInt8(ascii: "["), in: text, from: 0)
        guard let angle, let bracket else { return angle ?? bracket }
        return angle.lowerBound < bracket.lowerBound ? angle : bracket
    }

    /// How many there are.
    static func count(in text: Span<UInt8>) -> Int {
        var count = 0
        for opener in [UInt8(ascii: "<"), UInt8(ascii: "[")] {
            var from = 0
            while let literal = first(opener, in: text, from: from) {
                count += 1
                from = literal.upperBound
            }
        }
        return count
    }

    private static func first(_ opener: UInt8, in text: Span<UInt8>, from start: Int) -> Range<Int>? {
        var from = start
        while let offset = text.firstOffset(of: opener, from: from), offset + 2 < text.count {
            let mayBegin = mayBegin(opener, text[offset + 1], text[offset + 2])
            if mayBegin, let length = length(in: text, at: offset) {
                return offset..<(offset + length)
            }
            from = offset + 1
        }
        return nil
    }

    /// True for the first three bytes of a literal, so that the table is rarely searched.
    private static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let isAngle = first == UInt8(ascii: "<")
        switch second {
        case UInt8(ascii: "|"), UInt8(ascii: "<"): return isAngle
        case UInt8(ascii: "/"): return third == UInt8(ascii: isAngle ? "s" : "I")
        case UInt8(ascii: "s"): return third == UInt8(ascii: ">")
        case UInt8(ascii: "I"): return third == UInt8(ascii: "N")
        case 0xEF: return third == 0xBD
        default: return false
        }
    }

    private static func length(in text: Span<UInt8>, at offset: Int) -> Int? {
        for literal in literals where literal.count <= text.count - offset {
            if text.extracting(offset..<(offset + literal.count)).isEqual(to: literal.span) {
                return literal.count
            }
        }
        return nil
    }
}
