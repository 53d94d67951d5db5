import TuneBytes

/// Reads the files of a model folder one by one.
struct ModelFileReader {
    let folder: String
    let reading: ModelReading

    private static let blockSize = 1 << 20
    /// The most bytes of settings, and of a tokenizer or an index.
    private static let settingsLimit = 16 << 20
    private static let documentLimit = 256 << 20
    /// JSON files that are checked, but not held.
    private static let documents: Set<String> = ["tokenizer.json", "vocab.json", "tekken.json"]

    /// Settings that loaders read, beside those whose name ends with `config.json`. Others, such as a trainer's
    /// state, may be what they like.
    private static let settings: Set<String> = [
        "special_tokens_map.json", "added_tokens.json", "chat_template.json",
    ]

    /// Notes what stands at an entry, and reads it when it is a file.
    func read(_ entry: FolderEntry, into contents: inout ModelContents) {
        let path = entry.path
        if entry.name.unicodeScalars.contains(where: \.isAwkward) { contents.note(path, .awkwardName) }
        switch entry.kind {
        case .file: break
        case .folder: return
        case .unreadable: return contents.note(path, .unreadable(reason: "it cannot be opened"))
        default: return contents.note(path, .notAFile(entry.kind))
        }
        contents.files.append(ModelFile(path: path, size: entry.size))
        do {
            try look(at: path, entry.name, &contents)
        } catch {
            contents.note(path, .unreadable(reason: error.reason))
        }
    }

    private func look(
        at path: String, _ name: String, _ contents: inout ModelContents
    ) throws(ByteError) {
        let input = try FileInput(regularFile: "\(folder)/\(path)")
        var front: [UInt8] = []
        while front.count < ContentSign.reach,
            try input.read(ContentSign.reach - front.count, into: &front) > 0
        {}
        let end = try end(of: input, front)
        let sign = ContentSign.of(name, front: front.span, end: end.span)
        if let sign { contents.note(path, sign.isPickle ? .pickle(sign) : .executable(sign)) }
        let folded = name.lowercased()
        if folded.hasSuffix(".py") || folded.hasSuffix(".pyc") { contents.note(path, .python) }
        if folded.hasSuffix(".safetensors") {
            if let known = reading.surveys[path] {
                contents.take(known, of: path)
            } else {
                contents.take(try survey(input, path, front), of: path)
            }
        }
    }

    /// The end of a zip archive, where its names stand.
    private func end(of input: FileInput, _ front: [UInt8]) throws(ByteError) -> [UInt8] {
        var end: [UInt8] = []
        guard front.prefix(2) == [0x50, 0x4B], let size = input.size, size > front.count else { return end }
        try input.seek(to: max(0, size - ContentSign.reach))
        while end.count < ContentSign.reach, try input.read(ContentSign.reach - end.count, into: &end) > 0 {}
        return end
    }

    private func survey(
        _ input: FileInput, _ path: String, _ front: [UInt8]
    ) throws(ByteError) -> SafetensorsSurvey {
        let size = input.size ?? 0
        var scan = SafetensorsScan(size: size, looksAtWeights: reading.looksAtWeights)
        var block = front
        try input.seek(to: front.count)
        while !block.isEmpty {
            scan.take(block.span)
            reading.progress?(path, scan.received, size)
            if scan.isDecided || reading.isStopped() { break }
            block.removeAll(keepingCapacity: true)
            _ = try input.read(Self.blockSize, into: &block)
        }
        return scan.survey()
    }

    /// Reads a JSON file of the model's own folder, when it is one that loaders read.
    func readSettings(_ name: String, into contents: inout ModelContents) {
        let path = contents.root + name
        let isDocument = Self.documents.contains(name) || name == ShardIndex.fileName
        guard isDocument || Self.settings.contains(name) || name.hasSuffix("config.json") else { return }
        let limit = isDocument ? Self.documentLimit : Self.settingsLimit
        guard let size = contents.size(of: name) else { return }
        guard size <= limit else { return contents.note(path, .tooLong(size: size, limit: limit)) }
        var bytes: [UInt8] = []
        do {
            let input = try FileInput(regularFile: "\(folder)/\(path)")
            while bytes.count <= limit, try input.read(Self.blockSize, into: &bytes) > 0 {}
        } catch {
            return
        }
        do throws(JSONReaderError) {
            try take(bytes, of: name, into: &contents)
        } catch {
            contents.note(path, .json(error))
        }
    }

    private func take(
        _ bytes: [UInt8], of name: String, into contents: inout ModelContents
    ) throws(JSONReaderError) {
        let document = bytes.span
        if name == ShardIndex.fileName {
            contents.index = try ShardIndex(document)
        } else if Self.documents.contains(name) {
            var json = try JSONReader(document)
            try json.skip()
            try json.end()
        } else {
            var repeated: [String] = []
            contents.settings[name] = try Setting(document, repeated: &repeated)
            for key in repeated {
                contents.defects.append(ModelDefect(contents.root + name, setting: key, .repeatedKey))
            }
        }
    }
}

extension Unicode.Scalar {
    /// True for what is not seen, changes the order of what is, or stands for bytes that are no text.
    fileprivate var isAwkward: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069, 0xFEFF,
            0xFFFD,
            0x5C:
            true
        default: false
        }
    }
}

extension ByteError {
    /// The system's word for it.
    fileprivate var reason: String {
        switch self {
        case .failed(_, _, let reason): reason
        case .notFound: "it is not there any more"
        default: "it cannot be opened"
        }
    }
}
