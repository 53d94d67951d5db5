/// Words for commands that can be pasted.
public enum ShellWord {
    /// The word as a POSIX shell reads it back: as it is when plain, else in single quotes.
    public static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_./+,:@%".unicodeScalars.contains(scalar)
        }
        if isPlain, !word.isEmpty { return word }
        // By scalars: a mark after a quote makes one Character of the two.
        let inside = word.unicodeScalars.map { $0 == "'" ? #"'\''"# : String($0) }
        return "'" + inside.joined() + "'"
    }
}
