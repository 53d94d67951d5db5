package import TuneBytes
package import TuneModels
import TuneText

/// The record of a job: in a file, or as the service tells it.
public enum JobFile {
    private static let limit = 1 << 20

    /// Whether `word` is to be read as a file; else it is the id of a job. What is there is one, and so is what
    /// is spelled like one and missing.
    public static func isMeant(by word: String) -> Bool {
        FileStatus.kind(word) != nil || !AddressWord.isOne(word) || word.hasSuffix(".json")
    }

    /// Reads a file, as `read` does; throws an error that has words.
    static func checked(_ path: String) throws(RunError) -> JobRecord {
        do {
            return try read(path)
        } catch {
            throw RunError(error)
        }
    }

    /// Reads a file of at most 1 MiB. Throws when it cannot be read, or is no record of a job.
    static func read(_ path: String) throws -> JobRecord {
        let input = try FileInput(path: path)
        var bytes: [UInt8] = []
        while bytes.count <= limit, try input.read(limit, into: &bytes) > 0 {}
        let name = "`\(DisplayText.visible(path))`"
        let settings: JSON
        do throws(JSONReaderError) {
            settings = try JSON(bytes.span, limit: JSON.settingsLimit)
        } catch {
            throw RunError("\(name) is not the JSON of a job: \(error)")
        }
        return try record(settings, name: name)
    }

    /// The record in a job's JSON; `name` says in errors whose it is.
    package static func record(_ settings: JSON, name: String) throws(RunError) -> JobRecord {
        if let job = JobRecord(settings) { return job }
        throw RunError(
            "\(name) says nothing of an adapter",
            help: ["a job has `hyperparameters`, in it `lora`, in it `r` and `alpha`"])
    }
}
