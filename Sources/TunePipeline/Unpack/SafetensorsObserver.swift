public import TuneArchives
public import TuneModels

/// Looks at the weights of a model while they are unpacked, so that they need not be read again.
public final class SafetensorsObserver: UnpackObserver {
    /// What was seen of each complete safetensors file, by its path below the folder.
    public private(set) var surveys: [String: SafetensorsSurvey] = [:]
    private var path = ""
    private var headers = 0
    private var scan: SafetensorsScan?

    /// An observer for one archive.
    public init() {}

    /// Begins a scan when the file is of safetensors.
    public func begin(_ entry: ArchiveEntry) {
        path = entry.name.path
        let isWeights = path.lowercased().hasSuffix(".safetensors")
        scan = isWeights ? SafetensorsScan(size: entry.size, headersBefore: headers) : nil
    }

    /// Scans the next bytes of the file.
    public func take(_ piece: Span<UInt8>) {
        scan?.take(piece)
    }

    /// Keeps what the scan says of the file.
    public func end() {
        guard let survey = scan?.survey() else { return }
        headers += survey.headerLength
        surveys[path] = survey
        scan = nil
    }
}
