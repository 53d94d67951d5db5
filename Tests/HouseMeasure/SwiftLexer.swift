/// Cuts a Swift source into tokens and comments: enough of the language to find declarations, no more.
///
/// It knows nested block comments, texts with interpolation, raw texts, texts of several lines, names in backticks and
/// literals of regular expressions. A `/` begins such a literal where no operand precedes it and another `/` follows
/// on its line.
package struct SwiftLexer {
    /// The tokens, in order.
    package private(set) var tokens: [SwiftToken] = []
    /// Comments that begin their line or continue from the line before, by line counted from 1.
    package private(set) var comments: [Int: SwiftComment] = [:]
    /// How many lines there are; the empty rest after the last line feed is none.
    package private(set) var lineCount = 0
    /// How many of them hold more than space.
    package private(set) var filledLineCount = 0

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var isAtLineStart = true
    private var isAttached = false

    /// Cuts the whole source.
    package init(_ source: String) {
        bytes = Array(source.utf8)
        countLines()
        while index < bytes.count { _ = step() }
    }

    private mutating func countLines() {
        var isFilled = false
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lineCount += 1
                filledLineCount += isFilled ? 1 : 0
                isFilled = false
            } else if byte > UInt8(ascii: " ") {
                isFilled = true
            }
        }
        if let last = bytes.last, last != UInt8(ascii: "\n") {
            lineCount += 1
            filledLineCount += isFilled ? 1 : 0
        }
    }

    /// Takes one token, comment or piece of space; returns the bracket it took, else 0.
    private mutating func step() -> UInt8 {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\n"):
            (line, isAtLineStart, isAttached) = (line + 1, true, false)
            index += 1
        case 0...UInt8(ascii: " "):
            isAttached = false
            index += 1
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): lineComment()
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): blockComment()
        case UInt8(ascii: "\""): text(hashes: 0)
        case UInt8(ascii: "#"): hash()
        case UInt8(ascii: "`"): quotedName()
        case UInt8(ascii: "/") where beginsRegex(at: index): regex(hashes: 0)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        case _ where Self.isNamePart(byte): word()
        case _ where Self.isOperator(byte): operatorSymbol()
        case UInt8(ascii: "."):
            take(.symbol, count: run { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "<") })
        default:
            take(.symbol, count: 1)
            return byte
        }
        return 0
    }

    private func peek(_ distance: Int) -> UInt8 {
        index + distance < bytes.count ? bytes[index + distance] : 0
    }

    private func run(_ belongs: (UInt8) -> Bool) -> Int {
        var end = index
        while end < bytes.count, belongs(bytes[end]) { end += 1 }
        return end - index
    }

    private mutating func take(_ kind: SwiftToken.Kind, count: Int) {
        append(kind, String(decoding: bytes[index..<index + count], as: UTF8.self))
        index += count
    }

    private mutating func append(_ kind: SwiftToken.Kind, _ text: String) {
        tokens.append(
            SwiftToken(
                kind: kind, text: text, line: line, startsLine: isAtLineStart, isAttached: isAttached))
        (isAtLineStart, isAttached) = (false, true)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    private static func isOperator(_ byte: UInt8) -> Bool { "/=-+!*%<>&|^~?".utf8.contains(byte) }
}

extension SwiftLexer {
    private mutating func word() { take(.word, count: run(Self.isNamePart)) }

    private mutating func quotedName() {
        index += 1
        take(.word, count: run { $0 != UInt8(ascii: "`") })
        index += 1
    }

    private mutating func number() {
        var count = run(Self.isNamePart)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if peek(count) == UInt8(ascii: "."), digits.contains(peek(count + 1)) {
            count += 1
            while Self.isNamePart(peek(count)) { count += 1 }
        }
        take(.number, count: count)
    }

    /// An operator ends where a comment begins.
    private mutating func operatorSymbol() {
        var count = 1
        while Self.isOperator(peek(count)) {
            if peek(count) == UInt8(ascii: "/"), "/*".utf8.contains(peek(count + 1)) { break }
            count += 1
        }
        take(.symbol, count: count)
    }

