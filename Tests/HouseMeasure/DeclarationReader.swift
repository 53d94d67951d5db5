/// Finds the declarations in the tokens of a Swift source.
struct DeclarationReader {
    /// What a declaration is in.
    struct Context {
        var owners: [String] = []
        var isProtocol = false
        var isLocal = false
    }

    var declarations: [Declaration] = []
    let tokens: [SwiftToken]
    let comments: [Int: SwiftComment]
    var index = 0

    /// Reads the whole source.
    init(_ lexer: SwiftLexer) {
        (tokens, comments) = (lexer.tokens, lexer.comments)
        while index < tokens.count {
            members(in: Context())
            index += 1
        }
    }

    private static let types: Set = ["struct", "class", "enum", "actor", "protocol"]
    static let access: Set = ["public", "open", "package", "internal", "private", "fileprivate"]
    private static let modifiers: Set = [
        "static", "final", "mutating", "nonmutating", "override", "convenience", "required", "lazy", "weak",
        "unowned", "indirect", "nonisolated", "consuming", "borrowing", "isolated", "distributed", "dynamic",
        "optional", "prefix", "postfix", "infix",
    ]
    private static let keywords: Set = [
        "import", "extension", "func", "init", "deinit", "subscript", "var", "let", "case", "typealias",
        "associatedtype", "operator", "precedencegroup", "macro",
    ]

    /// What stands before the keyword of a declaration.
    struct Head {
        var line: Int
        var access = ""
        var attributes: [String] = []
    }

    var token: SwiftToken? { index < tokens.count ? tokens[index] : nil }

    /// Declarations up to the brace that closes them, which is left.
    mutating func members(in context: Context) {
        while let token, !token.isSymbol("}") {
            if token.isSymbol("{") {
                _ = block(level: 1, in: context)
            } else if token.kind == .word || token.isSymbol("@") {
                declaration(in: context)
            } else {
                index += 1
            }
        }
    }

    mutating func declaration(in context: Context) {
        let begin = index
        let head = head()
        guard let keyword = token, keyword.kind == .word else {
            index = max(index, begin + 1)
            return
        }
        index += 1
        switch keyword.text {
        case "import": importing(head, context)
        case _ where Self.types.contains(keyword.text): type(head, keyword.text, context)
        case "extension": type(head, "extension", context)
        case "func": function(.function, functionName(), head, context)
        case "init":
            if let mark = token, mark.isAttached, mark.isSymbol("?") || mark.isSymbol("!") { index += 1 }
            function(.initialiser, "init", head, context)
        case "subscript": function(.subscript, "subscript", head, context)
        case "var", "let": value(.property, head, context)
        case "case": value(.case, head, context)
        case "typealias", "associatedtype": value(.alias, head, context)
        case "deinit", "operator", "precedencegroup", "macro": _ = rest(of: context)
        case _ where keyword.text.hasPrefix("#"): skipLine(keyword.line)
        default: break
        }
    }

    /// Attributes, access and modifiers.
    private mutating func head() -> Head {
        var head = Head(line: token?.line ?? 0)
        while let token {
            if token.isSymbol("@") {
                index += 1
                head.attributes.append(attribute())
            } else if token.kind == .word, isModifier(token) {
                index += 1
                let arguments = attachedArguments()
                if Self.access.contains(token.text), arguments.isEmpty { head.access = token.text }
            } else {
                break
            }
        }
        return head
    }

    /// Whether a word precedes a declaration: `class` is a modifier before `func`, `optional` a name elsewhere.
    private func isModifier(_ token: SwiftToken) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        if token.text == "class" {
            return ["func", "var", "let", "subscript"].contains(next.text)
                || Self.modifiers.contains(next.text)
        }
        guard Self.access.contains(token.text) || Self.modifiers.contains(token.text) else { return false }
        return next.kind == .word || next.isSymbol("(") || next.isSymbol("@")
    }

    private mutating func attribute() -> String {
        guard let name = token else { return "" }
        index += 1
        return name.text + attachedArguments()
    }

    /// The arguments in parentheses right after a word, as one text; empty when there are none.
    private mutating func attachedArguments() -> String {
        guard let open = token, open.isSymbol("("), open.isAttached else { return "" }
        let begin = index
        skipBrackets()
        return tokens[begin..<index].map(\.text).joined()
    }

    mutating func skipLine(_ line: Int) {
        while let token, token.line == line { index += 1 }
    }

    /// From an opening bracket past the one that closes it.
    mutating func skipBrackets() {
        var depth = 0
        repeat {
            guard let token else { return }
            if token.kind == .symbol {
                if ["(", "[", "{"].contains(token.text) { depth += 1 }
                if [")", "]", "}"].contains(token.text) { depth -= 1 }
            }
            index += 1
        } while depth > 0
    }

    /// Whether a declaration begins here: the first word of a line, or an attribute.
    func beginsDeclaration(_ token: SwiftToken) -> Bool {
        guard token.startsLine else { return false }
        return token.isSymbol("@")
            || token.kind == .word
                && (Self.keywords.contains(token.text) || Self.types.contains(token.text)
                    || Self.access.contains(token.text) || Self.modifiers.contains(token.text)
                    || token.text.hasPrefix("#") && token.text != "#available")
    }
}
