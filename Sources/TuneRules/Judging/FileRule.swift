/// Judges a file as a whole, when all of it has been read.
public protocol FileRule: Rule {
    /// Reports what is wrong with the file.
    func check(_ file: FileFacts, _ report: inout FileReport)
}

extension FileRule {
    /// The rule as one that judges files.
    public var kind: RuleKind { .file(self) }
}
