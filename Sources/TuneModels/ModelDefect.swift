/// Something wrong with a model folder: where, and what was seen.
public struct ModelDefect: Sendable, Hashable {
    /// The file, from the folder down; empty for the folder itself.
    public var path: String
    /// The tensor or the setting concerned.
    public var part: Part?
    /// The bytes concerned, from the front of the file.
    public var bytes: Range<Int>?
    /// What was seen.
    public var kind: Kind

    /// A part of a file, by its name.
    public enum Part: Sendable, Hashable {
        case tensor(String)
        case setting(String)
    }

    /// A defect of the file at `path`, from the folder down, or of the folder itself when that is empty. `bytes` counts
    /// from the front of the file.
    public init(_ kind: Kind, in path: String, part: Part? = nil, bytes: Range<Int>? = nil) {
        self.path = path
        self.part = part
        self.bytes = bytes
        self.kind = kind
    }

    /// A defect of one tensor of a file.
    init(_ kind: Kind, in path: String, tensor: String) {
        self.init(kind, in: path, part: .tensor(tensor))
    }

    /// A defect of one setting of a file.
    init(_ kind: Kind, in path: String, setting: String) {
        self.init(kind, in: path, part: .setting(setting))
    }
}
