internal import TuneBytes

extension JobRequest {
    /// The request as Nscale takes it; a dry run is only quoted.
    func wire(isDryRun: Bool) -> JSON {
        var columns: [JSON.Member] = [("id", .text(dataset))]
        if let promptColumn { columns.append(("prompt_column", .text(promptColumn))) }
        columns.append(("answer_column", .text(answerColumn)))
        return .object([
            ("name", .text(name)), ("base_model_id", .text(baseModel)),
            ("dry_run", .boolean(isDryRun)), ("dataset", .object(columns)),
            ("hyperparameters", hyperparameters.wire),
        ])
    }
}
