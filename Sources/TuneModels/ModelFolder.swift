public import TuneBytes

/// A folder that should hold a model.
public struct ModelFolder: Sendable {
    /// The path of the folder.
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
        var contents = ModelContents(root: ModelRoot.root(of: walk.entries), entries: walk.entries)
        if !walk.isComplete {
            contents.defects.append(ModelDefect(.tooManyEntries(limit: reading.entryLimit), in: ""))
        }
        let settings = SettingsReader(folder: path)
        let reader = ModelFileReader(folder: path, reading: reading)
        for entry in walk.entries where !reading.cancellation.isCancelled {
            reader.read(entry, into: &contents)
        }
        for name in contents.names.sorted() where name.hasSuffix(".json") && !reading.cancellation.isCancelled
        {
            settings.read(name, into: &contents)
        }
        if reading.cancellation.isCancelled { return contents.report(isInterrupted: true) }
        contents.closeCounts()
        contents.findRemoteCode()
        switch contents.kind {
        case .adapter:
            contents.defects.append(AdapterCheck(contents).defects)
            if let job = reading.job { JobCheck(job).run(on: &contents) }
        case .full:
            contents.defects.append(FullModelCheck(contents).defects)
            if reading.job != nil {
                contents.note(.jobNotCompared, in: "")
                contents.comparedWithJob = []
            }
        case .neither: contents.defects.append(ModelDefect(.noModel, in: ""))
        }
        return contents.report()
    }
}
