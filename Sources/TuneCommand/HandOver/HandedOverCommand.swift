package import ArgumentParser

/// A command of the other program: known here by its name, so that help and near misses name it.
package protocol HandedOverCommand: ParsableCommand {}

extension HandedOverCommand {
    /// Throws that the other program is missing: where it is there, the command never gets so far.
    package mutating func run() throws {
        throw HandOver.missing(Self._commandName)
    }
}
