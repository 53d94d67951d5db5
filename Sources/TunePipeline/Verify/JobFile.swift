import TuneBytes
package import TuneModels
import TuneText

/// The record of a job: in a file, or as the service tells it.
public enum JobFile {
    private static let limit = 1 << 20

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
        return try record(bytes, called: "`\(DisplayText.visible(path))`")
    }

    /// The record in these bytes of JSON; `name` names them in errors.
    package static func record(_ bytes: [UInt8], called name: String) throws -> JobRecord {
        var repeated: [String] = []
        do throws(JSONReaderError) {
            let settings = try Setting(bytes.span, repeated: &repeated)
            if let job = JobRecord(settings) { return job }
        } catch {
            throw RunError("\(name) is not the JSON of a job: \(error)")
        }
        throw RunError(
            "\(name) says nothing of an adapter",
            help: ["a job has `hyperparameters`, in it `lora`, in it `r` and `alpha`"])
    }
}
