/// Whether an adapter is what the record of its job says.
struct JobCheck {
    private let contents: ModelContents
    private let path: String

    init(_ contents: ModelContents) {
        self.contents = contents
        path = contents.root + ModelContents.adapterConfigurationName
    }

    /// What the job's record and the adapter's configuration say differently.
    func defects(_ job: JobRecord) -> [ModelDefect] {
        guard let settings = contents.settings[ModelContents.adapterConfigurationName] else { return [] }
        let adapter = AdapterConfiguration(settings)
        var defects: [ModelDefect] = []
        func note(_ key: String, _ fault: ModelFault) {
            defects.append(ModelDefect(path, setting: key, fault))
        }
        if let wanted = job.rank, let found = adapter.rank, wanted != found {
            note("r", .jobDisagrees(job: "\(wanted)", model: "\(found)"))
        }
        if let wanted = job.alpha, let found = adapter.alpha, wanted != found {
            note("lora_alpha", .jobDisagrees(job: Self.shown(wanted), model: Self.shown(found)))
        }
        if let modules = job.modules, let found = trained(adapter) {
            let wanted = Set(modules.isEmpty ? JobRecord.allLinear : modules)
            if wanted != found {
                note("target_modules", .jobDisagrees(job: Self.shown(wanted), model: Self.shown(found)))
            }
        }
        if let wanted = job.baseModel, let found = adapter.baseModel, !Self.isSameModel(wanted, found) {
            note("base_model_name_or_path", .otherBaseModel(job: wanted, model: found))
        }
        return defects
    }

    /// The modules trained, by the last part of their names: as configured, or as the tensors show.
    private func trained(_ adapter: AdapterConfiguration) -> Set<String>? {
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
