/// The command that writes a file anew, ready to be pasted.
enum ConvertCommand {
    /// The command that makes a CSV file of the file at `path`.
    static func toCSV(_ path: String, _ options: String...) -> String {
        let words =
            ["tuneprep convert", quoted(path), "--to csv"] + options + ["-o", quoted(output(of: path))]
        return words.joined(separator: " ")
    }

    /// The path with `.csv` in place of its endings; a name of its own where that is the path itself.
    private static func output(of path: String) -> String {
        guard path != "-" else { return "train.csv" }
        var stem = path
        for ending in [".gz", ".gzip", ".csv", ".jsonl", ".ndjson", ".json", ".tsv", ".txt"]
        where stem.lowercased().hasSuffix(ending) && stem.count > ending.count {
            stem.removeLast(ending.count)
        }
        return "\(stem).csv" == path ? "\(stem)-converted.csv" : "\(stem).csv"
    }

    /// The word as a POSIX shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_./+,:@%".unicodeScalars.contains(scalar)
        }
        if isPlain, !word.isEmpty { return word }
        let parts = word.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + parts.joined(separator: #"'\''"#) + "'"
    }
}
