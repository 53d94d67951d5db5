package import Foundation

/// One Swift source and what it declares.
package struct SwiftFile: Sendable {
    /// Where it is, from the package's folder: `Sources/TuneBytes/Files/FileInput.swift`.
    package let path: String
    /// The module it belongs to.
    package let module: String
    /// How many lines it has.
    package let lineCount: Int
    /// How many of them hold more than space.
    package let filledLineCount: Int
    /// How many lines are documentation.
    package let documentationLineCount: Int
    /// How many lines are other comments, and nothing else.
    package let commentLineCount: Int
    /// What it declares, in order.
    package let declarations: [Declaration]
    /// Every name it uses.
    package let words: Set<String>
    /// Whether it holds unsafe code: an expression marked so, or a type declared safe.
    package let holdsUnsafeCode: Bool

    /// Reads the source of a file of the package at `root`.
    package init(path: String, module: String, root: URL) throws {
        self.init(
            path: path, module: module,
            source: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }

    /// Reads a source.
    package init(path: String, module: String, source: String) {
        let lexer = SwiftLexer(source)
        self.path = path
        self.module = module
        lineCount = lexer.lineCount
        filledLineCount = lexer.filledLineCount
        documentationLineCount = lexer.comments.values.count(where: \.isDocumentation)
        commentLineCount = lexer.comments.count - documentationLineCount
        declarations = DeclarationReader(lexer).declarations
        words = Set(lexer.tokens.lazy.filter { $0.kind == .word }.map(\.text))
        holdsUnsafeCode = zip(lexer.tokens, lexer.tokens.dropFirst()).contains { token, next in
            token.isWord("unsafe") && !next.isSymbol(")") || token.isSymbol("@") && next.isWord("safe")
        }
    }

    /// The folder it is in.
    package var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// Its name without folder and `.swift`.
    package var name: String { String((path.split(separator: "/").last ?? "").dropLast(6)) }

    /// Whether a program wrote it: the tables of the estimator and of Unicode.
    package var isGenerated: Bool {
        path.hasSuffix("/UnicodeTables.swift")
            || path.contains("/EstimatorWeights+") && declarations.count < 10 && lineCount > 300
    }

    /// The modules it imports.
    package var imports: [String] { declarations.filter { $0.kind == .import }.map(\.name) }

    /// Functions and initialisers, local ones included.
    package var functions: [Declaration] { declarations.filter(\.isCallable) }

    /// Whether a function of it is a kernel: a loop over bytes that is written into its callers, in a file with unsafe
    /// code. Its arguments are machine words, and it has no callers but its neighbours.
    package func isKernel(_ function: Declaration) -> Bool { holdsUnsafeCode && function.isInlined }

    /// The types at its top that other files see.
    package var topLevelTypes: [Declaration] {
        declarations.filter { $0.kind == .type && $0.owners.isEmpty && !$0.isLocal && !$0.isPrivate }
    }
}
