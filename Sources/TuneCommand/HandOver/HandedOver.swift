package import ArgumentParser

/// The commands of the other program, as this one knows them.
package enum HandedOver {
    /// `tuneprep upload`.
    package struct Upload: HandedOverCommand {
        /// Its name and its summary.
        package static let configuration = CommandConfiguration(
            commandName: "upload", abstract: CommandSummary.upload)
        /// A command without options of its own.
        package init() {}
    }

    /// `tuneprep jobs`.
    package struct Jobs: HandedOverCommand {
        /// Its name and its summary.
        package static let configuration = CommandConfiguration(
            commandName: "jobs", abstract: CommandSummary.jobs)
        /// A command without options of its own.
        package init() {}
    }

    /// `tuneprep download`.
    package struct Download: HandedOverCommand {
        /// Its name and its summary.
        package static let configuration = CommandConfiguration(
            commandName: "download", abstract: CommandSummary.download)
        /// A command without options of its own.
        package init() {}
    }

    /// `tuneprep tokenizers pull`.
    struct Pull: HandedOverCommand {
        static let configuration = CommandConfiguration(commandName: "pull", abstract: CommandSummary.pull)
    }
}
