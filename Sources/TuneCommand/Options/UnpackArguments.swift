import ArgumentParser
import TuneArchives
package import TunePipeline

/// How much an archive may hold and how its model is judged; shared by the commands that unpack.
package struct UnpackArguments: ParsableArguments {
    @Option(
        help:
            "The most bytes all files may have together, such as 40GB (default: what the disk has room for).")
    var maxSize: String?

    @Option(help: "The most files and folders.")
    var maxEntries = ArchiveLimits().entries

    @Flag(name: .customLong("no-verify"), help: "Do not look at the model: unpack whatever is in there.")
    var isUnverified = false

    @OptionGroup(title: "Judging") var rules: ModelRuleArguments

    /// The options as they are when nothing is said.
    package init() {}

    /// The first option of these that differs from what holds without it.
    package var given: String? {
        if maxSize != nil { return "--max-size" }
        if maxEntries != ArchiveLimits().entries { return "--max-entries" }
        return isUnverified ? "--no-verify" : rules.given
    }

    /// Unpacking into a folder, which is replaced if `isReplacing` says so.
    package func options(into folder: String, isReplacing: Bool) throws -> UnpackOptions {
        var options = UnpackOptions(into: folder)
        options.isReplacing = isReplacing
        options.failsAt = try rules.failsAt()
        options.verification = isUnverified ? nil : try rules.verification(of: folder)
        options.limits.bytes = try maxSize.map { try ArgumentValue.bytes($0, for: "--max-size") }
        guard maxEntries > 0 else { throw RunError("`--max-entries` takes a number above 0") }
        options.limits.entries = maxEntries
        options.cancellation = Interruption.cancellation
        return options
    }
}
