extension House {
    /// One thing that is not as it should be.
    package struct Offence: Sendable, CustomStringConvertible {
        /// The file, from the package's folder.
        package let path: String
        /// The line, counted from 1; nil when it is about the file.
        package let line: Int?
        /// What it is about: a signature, a name, a number.
        package let what: String

        package var description: String { path + (line.map { ":\($0)" } ?? "") + " " + what }
    }

    /// Functions with three parameters or more without a label.
    package var unlabelledFunctions: [Offence] { offences(\.unlabelledFunctions) }

    /// Types at the top of a file of another name.
    package var strayTypes: [Offence] { offences(\.strayTypes) }

    /// Initialisers whose comment has three words or fewer.
    package var terseInitialisers: [Offence] { offences(\.terseInitialisers) }

    /// Public and package declarations without a comment.
    package var undocumented: [Offence] { offences(\.undocumented) }

    /// Files of more than 300 lines.
    package var longFiles: [Offence] {
        written.filter { $0.lineCount > 300 }
            .map { Offence(path: $0.path, line: nil, what: "\($0.lineCount) lines") }
    }

    /// Names that two types at the top of a file bear.
    package var namesGivenTwice: [String: [Offence]] {
        let types = written.flatMap { file in
            file.topLevelTypes.map { Offence(path: file.path, line: $0.line, what: $0.name) }
        }
        return Dictionary(grouping: types, by: \.what).filter { $0.value.count > 1 }
    }

    /// Folders with more than twenty Swift files in them, those in folders below apart, and how many there are.
    package var fullFolders: [String: Int] {
        Dictionary(grouping: files, by: \.folder).mapValues(\.count).filter { $0.value > 20 }
    }

    private func offences(_ found: (SwiftFile) -> [Declaration]) -> [Offence] {
        written.flatMap { file in
            found(file).map { Offence(path: file.path, line: $0.line, what: $0.signature) }
        }
    }
}
