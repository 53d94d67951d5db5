/// What of a data set is to be changed; nil leaves it.
public struct DatasetChange: Sendable, Equatable {
    /// The new name; nil leaves the old.
    public var name: String?
    /// The new training file's id.
    public var trainingFile: String?
    /// The new validation file's id.
    public var validationFile: String?
    /// Whether the data set is to have no validation file any more.
    public var dropsValidation: Bool

    /// A change of what is given here; all else is left.
    public init(
        name: String? = nil, trainingFile: String? = nil, validationFile: String? = nil,
        dropsValidation: Bool = false
    ) {
        self.name = name
        self.trainingFile = trainingFile
        self.validationFile = validationFile
        self.dropsValidation = dropsValidation
    }
}
