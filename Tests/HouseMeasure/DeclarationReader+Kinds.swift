extension DeclarationReader {
    mutating func importing(_ head: Head, _ context: Context) {
        guard var module = token else { return }
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        if kinds.contains(module.text), index + 1 < tokens.count {
            index += 1
            module = tokens[index]
        }
        add(.import, module.text, head, context)
        skipLine(module.line)
    }

    mutating func type(_ head: Head, _ keyword: String, _ context: Context) {
        var name: [String] = []
        while let word = token, word.kind == .word {
            name.append(word.text)
            index += 1
            guard let dot = token, dot.isSymbol(".") else { break }
            index += 1
        }
        add(keyword == "extension" ? .extension : .type, name.joined(separator: "."), head, context)
        while let token, !token.isSymbol("{") {
            if token.isSymbol("(") || token.isSymbol("[") { skipBrackets() } else { index += 1 }
        }
        index += 1
        members(
            in: Context(
                owners: context.owners + name, isProtocol: keyword == "protocol", isLocal: context.isLocal))
        index += 1
    }

    mutating func functionName() -> String {
        var name = ""
        while let token, !token.isSymbol("("), name.isEmpty || token.kind == .symbol && token.isAttached {
            if token.isSymbol("<"), !name.isEmpty { break }
            name += token.text
            index += 1
        }
        return name
    }

    mutating func function(
        _ kind: Declaration.Kind, _ name: String, _ head: Head, _ context: Context
    ) {
        while let token, !token.isSymbol("("), !token.isSymbol("{") { index += 1 }
        let parameters = parameters(areSubscripts: kind == .subscript)
        let place = declarations.count
        add(kind, name, head, context)
        declarations[place].parameters = parameters
        var inside = context
        inside.isLocal = true
        let (lines, nesting) = rest(of: context, inside: inside, isBodyLast: true)
        declarations[place].bodyLines = lines
        declarations[place].nesting = nesting
    }

    /// The parameters between parentheses.
    mutating func parameters(areSubscripts: Bool) -> [Parameter] {
        guard let token, token.isSymbol("(") else { return [] }
        let begin = index + 1
        skipBrackets()
        var found: [Parameter] = []
        var names: [String] = []
        var (depth, isNaming) = (0, true)
        for token in tokens[begin..<max(begin, index - 1)] {
            if token.kind == .symbol, token.text != "->" {
                depth += token.text.count { "([{<".contains($0) } - token.text.count { ")]}>".contains($0) }
                if depth == 0, token.text == ":", isNaming {
                    isNaming = false
                    found.append(Self.parameter(names, isSubscript: areSubscripts))
                } else if depth == 0, token.text == "," {
                    (names, isNaming) = ([], true)
                }
            } else if depth == 0, isNaming, token.kind == .word {
                names.append(token.text)
            }
        }
        return found
    }

    private static func parameter(_ names: [String], isSubscript: Bool) -> Parameter {
        let names = names.suffix(2)
        let first = names.first ?? "_"
        let isUnlabelled = first == "_" || isSubscript && names.count == 1
        return Parameter(label: isUnlabelled ? nil : first, name: names.last ?? "_")
    }

    mutating func value(_ kind: Declaration.Kind, _ head: Head, _ context: Context) {
        add(kind, token?.kind == .word ? token?.text ?? "_" : "_", head, context)
        let place = declarations.count - 1
        var inside = context
        inside.isLocal = true
        declarations[place].bodyLines = rest(of: context, inside: inside, isBodyLast: false).lines
    }

    mutating func rest(of context: Context) -> (lines: Int?, nesting: Int) {
        var inside = context
        inside.isLocal = true
        return rest(of: context, inside: inside, isBodyLast: true)
    }

    /// Takes the rest of a declaration, up to the next one or to the brace that closes what it is in; with a body that
    /// comes last, no further than this.
    mutating func rest(
        of context: Context, inside: Context, isBodyLast: Bool
    ) -> (lines: Int?, nesting: Int) {
        var found: (lines: Int?, nesting: Int) = (nil, 0)
        let begin = index
        while let token {
            if token.isSymbol("}") || token.isSymbol(";") { break }
            if index > begin, beginsDeclaration(token) { break }
            if token.isSymbol("{") {
                let nesting = block(level: 0, in: inside)
                let last = tokens[min(index, tokens.count) - 1].line
                found = (last == token.line ? 1 : max(1, last - token.line - 1), nesting)
                if isBodyLast { break }
            } else if token.isSymbol("(") || token.isSymbol("[") {
                skipBrackets()
            } else {
                index += 1
            }
        }
        return found
    }

    /// Takes a block with its braces; returns the level of the deepest block in it, its own level when it holds none.
    mutating func block(level: Int, in context: Context) -> Int {
        index += 1
        var deepest = level
        while let token, !token.isSymbol("}") {
            if token.isSymbol("{") {
                deepest = max(deepest, block(level: level + 1, in: context))
            } else if isLocalDeclaration(token) {
                declaration(in: context)
            } else {
                index += 1
            }
        }
        index += 1
        return deepest
    }

    func isLocalDeclaration(_ token: SwiftToken) -> Bool {
        guard token.kind == .word, index + 1 < tokens.count, tokens[index + 1].kind == .word else {
            return false
        }
        if index > 0, tokens[index - 1].isSymbol(".") { return false }
        return ["func", "struct", "enum", "class"].contains(token.text)
    }

    mutating func add(
        _ kind: Declaration.Kind, _ name: String, _ head: Head, _ context: Context
    ) {
        declarations.append(
            Declaration(
                kind: kind, name: name, owners: context.owners, isLocal: context.isLocal,
                isRequirement: context.isProtocol, access: head.access, attributes: head.attributes,
                line: head.line, documentation: documentation(above: head.line)))
    }

    /// The comment right above a line; other comments between do no harm.
    func documentation(above line: Int) -> String? {
        var line = line - 1
        var lines: [String] = []
        while let comment = comments[line] {
            if comment.isDocumentation { lines.append(comment.text) }
            line -= 1
        }
        return lines.isEmpty ? nil : lines.reversed().joined(separator: " ")
    }
}
