/// Something wrong with a model folder: where, and what was seen.
public struct ModelDefect: Sendable, Hashable {
    /// The file, from the folder down; empty for the folder itself.
    public var path: String
    /// The tensor or the setting concerned.
    public var part: Part?
    /// The bytes concerned, from the front of the file.
    public var bytes: Range<Int>?
    /// What was seen.
    public var fault: ModelDefectKind

    /// A part of a file.
    public enum Part: Sendable, Hashable {
        case tensor(String)
        case setting(String)
    }

    /// A defect.
    public init(_ path: String, _ fault: ModelDefectKind, part: Part? = nil, bytes: Range<Int>? = nil) {
        self.path = path
        self.part = part
        self.bytes = bytes
        self.fault = fault
    }

    /// A defect of a tensor.
    init(_ path: String, tensor: String, _ fault: ModelDefectKind) {
        self.init(path, fault, part: .tensor(tensor))
    }

    /// A defect of a setting.
    init(_ path: String, setting: String, _ fault: ModelDefectKind) {
        self.init(path, fault, part: .setting(setting))
    }
}
