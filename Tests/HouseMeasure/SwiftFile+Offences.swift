extension SwiftFile {
    /// Functions that are called with three arguments or more without a label, the kernels and operators apart.
    package var unlabelledFunctions: [Declaration] {
        functions.filter { $0.unlabelledCount >= 3 && !isKernel($0) && !$0.isOperator }
    }

    /// Types that are looked for in a file of their name and are not there.
    package var strayTypes: [Declaration] { topLevelTypes.filter { $0.name != name } }

    /// Initialisers whose comment has three words or fewer.
    package var terseInitialisers: [Declaration] {
        declarations.filter { declaration in
            guard declaration.kind == .initialiser, let text = declaration.documentation else { return false }
            return text.split(separator: " ").count <= 3
        }
    }

    /// Public and package declarations without a comment.
    package var undocumented: [Declaration] {
        declarations.filter { $0.isVisible && $0.kind != .import && $0.documentation == nil }
    }
}
