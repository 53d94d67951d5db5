import TuneBytes

/// What has been read of a model folder, before it is judged as a whole.
struct ModelContents {
    /// The folder that holds the model, ended by `/`; empty when it is the folder itself.
    let root: String
    /// The names of the files in that folder.
    let names: Set<String>
    private let sizes: [String: Int]

    /// Every file read so far.
    var files: [ModelFile] = []
    var defects = ModelDefectList()
    /// The bytes of all safetensors headers so far.
    private(set) var headerBytes = 0
    /// What the job's record was compared in; nil without one.
    var comparedWithJob: [String]?
    private var appleDoubles: (first: String, count: Int)?
    /// The sound safetensors files of that folder, by name.
    private(set) var weights: [String: SafetensorsFile] = [:]
    private var hasSeenWeights = true
    /// What the JSON files of that folder say, by name, as far as it was kept.
    var settings: [String: JSON] = [:]
    /// The index of the shards; nil when there is none, or it is none.
    var index: ShardIndex?

    /// Nothing read yet of a folder with these entries, in which the model is at `root`.
    init(root: String, entries: [FolderEntry]) {
        self.root = root
        var sizes: [String: Int] = [:]
        for entry in entries where entry.kind == .file {
            guard let name = entry.path.name(in: root), !name.utf8.starts(with: "._".utf8) else { continue }
            sizes[name] = entry.size
        }
        self.sizes = sizes
        names = Set(sizes.keys)
    }

    static let configurationName = "config.json"
    static let adapterConfigurationName = "adapter_config.json"
    static let adapterWeightsName = "adapter_model.safetensors"
    static let weightsName = "model.safetensors"
    private static let namesShown = 20

    /// The size in bytes of a file of that folder; nil when it is not there.
    func size(of name: String) -> Int? { sizes[name] }

    /// What kind of model the names of the files promise.
    var kind: ModelReport.Kind { ModelReport.Kind(ofFolderWith: names) }

    /// Notes a defect of the file at `path`, from the folder down; of the folder itself when that is empty.
    mutating func note(_ kind: ModelDefect.Kind, in path: String) {
        defects.append(ModelDefect(kind, in: path))
    }

    /// Notes a setting of one of the model's own files.
    mutating func note(_ kind: ModelDefect.Kind, setting key: String, of name: String) {
        defects.append(ModelDefect(kind, in: root + name, setting: key))
    }

    /// Counts a file of macOS; they are one defect together.
    mutating func noteAppleDouble(_ path: String) {
        appleDoubles = (appleDoubles?.first ?? path, (appleDoubles?.count ?? 0) + 1)
    }

    /// Notes the files of macOS that were counted.
    mutating func closeCounts() {
        if let (first, count) = appleDoubles { note(.appleDouble(files: count), in: first) }
    }

    /// Takes what a scan says of the file at `path`, the last one noted.
    mutating func take(_ survey: SafetensorsSurvey, of path: String) {
        for defect in survey.defects {
            defects.append(
                ModelDefect(
                    .weights(defect), in: path, part: defect.tensor.map { .tensor($0) }, bytes: defect.bytes))
        }
        defects.drop(survey.moreDefects, of: path)
        headerBytes = headerBytes.clampedSum(survey.headerLength)
        guard let file = survey.file else { return }
        hasSeenWeights = hasSeenWeights && survey.hasSeenWeights
        files[files.count - 1].types = TypeTally.tallies(of: file.tensors)
        if let name = path.name(in: root) { weights[name] = file }
        for tensor in file.tensors where !tensor.nonFinite.isEmpty {
            defects.append(
                ModelDefect(
                    .nonFinite(tensor.nonFinite, of: tensor.parameters), in: path, part: .tensor(tensor.name),
                    bytes: tensor.bytes))
        }
    }

    /// Notes settings that have code loaded.
    mutating func findRemoteCode() {
        for (name, setting) in settings.sorted(by: { $0.key < $1.key }) {
            for key in SettingsSkim.remoteCode {
                guard let value = setting[key], !value.keys.isEmpty || value.text != nil else { continue }
                let names =
                    value.text.map { [$0] }
                    ?? value.keys.prefix(Self.namesShown).map { value[$0]?.text ?? $0 }
                defects.append(ModelDefect(.remoteCode(names), in: root + name, setting: key))
            }
        }
    }

    /// True when a file says how text becomes tokens.
    var hasTokenizer: Bool {
        let known: Set<String> = [
            "tokenizer.json", "tokenizer.model", "vocab.json", "tekken.json", "tiktoken.model",
            "spiece.model",
            "vocab.txt",
        ]
        return names.contains {
            known.contains($0) || $0.hasSuffix(".tiktoken") || $0.hasPrefix("tokenizer.model")
        }
    }

    private var hasChatTemplate: Bool {
        names.contains { $0 == "chat_template.jinja" || $0 == "chat_template.json" }
            || settings["tokenizer_config.json"]?[SettingsSkim.template]?.boolean == true
    }

    /// What has been read and found.
    func report(isInterrupted: Bool = false) -> ModelReport {
        ModelReport(
            kind: kind, root: String(root.dropLast()), files: files,
            types: TypeTally.sum(files.flatMap { $0.types ?? [] }), defects: defects.all,
            configuration: settings[Self.configurationName].map(ModelConfiguration.init),
            adapter: settings[Self.adapterConfigurationName].map(AdapterConfiguration.init),
            hasTokenizer: hasTokenizer, hasChatTemplate: hasChatTemplate, hasSeenWeights: hasSeenWeights,
            comparedWithJob: comparedWithJob, isInterrupted: isInterrupted)
    }
}
