internal import TuneBytes

/// What of a data set is to be changed; nil leaves it.
public struct DatasetChange: Sendable, Equatable {
    /// The new name.
    public var name: String?
    /// The new training file's id.
    public var trainingFile: String?
    /// The new validation file's id.
    public var validationFile: String?
    /// Whether the data set is to have no validation file any more.
    public var dropsValidation: Bool

    /// A change.
    public init(
        name: String? = nil, trainingFile: String? = nil, validationFile: String? = nil,
        dropsValidation: Bool = false
    ) {
        self.name = name
        self.trainingFile = trainingFile
        self.validationFile = validationFile
        self.dropsValidation = dropsValidation
    }

    /// `unset` is required; that it holds the keys to clear is inferred.
    var wire: JSON {
        let unset: [JSON.Member] = dropsValidation ? [("validation_file_id", .boolean(true))] : []
        let set = [
            ("name", name), ("training_file_id", trainingFile), ("validation_file_id", validationFile),
        ]
        return .object(
            [("unset", .object(unset))]
                + set.compactMap { key, text in text.map { (key, .text($0)) } })
    }
}
