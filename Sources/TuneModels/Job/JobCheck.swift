/// Whether an adapter is what the record of its job says.
struct JobCheck {
    private let job: JobRecord

    /// Checks adapters against this record.
    init(_ job: JobRecord) {
        self.job = job
    }

    /// Notes what the job's record and the adapter's configuration say differently, and in what they were compared.
    func run(on contents: inout ModelContents) {
        let name = ModelContents.adapterConfigurationName
        var compared: [String] = []
        defer { contents.comparedWithJob = compared }
        guard let settings = contents.settings[name] else { return }
        let adapter = AdapterConfiguration(settings)
        func note(_ what: String, setting key: String, defect: ModelDefect.Kind?) {
            compared.append(what)
            if let defect { contents.note(defect, setting: key, of: name) }
        }
        if let wanted = job.rank, let found = adapter.rank {
            note("rank", setting: "r", defect: Self.difference(job: wanted, model: found) { "\($0)" })
        }
        if let wanted = job.alpha, let found = adapter.alpha {
            note(
                "alpha", setting: "lora_alpha",
                defect: Self.difference(job: wanted, model: found, Self.withoutZeros))
        }
        if let modules = job.modules, let found = trainedModules(of: adapter, in: contents) {
            let wanted = Set(modules.isEmpty ? JobRecord.allLinear : modules)
            note(
                "modules", setting: "target_modules",
                defect: Self.difference(job: wanted, model: found, Self.commaSeparated))
        }
        if let wanted = job.baseModel, let found = adapter.baseModel {
            note(
                "base model", setting: "base_model_name_or_path",
                defect: Self.isSameModel(wanted, found) ? nil : .otherBaseModel(job: wanted, model: found))
        }
    }

    /// The defect where the job's record and the model differ, with the words of each; nil where they agree.
    private static func difference<Value: Equatable>(
        job: Value, model: Value, _ words: (Value) -> String
    ) -> ModelDefect.Kind? {
        job == model ? nil : .jobDisagrees(job: words(job), model: words(model))
    }

    /// The modules trained, by the last part of their names: as configured, or as the tensors show.
    private func trainedModules(
        of adapter: AdapterConfiguration, in contents: ModelContents
    ) -> Set<String>? {
        func last(_ name: String) -> String { String(name.split(separator: ".").last ?? "") }
        if case .names(let names) = adapter.targets { return Set(names.map(last)) }
        guard let file = contents.weights[ModelContents.adapterWeightsName] else { return nil }
        return Set(file.tensors.compactMap { LoraTensor($0.name).map { last($0.module) } })
    }

    /// A whole number without its decimals.
    private static func withoutZeros(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    private static func commaSeparated(_ names: Set<String>) -> String {
        names.sorted().joined(separator: ", ")
    }

    /// Providers name a model with or without its maker, and Llama with or without `Meta`.
    private static func isSameModel(_ one: String, _ other: String) -> Bool {
        func folded(_ name: String) -> String {
            let last =
                name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? name
            let letters = last.lowercased().filter { $0.isLetter || $0.isNumber }
            return letters.hasPrefix("meta") ? String(letters.dropFirst(4)) : letters
        }
        return folded(one) == folded(other)
    }
}
