public import TuneBytes

/// Why a file gives no vocabulary.
public enum VocabularyError: Error, Hashable, Sendable {
    /// The file is something else.
    case lookalike(VocabularyLookalike)
    /// The JSON of `tokenizer.json` breaks.
    case json(JSONReaderError)
    /// The fields of a SentencePiece model break at this byte, from 0.
    case protobuf(offset: Int)
    /// A line of tiktoken text, from 1, is wrong.
    case line(Int, LineDefect)
    /// A part, such as the pre-tokenizer, is of a kind that would be counted wrongly.
    case unsupported(part: String, name: String)
    /// A part has a setting that would be counted wrongly.
    case setting(part: String, name: String, value: String)
    /// A member that must be there is not.
    case missing(String)
    /// A member, token, id or pair is there twice.
    case repeated(String)
    /// A token has an id that is negative or too large.
    case idOutOfRange(Int)
    /// More tokens than ``Vocabulary/idLimit``.
    case tooManyTokens
    /// More pieces of one character than are numbered here.
    case tooManyCharacters(limit: Int)
    /// A token's text is empty, not UTF-8 or not in the byte alphabet.
    case badToken(String)
    /// A merge, from 0, is not two tokens that join into a third.
    case badMerge(Int, String)
    /// No token spells this byte.
    case noByte(UInt8)
    /// The ranks are none that are known.
    case unknownRanks(tokens: Int)
    /// The file is of another family than was said.
    case otherFamily(asked: ModelFamily, found: ModelFamily)
    /// Tiktoken text was said to be of a family that has none.
    case noTiktokenText(ModelFamily)

    /// What is wrong with a line of tiktoken text.
    public enum LineDefect: Hashable, Sendable {
        /// Not `base64 rank`.
        case shape
        /// The text is not base64.
        case base64
        /// Longer than any token can be.
        case tooLong(limit: Int)
        /// Not the rank that comes next.
        case rank(expected: Int)
        /// A text that an earlier line has.
        case repeated
    }
}

extension VocabularyError {
    /// What was thrown while a `tokenizer.json` was read: one of these errors, or of the JSON reader's.
    static func whileReading(_ error: any Error) -> VocabularyError {
        switch error {
        case let error as VocabularyError: error
        case let error as JSONReaderError: .json(error)
        default: .json(.ended)
        }
    }
}
