/// A data set at the service: a training file and, if there is one, a validation file.
public struct Dataset: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String?
    /// When it was made, in the service's spelling.
    public var createdAt: String?
    /// The bytes of its files.
    public var bytes: Int?
    /// The training file's id.
    public var trainingFile: String?
    /// The validation file's id.
    public var validationFile: String?
}
