public import TunePipeline
public import TuneServices
import TuneText

/// A job as the user words it: model and data set by name.
public struct JobDraft: Sendable {
    /// The base model, by name or id.
    public var model: String
    /// The data set, by name or id.
    public var dataset: String
    /// The prompt's column.
    public var prompt: String?
    /// The answer's column.
    public var answer: String
    /// The job's name; nil for one made of model and data set.
    public var name: String?
    /// How it trains.
    public var hyperparameters: Hyperparameters

    /// A job to be checked at a service before it is asked for.
    public init(
        model: String, dataset: String, prompt: String?, answer: String, name: String? = nil,
        hyperparameters: Hyperparameters
    ) {
        self.model = model
        self.dataset = dataset
        self.prompt = prompt
        self.answer = answer
        self.name = name
        self.hyperparameters = hyperparameters
    }

    /// A job ready to be asked for.
    public struct Resolved: Sendable {
        /// What is asked for.
        public var request: JobRequest
        /// The model's name.
        public var model: String
        /// The data set as the service knows it.
        public var dataset: Dataset
        /// Whether the service said which columns the data set has, and these are among them.
        public var areColumnsKnown: Bool
    }

    /// Checks everything that can be checked before money is spent: bounds here, names and columns at the service.
    public func resolved(at service: any FineTuningService) async throws(RunError) -> Resolved {
        try checkBounds(at: service)
        do {
            let models = try await service.baseModels()
            let model = try match(models)
            let dataset = try await self.dataset(at: service)
            let areColumnsKnown = try await checkColumns(of: dataset, at: service)
            let request = JobRequest(
                name: name ?? "\(dataset.name ?? dataset.id)-\(model.name)", baseModel: model.id,
                dataset: dataset.id, promptColumn: prompt, answerColumn: answer,
                hyperparameters: hyperparameters)
            return Resolved(
                request: request, model: model.name, dataset: dataset, areColumnsKnown: areColumnsKnown)
        } catch {
            throw RunError(error)
        }
    }

    private func checkBounds(at service: any FineTuningService) throws(RunError) {
        if prompt == answer { throw RunError("`\(answer)` cannot be both the prompt and the answer") }
        let defects = service.defects(in: hyperparameters)
        guard let first = defects.first else { return }
        throw RunError(first.message, help: defects.dropFirst().map(\.message))
    }

    private func match(_ models: [OfferedModel]) throws(RunError) -> OfferedModel {
        if let found = models.first(where: { $0.isNamed(model) }) { return found }
        let names = models.map(\.name)
        throw RunError(
            "the service offers no base model `\(model)`",
            help: NearMisses.help(for: model, in: names) + [
                names.isEmpty ? "it offers none at all" : "it offers \(names.joined(separator: ", "))"
            ])
    }

    private func dataset(at service: any FineTuningService) async throws -> Dataset {
        let all = try await service.datasets()
        if let found = all.first(where: { $0.id == dataset }) { return found }
        let named = all.filter { $0.name == dataset }
        if named.count == 1 { return named[0] }
        if named.count > 1 {
            throw RunError(
                "\(named.count) data sets are named `\(dataset)`",
                help: ["name one by its id: \(named.map(\.id).joined(separator: ", "))"])
        }
        // The list may be shorter than what is there.
        if ServiceID.isOne(dataset), let found = try? await service.dataset(dataset) { return found }
        let names = Set(all.flatMap { [$0.name, $0.id].compactMap { $0 } }).sorted()
        throw RunError(
            "there is no data set `\(dataset)`",
            help: NearMisses.help(for: dataset, in: names) + ["make one: `tuneprep upload FILE`"]
        )
    }

    /// The columns of a file; nil when the service does not say, or does not show the file.
    private func columns(of id: String, at service: any FineTuningService) async throws -> [String]? {
        do throws(ServiceError) {
            return try await service.file(id).columns
        } catch {
            if case .refused(let refusal) = error, [403, 404, 410].contains(refusal.status) { return nil }
            throw error
        }
    }

    /// A column that is not there would be paid for: the service trains on what it finds. False when it does not say
    /// which are there.
    private func checkColumns(of dataset: Dataset, at service: any FineTuningService) async throws -> Bool {
        guard let id = dataset.trainingFile, let columns = try await self.columns(of: id, at: service),
            !columns.isEmpty
        else { return false }
        for column in [prompt, answer].compactMap({ $0 }) where !columns.contains(column) {
            throw RunError(
                "the data set has no column `\(column)`",
                help: NearMisses.help(for: column, in: columns) + [
                    "its columns are \(columns.map { "`\($0)`" }.joined(separator: ", "))"
                ])
        }
        return true
    }
}
