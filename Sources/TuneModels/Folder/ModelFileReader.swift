import TuneBytes

/// Reads the files of a model folder one by one.
struct ModelFileReader {
    let folder: String
    let reading: ModelReading

    private static let blockSize = 1 << 20

    /// Notes what an entry is, and reads it when it is a file.
    func read(_ entry: FolderEntry, into contents: inout ModelContents) {
        let path = entry.path
        if entry.name.unicodeScalars.contains(where: \.isAwkward) { contents.note(.awkwardName, in: path) }
        switch entry.kind {
        case .file: break
        case .folder: return
        case .unreadable: return contents.note(.unreadable(reason: "it cannot be opened"), in: path)
        default: return contents.note(.notAFile(entry.kind), in: path)
        }
        contents.files.append(ModelFile(path: path, size: entry.size))
        do {
            try look(at: path, named: entry.name, noting: &contents)
        } catch {
            contents.note(.unreadable(reason: error.reason), in: path)
        }
    }

    private func look(
        at path: String, named name: String, noting contents: inout ModelContents
    ) throws(ByteError) {
        let input = try FileInput(regularFile: "\(folder)/\(path)")
        var front: [UInt8] = []
        while front.count < FileSignature.reach,
            try input.read(FileSignature.reach - front.count, into: &front) > 0
        {}
        let end = try end(of: input, after: front)
        if Self.isAppleDouble(name, front: front) { return contents.noteAppleDouble(path) }
        let signature = FileSignature.of(name, front: front.span, end: end.span)
        if let signature {
            contents.note(signature.isPickle ? .pickle(signature) : .executable(signature), in: path)
        }
        let folded = name.lowercased()
        if folded.hasSuffix(".py") || folded.hasSuffix(".pyc") { contents.note(.python, in: path) }
        if folded.hasSuffix(".safetensors") {
            if let known = reading.surveys[path] {
                contents.take(known, of: path)
            } else {
                contents.take(
                    try survey(input, path: path, front: front, headersBefore: contents.headerBytes), of: path
                )
            }
        }
    }

    /// What macOS writes beside a file where the disk or the archive has no room for its attributes (RFC 1740).
    private static func isAppleDouble(_ name: String, front: [UInt8]) -> Bool {
        name.utf8.starts(with: "._".utf8) && front.starts(with: [0, 5, 0x16, 7])
    }

    /// The end of a zip archive, where its names are; none for another file, or one that `front` holds whole.
    private func end(of input: FileInput, after front: [UInt8]) throws(ByteError) -> [UInt8] {
        var end: [UInt8] = []
        guard front.prefix(2) == [0x50, 0x4B], let size = input.size, size > front.count else { return end }
        try input.seek(to: max(0, size - FileSignature.reach))
        while end.count < FileSignature.reach, try input.read(FileSignature.reach - end.count, into: &end) > 0
        {}
        return end
    }

    private func survey(
        _ input: FileInput, path: String, front: [UInt8], headersBefore: Int
    ) throws(ByteError) -> SafetensorsSurvey {
        let size = input.size ?? 0
        var scan = SafetensorsScan(
            size: size, looksAtWeights: reading.looksAtWeights, headersBefore: headersBefore)
        var block = front
        try input.seek(to: front.count)
        while !block.isEmpty {
            scan.take(block.span)
            reading.progress?(path, scan.received, size)
            if scan.isDecided || reading.cancellation.isCancelled { break }
            block.removeAll(keepingCapacity: true)
            _ = try input.read(Self.blockSize, into: &block)
        }
        return scan.survey()
    }
}

extension Unicode.Scalar {
    /// True for what is not seen, changes the order of what is, or replaces bytes that are no text.
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
