import TuneBytes

/// Refuses runs in which one file would be written over another that the run reads or writes.
public enum PathConflict {
    /// Throws a `RunError` when two of the outputs, or an output and an input, are the same file.
    public static func check(inputs: [String], outputs: [String]) throws(RunError) {
        var seen: [String: String] = [:]
        for path in inputs where path != "-" { seen[AtomicFile.realPath(path)] = "read" }
        for path in outputs where path != "-" && !path.hasPrefix("/dev/") {
            let real = AtomicFile.realPath(path)
            if let use = seen[real] {
                throw RunError(
                    "`\(path)` is \(use) by this run and cannot be written as well",
                    help: ["name another file"])
            }
            seen[real] = "written"
        }
    }
}
