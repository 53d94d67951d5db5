import ArgumentParser
import TuneFindings
import TunePipeline

/// How a model is judged; shared by the commands that look at one.
struct ModelRuleArguments: ParsableArguments {
    @Option(help: "Apply this rule only, by code or name; may be repeated.")
    var only: [String] = []

    @Option(help: "Leave this rule out, by code or name; may be repeated.")
    var allow: [String] = []

    @Option(help: "Fail on findings from this severity on: error, warning or never.")
    var failOn = Self.failsOnErrors

    @Option(help: "How many findings of each rule are shown: a number, or all.")
    var show = "3"

    private static let failsOnErrors = "error"

    /// The first option of these that changes what a model passes by.
    var given: String? {
        if !only.isEmpty { return "--only" }
        if !allow.isEmpty { return "--allow" }
        return failOn == Self.failsOnErrors ? nil : "--fail-on"
    }

    /// The severity that makes the run fail; nil for never.
    func failsAt() throws -> Severity? { try FailOn.severity(failOn) }

    /// A verification of `folder` by these rules.
    func verification(of folder: String) throws -> VerifyOptions {
        var options = VerifyOptions(folder: folder)
        options.only = Set(try only.map(ArgumentValue.rule))
        options.allow = Set(try allow.map(ArgumentValue.rule))
        options.findingsKept = try FailOn.findingsShown(show)
        return options
    }
}
