/// Whether an adapter is what the record of its job says.
struct JobCheck {
    private let job: JobRecord

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
        func compare(_ what: String, _ key: String, _ fault: ModelDefectKind?) {
            compared.append(what)
            if let fault { contents.note(setting: key, of: name, fault) }
        }
        if let wanted = job.rank, let found = adapter.rank {
            compare("rank", "r", Self.fault(wanted != found, "\(wanted)", "\(found)"))
        }
        if let wanted = job.alpha, let found = adapter.alpha {
            compare("alpha", "lora_alpha", Self.fault(wanted != found, Self.shown(wanted), Self.shown(found)))
        }
        if let modules = job.modules, let found = trained(adapter, contents) {
            let wanted = Set(modules.isEmpty ? JobRecord.allLinear : modules)
            compare(
                "modules", "target_modules",
                Self.fault(wanted != found, Self.shown(wanted), Self.shown(found)))
        }
        if let wanted = job.baseModel, let found = adapter.baseModel {
            let fault =
                Self.isSameModel(wanted, found)
                ? nil : ModelDefectKind.otherBaseModel(job: wanted, model: found)
            compare("base model", "base_model_name_or_path", fault)
        }
    }

    private static func fault(_ isThere: Bool, _ job: String, _ model: String) -> ModelDefectKind? {
        isThere ? .jobDisagrees(job: job, model: model) : nil
    }

    /// The modules trained, by the last part of their names: as configured, or as the tensors show.
    private func trained(_ adapter: AdapterConfiguration, _ contents: ModelContents) -> Set<String>? {
        func last(_ name: String) -> String { String(name.split(separator: ".").last ?? "") }
        if case .names(let names) = adapter.targets { return Set(names.map(last)) }
        guard let file = contents.weights[ModelContents.adapterWeightsName] else { return nil }
        return Set(file.tensors.compactMap { LoraTensor($0.name).map { last($0.module) } })
    }

    private static func shown(_ number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    private static func shown(_ names: Set<String>) -> String { names.sorted().joined(separator: ", ") }

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
