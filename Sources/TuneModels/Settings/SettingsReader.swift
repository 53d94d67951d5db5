import TuneBytes

/// Reads the JSON files of a model's own folder, as far as the checks want them.
struct SettingsReader {
    let folder: String

    /// The most bytes of settings that are held, of those and an index that are read once, and of a tokenizer.
    private static let heldLimit = 1 << 20
    private static let skimLimit = 16 << 20
    private static let tokenizerLimit = 48 << 20
    private static let hugeLimit = 256 << 20

    /// Those that are held whole.
    private static let held: Set<String> = [
        ModelContents.configurationName, ModelContents.adapterConfigurationName,
    ]

    /// Those that are read past: whether they are JSON is all that is asked.
    private static let tokenizers: Set<String> = ["tokenizer.json", "vocab.json", "tekken.json"]

    /// Settings that loaders read, beside those whose name ends with `config.json`. Others, such as a trainer's
    /// state, may be what they like.
    private static let skimmed: Set<String> = [
        "special_tokens_map.json", "added_tokens.json", "chat_template.json",
    ]

    private enum Kind { case held, skimmed, index, tokenizer }

    private static func kind(of name: String) -> Kind? {
        if held.contains(name) { return .held }
        if tokenizers.contains(name) { return .tokenizer }
        if name == ShardIndex.fileName { return .index }
        return skimmed.contains(name) || name.hasSuffix("config.json") ? .skimmed : nil
    }

    /// Reads a file when it is one that loaders read.
    func read(_ name: String, into contents: inout ModelContents) {
        guard let kind = Self.kind(of: name), let size = contents.size(of: name) else { return }
        let path = contents.root + name
        let limit =
            switch kind {
            case .held: Self.heldLimit
            case .skimmed, .index: Self.skimLimit
            case .tokenizer: Self.hugeLimit
            }
        guard size <= limit else { return contents.note(.tooLong(size: size, limit: limit), in: path) }
        // A tokenizer that takes more memory than a check may is left to those who load it.
        if size > Self.tokenizerLimit { return }
        guard let bytes = bytes(of: path, size: size) else { return }
        do throws(JSONReaderError) {
            try take(bytes, of: kind, named: name, into: &contents)
        } catch {
            retake(bytes, of: kind, named: name, into: &contents, after: error)
        }
    }

    private func bytes(of path: String, size: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        do {
            let input = try FileInput(regularFile: "\(folder)/\(path)")
            while bytes.count <= size, try input.read(size + 1 - bytes.count, into: &bytes) > 0 {}
        } catch {
            return nil
        }
        return bytes
    }

    /// Reads once more, without the numbers that only Python knows, and says which those are.
    private func retake(
        _ bytes: [UInt8], of kind: Kind, named name: String, into contents: inout ModelContents,
        after error: JSONReaderError
    ) {
        let path = contents.root + name
        let (blanked, numbers) = kind == .held ? PythonNumbers.blanked(bytes) : (bytes, [])
        guard !numbers.isEmpty else { return contents.note(.json(error), in: path) }
        do throws(JSONReaderError) {
            try take(blanked, of: kind, named: name, into: &contents)
            for number in numbers { contents.note(.pythonNumber(number), in: path) }
        } catch {
            contents.note(.json(error), in: path)
        }
    }

    private func take(
        _ bytes: [UInt8], of kind: Kind, named name: String, into contents: inout ModelContents
    ) throws(JSONReaderError) {
        let document = bytes.span
        var repeated: [String] = []
        switch kind {
        case .tokenizer:
            var json = try JSONReader(document)
            try json.skip()
            try json.end()
        case .index:
            let index = try ShardIndex(document)
            if index.hasMap {
                contents.index = index
            } else {
                contents.note(.missingSetting, setting: "weight_map", of: name)
            }
        case .held:
            let settings = try JSON(document, limit: JSON.settingsLimit)
            contents.settings[name] = settings
            repeated = settings.repeatedNames
        case .skimmed:
            let skim = try SettingsSkim(document)
            contents.settings[name] = .object(skim.settings)
            repeated = skim.repeated
        }
        for key in repeated { contents.note(.repeatedKey, setting: key, of: name) }
    }
}
