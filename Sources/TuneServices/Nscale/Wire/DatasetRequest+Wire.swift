internal import TuneBytes

extension DatasetRequest {
    /// The request as Nscale takes it.
    var wire: JSON {
        var members: [JSON.Member] = [
            ("name", .text(name)), ("training_file_id", .text(trainingFile)),
        ]
        if let validationFile { members.append(("validation_file_id", .text(validationFile))) }
        return .object(members)
    }
}
