import TuneBytes
public import TuneText

extension VocabularyError: Explained, CustomStringConvertible {
    /// As ``description``.
    public var message: String { description }

    /// One line about the file, lower case, without a full stop.
    public var description: String {
        switch self {
        case .lookalike(let kind): "this is \(kind.description), not a tokenizer's vocabulary"
        case .json(let error): "this is no whole `tokenizer.json`: \(error)"
        case .protobuf(let offset):
            "this is no whole SentencePiece model: its fields break at byte \(offset.grouped)"
        case .line(let line, let defect): "line \(line.grouped) of the ranks \(defect.words)"
        case .unsupported(let part, let name): "its \(part) \(Self.quoted(name)) is none that is counted here"
        case .setting(let part, let name, let value):
            "its \(part) sets \(Self.quoted(name)) to \(Self.quoted(value)), which is not counted here"
        case .missing(let name): "it has no \(Self.quoted(name))"
        case .repeated(let what): "it has \(what) twice"
        case .idOutOfRange(let id):
            "it has a token with the id \(id.grouped); ids are 0 to \((Vocabulary.idLimit - 1).grouped)"
        case .tooManyTokens: "it has more than \(Vocabulary.idLimit.grouped) tokens"
        case .tooManyCharacters(let limit): "it has more than \(limit.grouped) pieces of one character"
        case .badToken(let text): "its token \(Self.quoted(text)) cannot be the text of a token"
        case .badMerge(let number, let why): "its merge \(number.grouped) \(why)"
        case .noByte(let byte): "no token of it stands for the byte \(byte.hexadecimal)"
        case .unknownRanks(let tokens): "its \(tokens.grouped) ranks are none that are known here"
        case .otherFamily(let asked, let found):
            "this is a vocabulary of \(found.title), and `--family \(asked.rawValue)` was said"
        case .noTiktokenText(let family): "\(family.title) has no ranks as text, and this file is such"
        }
    }

    /// What to do about it, when there is something.
    public var help: [String] {
        switch self {
        case .lookalike(let kind): [kind.help]
        case .json(.ended), .protobuf: ["the file may be cut off: download it again and compare its size"]
        case .line:
            ["a tiktoken file has one token on each line: its bytes in base64, a space, its rank from 0"]
        case .unsupported, .setting:
            ["take the `tokenizer.json` or `tokenizer.model` that the model was published with"]
        case .unknownRanks:
            ["say whose they are: " + Self.named([.llama3, .qwen2])]
        case .otherFamily(_, let found):
            ["leave `--family` out, or say \(Self.named([found]))"]
        case .noTiktokenText: ["take its `tokenizer.model` or `tokenizer.json`"]
        default: []
        }
    }

    private static func named(_ families: [ModelFamily]) -> String {
        families.map { "`--family \($0.rawValue)`" }.joined(separator: " or ")
    }
}

extension VocabularyError.LineDefect {
    /// What follows `line 12 of the ranks`.
    fileprivate var words: String {
        switch self {
        case .shape: "is not base64, a space and a rank"
        case .base64: "holds text that is not base64"
        case .tooLong(let limit): "holds a token of more than \(limit.grouped) bytes"
        case .rank(let expected): "has another rank than \(expected.grouped), which comes next"
        case .repeated: "repeats a token"
        }
    }
}

extension VocabularyError {
    /// A text from the file in backticks, clipped, its control characters made visible.
    static func quoted(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(60) {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            shown.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return "`\(shown)\(text.unicodeScalars.count > 60 ? "…" : "")`"
    }
}

extension UInt8 {
    /// Two hexadecimal digits after `0x`.
    var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return "0x" + (self < 16 ? "0" : "") + digits
    }
}
