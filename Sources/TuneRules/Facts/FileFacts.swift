/// What is known of a file when all of it has been read: what was known when it was opened, and what was counted.
@dynamicMemberLookup
public struct FileFacts: Sendable {
    /// What was known when the file was opened.
    public let opened: OpenedFile
    /// What was counted while it was read.
    public let counts: FileCounts

    /// What was known when the file was opened, with what was counted since.
    public init(_ opened: OpenedFile, _ counts: FileCounts) {
        self.opened = opened
        self.counts = counts
    }

    /// A part of what was known when the file was opened.
    public subscript<Value>(dynamicMember member: KeyPath<OpenedFile, Value>) -> Value {
        opened[keyPath: member]
    }

    /// A part of what was counted.
    public subscript<Value>(dynamicMember member: KeyPath<FileCounts, Value>) -> Value {
        counts[keyPath: member]
    }
}
