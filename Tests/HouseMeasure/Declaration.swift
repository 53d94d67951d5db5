/// One declaration of a Swift source, as far as it is measured.
package struct Declaration: Sendable {
    /// What kinds there are.
    package enum Kind: Sendable {
        /// A structure, class, enumeration, actor or protocol.
        case type
        /// More of a type.
        case `extension`
        /// A function, or what protocols require of one.
        case function
        /// An initialiser.
        case initialiser
        /// A subscript.
        case `subscript`
        /// A constant or variable.
        case property
        /// A case of an enumeration; several on one line are one declaration.
        case `case`
        /// A type alias or an associated type.
        case alias
        /// An import; its name is the module's.
        case `import`
    }

    /// What it declares.
    package let kind: Kind
    /// Its name without arguments; an extension has the name of what it extends, an initialiser `init`.
    package let name: String
    /// The names of the types around it, from outside in.
    package let owners: [String]
    /// Whether it is in a function's body.
    package let isLocal: Bool
    /// Whether a protocol requires it.
    package let isRequirement: Bool
    /// The access it says, empty when it says none.
    package let access: String
    /// The names of its attributes with their arguments, such as `inline(__always)`.
    package let attributes: [String]
    /// The line it begins on, counted from 1, its attributes included.
    package let line: Int
    /// The comment that documents it, its lines joined; nil when there is none.
    package let documentation: String?
    /// The parameters of a function, initialiser or subscript.
    package internal(set) var parameters: [Parameter] = []
    /// The lines between the braces of its body, 1 when it opens and closes on one line; nil without a body.
    package internal(set) var bodyLines: Int?
    /// How deep blocks are nested in its body: 0 when there is none in it. Closures are blocks.
    package internal(set) var nesting = 0

    /// Whether other modules see it.
    package var isVisible: Bool { ["public", "open", "package"].contains(access) }

    /// Whether no other file sees it.
    package var isPrivate: Bool { ["private", "fileprivate"].contains(access) }

    /// Whether it is called with arguments in parentheses.
    package var isCallable: Bool { kind == .function || kind == .initialiser }

    /// Whether its name is made of symbols: operators have no labels.
    package var isOperator: Bool {
        kind == .function && !name.contains { $0.isLetter || $0 == "_" }
    }

    /// Whether it asks to be written into its callers, as the loops over bytes do.
    package var isInlined: Bool { attributes.contains("inline(__always)") }

    /// How many of its parameters are given without a label.
    package var unlabelledCount: Int { parameters.count { $0.label == nil } }

    /// Its name with the types around it, and with its labels when it is called.
    package var signature: String {
        let path = (owners + [name]).joined(separator: ".")
        guard isCallable || kind == .subscript else { return path }
        return path + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
    }
}
