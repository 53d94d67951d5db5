extension ArchiveKind {
    /// What the file is, in the words of a message.
    var words: String {
        switch self {
        case .gzip: "gzip again"
        case .tar: "tar"
        case .markup: "a web page"
        case .json: "JSON"
        case .text: "text"
        case .named(let name): name
        case .unknown: "of a kind that is not known"
        }
    }
}
