import TuneBytes

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

    /// Reads a data set; nil without an id.
    init?(_ answer: JSON) {
        let value = answer["dataset"].flatMap { $0.members.isEmpty ? nil : $0 } ?? answer
        guard let id = value["id"]?.spelling else { return nil }
        self.id = id
        name = value["name"]?.spelling
        createdAt = value["created_at"]?.spelling
        bytes = value["total_bytes"]?.wholeNumber
        trainingFile = (value["training_file_id"] ?? value["training_file"]?["id"])?.spelling
        validationFile = (value["validation_file_id"] ?? value["validation_file"]?["id"])?.spelling
    }
}

/// A data set to be made.
public struct DatasetRequest: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The training file's id.
    public var trainingFile: String
    /// The validation file's id.
    public var validationFile: String?

    /// A data set of these files.
    public init(name: String, trainingFile: String, validationFile: String? = nil) {
        self.name = name
        self.trainingFile = trainingFile
        self.validationFile = validationFile
    }

    var wire: JSON {
        var members: [JSON.Member] = [
            ("name", .text(name)), ("training_file_id", .text(trainingFile)),
        ]
        if let validationFile { members.append(("validation_file_id", .text(validationFile))) }
        return .object(members)
    }

    /// Whether `dataset` is what was asked for.
    func isMet(by dataset: Dataset) -> Bool {
        dataset.name == name && dataset.trainingFile == trainingFile
            && dataset.validationFile == validationFile
    }
}

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
