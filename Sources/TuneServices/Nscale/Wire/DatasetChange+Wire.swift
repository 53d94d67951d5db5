internal import TuneBytes

extension DatasetChange {
    /// The change as Nscale takes it. `unset` is required; that it holds the keys to clear is inferred.
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
