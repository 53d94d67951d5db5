/// The arithmetic of a job's price: the service's rule, with a made-up price and a made-up count of tokens.
enum Quote {
    /// Tokens of a text: a quarter of its bytes in UTF-8, rounded up.
    static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }

    /// Tokens of the named columns of a table, row by row.
    static func tokens(_ table: CSVTable, columns: [String]) -> Int {
        let indices = columns.compactMap { name in table.columns.firstIndex { $0.name == name } }
        return table.rows.reduce(0) { sum, row in indices.reduce(sum) { $0 + tokens(row[$1]) } }
    }

    /// What a job costs: epochs times training tokens and evaluations times validation tokens, at least $2.
    ///
    /// Without a validation file a hundredth of the rows is set apart and evaluated once.
    static func usage(
        training: CSVTable, validation: CSVTable?, columns: [String], plan: Hyperparameters,
        pricePerMillion: Double
    ) -> Usage {
        let all = tokens(training, columns: columns)
        let apart = validation == nil ? all / 100 : 0
        let held = validation.map { tokens($0, columns: columns) } ?? apart
        let evaluations = validation == nil ? 1 : plan.evaluations
        let billed = plan.epochs * (all - apart) + evaluations * held
        let batches = (training.rows.count + plan.batchSize - 1) / plan.batchSize
        return Usage(
            rows: training.rows.count, trainingTokens: all - apart, validationTokens: held,
            billedTokens: billed, cost: max(2, Double(billed) * pricePerMillion / 1e6),
            steps: plan.epochs * batches, hasValidationFile: validation != nil)
    }
}
