extension Store {
    /// Adds a dataset of files that are there and have the same columns.
    func addDataset(name: String, training: String, validation: String?) throws -> StoredDataset {
        try checkPair(training: training, validation: validation)
        let now = clock.now()
        let dataset = StoredDataset(
            id: newID(), name: name, createdAt: now, updatedAt: now, trainingFileID: training,
            validationFileID: validation)
        try keep(dataset)
        return dataset
    }

    /// The dataset of that id; throws 404 when there is none.
    func dataset(_ id: String) throws -> StoredDataset {
        guard let dataset = datasets[id] else { throw Refusal.absent("dataset", id: id) }
        return dataset
    }

    /// Every dataset, the newest first.
    func allDatasets() -> [StoredDataset] { datasets.values.sorted { $0.createdAt > $1.createdAt } }

    /// Changes what is not nil; the validation file is unset before it is set.
    func change(
        _ id: String, name: String?, training: String?, validation: String?, unsetValidation: Bool
    ) throws -> StoredDataset {
        var dataset = try dataset(id)
        if let name { dataset.name = name }
        if let training { dataset.trainingFileID = training }
        if unsetValidation { dataset.validationFileID = nil }
        if let validation { dataset.validationFileID = validation }
        try checkPair(training: dataset.trainingFileID, validation: dataset.validationFileID)
        dataset.updatedAt = clock.now()
        try keep(dataset)
        return dataset
    }

    /// Removes a dataset; throws 409 while a job uses it.
    func removeDataset(_ id: String) throws {
        _ = try dataset(id)
        if let user = jobs.values.first(where: { $0.plan.datasetID == id && $0.endedAt == nil }) {
            throw Refusal(409, message: "the job \(user.plan.name) uses this dataset")
        }
        try folder.remove(.datasets, id: id)
        datasets[id] = nil
    }

    /// The files a dataset is made of.
    func files(of dataset: StoredDataset) throws -> (training: StoredFile, validation: StoredFile?) {
        let validation = try dataset.validationFileID.map { try file($0) }
        return (try file(dataset.trainingFileID), validation)
    }

    private func keep(_ dataset: StoredDataset) throws {
        try folder.save(dataset, as: .datasets, id: dataset.id)
        datasets[dataset.id] = dataset
    }

    private func checkPair(training: String, validation: String?) throws {
        guard let first = files[training] else {
            throw Refusal.invalid("training_file_id: no such file: \(training)")
        }
        guard let validation else { return }
        guard let second = files[validation] else {
            throw Refusal.invalid("validation_file_id: no such file: \(validation)")
        }
        if first.columns.map(\.name) != second.columns.map(\.name) {
            throw Refusal.invalid("the validation file has other columns than the training file")
        }
    }
}