    private mutating func hash() {
        let hashes = run { $0 == UInt8(ascii: "#") }
        switch peek(hashes) {
        case UInt8(ascii: "\""): text(hashes: hashes)
        case UInt8(ascii: "/"): regex(hashes: hashes)
        default:
            var count = hashes
            while Self.isNamePart(peek(count)) { count += 1 }
            take(.word, count: count)
        }
    }

    private mutating func lineComment() {
        let end = index + run { $0 != UInt8(ascii: "\n") }
        if isAtLineStart {
            comments[line] = SwiftComment(line: String(decoding: bytes[index..<end], as: UTF8.self))
        }
        index = end
    }

    private mutating func blockComment() {
        let isDocumentation = peek(2) == UInt8(ascii: "*") && peek(3) != UInt8(ascii: "/")
        var depth = 0
        let begin = index
        var covers = isAtLineStart
        repeat {
            switch (peek(0), peek(1)) {
            case (UInt8(ascii: "/"), UInt8(ascii: "*")): (depth, index) = (depth + 1, index + 2)
            case (UInt8(ascii: "*"), UInt8(ascii: "/")): (depth, index) = (depth - 1, index + 2)
            case (UInt8(ascii: "\n"), _):
                if covers { comments[line] = SwiftComment(isDocumentation: isDocumentation, text: "") }
                (line, index, covers) = (line + 1, index + 1, true)
            default: index += 1
            }
        } while depth > 0 && index < bytes.count
        let text = String(decoding: bytes[begin..<min(index, bytes.count)], as: UTF8.self)
        if covers { comments[line] = SwiftComment(isDocumentation: isDocumentation, text: text) }
    }
}

extension SwiftLexer {
    /// A text, raw when hashes surround it; what it interpolates becomes tokens.
    private mutating func text(hashes: Int) {
        append(.text, "")
        let quote = UInt8(ascii: "\"")
        index += hashes
        let isLong = peek(1) == quote && peek(2) == quote
        index += isLong ? 3 : 1
        while index < bytes.count {
            switch bytes[index] {
            case quote
            where (!isLong || (peek(1) == quote && peek(2) == quote)) && ends(isLong ? 3 : 1, hashes):
                index += (isLong ? 3 : 1) + hashes
                return
            case UInt8(ascii: "\\") where ends(1, hashes):
                index += 1 + hashes
                if peek(0) == UInt8(ascii: "(") { interpolation() } else { newlineOrByte() }
            default: newlineOrByte()
            }
        }
    }

    private mutating func newlineOrByte() {
        if peek(0) == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    /// Whether so many hashes follow at that distance.
    private func ends(_ distance: Int, _ hashes: Int) -> Bool {
        (0..<hashes).allSatisfy { peek(distance + $0) == UInt8(ascii: "#") }
    }

    private mutating func interpolation() {
        var depth = 0
        repeat {
            switch step() {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
        } while depth > 0 && index < bytes.count
    }

    /// Whether a `/` begins a literal: no operand precedes it, no space follows it, and another `/` is on its line.
    private func beginsRegex(at start: Int) -> Bool {
        guard start + 1 < bytes.count, bytes[start + 1] > UInt8(ascii: " ") else { return false }
        if let last = tokens.last {
            let operators: Set = ["return", "in", "case", "of", "try", "await", "else"]
            let closing: Set = [")", "]", "}", "?", "!", ">"]
            switch last.kind {
            case .word: if !operators.contains(last.text) { return false }
            case .symbol: if closing.contains(last.text) { return false }
            case .number, .text, .regex: return false
            }
        }
        return bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "/"))
    }

    private mutating func regex(hashes: Int) {
        append(.regex, "")
        index += hashes + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "/") where ends(1, hashes):
                index += 1 + hashes
                return
            case UInt8(ascii: "\\"): index += 2
            default: newlineOrByte()
            }
        }
    }
}
