/// One token of a Swift source.
package struct SwiftToken: Sendable {
    /// What kinds there are.
    package enum Kind: Sendable {
        /// A keyword or a name, without backticks, `#if` and its like included.
        case word
        /// A literal of a number.
        case number
        /// A literal of a text; what it interpolates follows as tokens between `(` and `)`.
        case text
        /// A literal of a regular expression.
        case regex
        /// A bracket, a comma, an operator.
        case symbol
    }

    /// What it is.
    package let kind: Kind
    /// How it is written; empty for a literal of a text.
    package let text: String
    /// The line it begins on, counted from 1.
    package let line: Int
    /// Whether nothing but space precedes it on its line.
    package let startsLine: Bool
    /// Whether it follows the token before without space.
    package let isAttached: Bool

    /// Whether it is this symbol.
    package func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

    /// Whether it is this word.
    package func isWord(_ word: String) -> Bool { kind == .word && text == word }
}
