extension House {
    /// Imports of modules of the house that serve only for showing a number or a word, such as commas in a number.
    ///
    /// Such an import is used for a free function or a member of Swift's own numbers and texts, and for no other name
    /// that its module alone shows. TuneText is there for showing.
    package var importsForShowing: [Offence] {
        let modules = Dictionary(grouping: files, by: \.module).mapValues(Names.init)
        return doubtfulImports(modules).filter { file, declaration in
            modules[declaration.name]?.showing.isDisjoint(with: file.words) == false
        }.map(Self.offence)
    }

    /// Imports of modules of the house that nothing in the file names for sure: all that it uses of the module, if it
    /// uses it at all, are members whose names others declare too.
    private func doubtfulImports(_ modules: [String: Names]) -> [(SwiftFile, Declaration)] {
        written.flatMap { file in
            file.declarations.filter { $0.kind == .import }.compactMap { declaration in
                guard let module = modules[declaration.name], declaration.name != "TuneText" else {
                    return nil
                }
                var used = module.seen.intersection(file.words).subtracting(module.showing)
                used.subtract(modules[file.module]?.declared ?? [])
                for (name, other) in modules where name != declaration.name { used.subtract(other.seen) }
                return used.isEmpty ? (file, declaration) : nil
            }
        }
    }

    private static func offence(_ file: SwiftFile, _ declaration: Declaration) -> Offence {
        Offence(path: file.path, line: declaration.line, what: "import \(declaration.name)")
    }
}

/// The names that the files of a module declare.
private struct Names {
    /// All of them.
    var declared: Set<String> = []
    /// Those that other modules see.
    var seen: Set<String> = []
    /// Those among them that are free functions or members of Swift's numbers and texts.
    var showing: Set<String> = []

    init(_ files: [SwiftFile]) {
        let own = Set(files.flatMap(\.topLevelTypes).map(\.name))
        for declaration in files.flatMap(\.declarations) where !declaration.isLocal {
            switch declaration.kind {
            case .import, .extension, .initialiser, .subscript: continue
            case .type, .function, .property, .alias, .case: break
            }
            declared.insert(declaration.name)
            let isSeen = declaration.isVisible || declaration.isRequirement || declaration.kind == .case
            if isSeen { seen.insert(declaration.name) }
            if isSeen, declaration.kind == .function || declaration.kind == .property,
                declaration.owners.isEmpty || Self.isOfSwift(declaration.owners, own)
            {
                showing.insert(declaration.name)
            }
        }
    }

    private static func isOfSwift(_ owners: [String], _ own: Set<String>) -> Bool {
        let shown: Set = [
            "BinaryInteger", "Int", "Int64", "UInt64", "Double", "String", "Substring", "StringProtocol",
            "Character",
        ]
        return owners.count == 1 && shown.contains(owners[0]) && !own.contains(owners[0])
    }
}
