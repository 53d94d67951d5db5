import TuneText

/// The command that writes a file again as CSV, ready to be pasted.
enum CommandToCSV {
    /// The command that makes a CSV file of `file`, read as the user had it read.
    static func text(for file: FileFacts, with options: String...) -> String {
        let path = file.path
        let flags = file.readingFlags.isEmpty ? [] : [file.readingFlags]
        let words =
            ["tuneprep convert", ShellWord.quoted(path), "--to csv"] + flags + options + [
                "-o", ShellWord.quoted(output(of: path)),
            ]
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
}
