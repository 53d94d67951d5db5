public import TuneArchives
public import TuneModels

/// Looks at the weights of a model while they are unpacked, so that they need not be read again.
public final class SafetensorsObserver: UnpackObserver {
    /// What was seen of each complete safetensors file, by its path below the folder.
    public private(set) var surveys: [String: SafetensorsSurvey] = [:]
    private var path = ""
    private var headers = 0
    private var scan: SafetensorsScan?

    /// Nothing seen yet.
    public init() {}

    /// A file begins.
    public func begin(_ entry: ArchiveEntry) {
        path = entry.name.path
        let isWeights = path.lowercased().hasSuffix(".safetensors")
        scan = isWeights ? SafetensorsScan(size: entry.size, headersBefore: headers) : nil
    }

    /// The next bytes of it.
    public func take(_ piece: Span<UInt8>) {
        scan?.take(piece)
    }

    /// It is complete.
    public func end() {
        guard let survey = scan?.survey() else { return }
        headers += survey.headerLength
        surveys[path] = survey
        scan = nil
    }
}
