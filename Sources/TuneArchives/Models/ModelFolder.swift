public import TuneBytes

/// A folder that should hold a model.
public struct ModelFolder: Sendable {
    /// Where it is.
    public let path: String
    private let reading: ModelReading

    /// The folder at `path`, to be read in that way.
    public init(_ path: String, reading: ModelReading = ModelReading()) {
        self.path = path
        self.reading = reading
    }

    /// Reads all of it and says what it holds and what is wrong. Throws when it is no folder, or cannot be listed.
    public func report() throws(ByteError) -> ModelReport {
        let walk = try FolderWalk(path, limit: reading.entryLimit)
        var contents = ModelContents(root: Self.root(of: walk.entries), entries: walk.entries)
        if !walk.isComplete {
            contents.defects.append(ModelDefect("", .tooManyEntries(limit: reading.entryLimit)))
        }
        let reader = ModelFileReader(folder: path, reading: reading)
        for entry in walk.entries where !reading.isStopped() { reader.read(entry, into: &contents) }
        for name in contents.names.sorted() where name.hasSuffix(".json") && !reading.isStopped() {
            reader.readSettings(name, into: &contents)
        }
        if reading.isStopped() { return contents.report(isInterrupted: true) }
        contents.findRemoteCode()
        switch contents.kind {
        case .adapter:
            contents.defects += AdapterCheck(contents).defects
            if let job = reading.job { contents.defects += JobCheck(contents).defects(job) }
        case .full: contents.defects += FullModelCheck(contents).defects
        case .neither: contents.defects.append(ModelDefect("", .noModel))
        }
        return contents.report()
    }

    /// The folder that holds the model: the first on the way down that does not hold one folder and nothing else.
    private static func root(of entries: [FolderEntry]) -> String {
        var root = ""
        while true {
            let inside = entries.filter {
                $0.path.name(in: root) != nil
            }
            guard inside.count == 1, inside[0].kind == .folder else { return root }
            root = inside[0].path + "/"
        }
    }
}
