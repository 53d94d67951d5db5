/// What a project's file may not decide: it may have come with somebody else's data, and the folder it stands in is
/// the current one.
enum ProjectTrust {
    /// Flags that no project's file sets.
    static let refused = destinations.union(written).union(consents).union(safeguards)

    /// Who is spoken to, with which token, for which organization, and where a model is published.
    private static let destinations: Set<String> = [
        "service", "organization", "token-file", "token-stdin", "hf-token-file", "url", "repository", "user",
    ]
    /// What is written, replaced or removed.
    private static let written: Set<String> = [
        "output", "out", "rejects", "train", "valid", "into", "no-keep-archive",
    ]
    /// That nobody is to be asked, and what is there is no obstacle.
    private static let consents: Set<String> = ["yes", "force"]
    /// By what a model from elsewhere is judged, and how much its archive may ask for.
    private static let safeguards: Set<String> = [
        "no-verify", "headers-only", "job", "max-size", "max-entries",
    ]

    /// Flags that a project's file sets for other commands, but not for the one that these words name.
    static func withheld(from words: some Sequence<String>) -> Set<String> {
        switch words.joined(separator: " ") {
        // A model is judged by what the command line says.
        case "unpack", "verify", "download model": ["only", "allow", "fail-on"]
        // What is sent.
        case "upload": ["validation"]
        // What is paid for, and the quote by which a budget is kept and somebody is asked.
        case "jobs create": ["dataset", "price", "training", "validation", "tokenizer", "template", "quiet"]
        default: []
        }
    }
}
