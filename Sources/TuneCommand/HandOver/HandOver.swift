import ArgumentParser
import TuneBytes
import TunePipeline
import TuneText

/// Gives what the process was asked for to `tuneprep-online`, the program that speaks to services: the process becomes
/// that program, so that its signals, its terminal and its exit status are the other's own.
enum HandOver {
    /// The other program's name.
    static let program = "tuneprep-online"

    /// Does not return when `arguments` ask for what only the other program does: a command of its own, the help of one,
    /// or the completions of all. Throws when it is needed and not there.
    static func performIfMeant(by arguments: [String], below root: any ParsableCommand.Type) throws {
        if let command = onlineCommand(of: arguments, below: root) { try perform(for: command) }
        if JobRecords.source == nil, asksService(arguments, root) { try perform(for: "--job ID") }
        let isForCompletions = arguments.first?.hasPrefix("--generate-completion-script") == true
        if isForCompletions, isPartial(root), let path { try become(path) }
    }

    /// The words that name a command of the other program; nil when they name one of this one, or none.
    private static func onlineCommand(
        of arguments: [String], below root: any ParsableCommand.Type
    ) -> String? {
        var (command, words) = (root, [String]())
        for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word })
            else {
                return nil
            }
            (command, words) = (next, words + [word])
            if command is any HandedOverCommand.Type { return words.joined(separator: " ") }
        }
        return nil
    }

    /// Whether a model that is here is to be compared with a record that only a service has.
    private static func asksService(_ arguments: [String], _ root: any ParsableCommand.Type) -> Bool {
        guard arguments.contains(where: { $0.hasPrefix("--job") }) else { return false }
        return ((try? root.parseAsRoot(arguments)) as? any JobRecordCommand)?.asksService == true
    }

    /// Whether commands of the root are only known here by their names.
    private static func isPartial(_ root: any ParsableCommand.Type) -> Bool {
        root.configuration.subcommands.contains { $0 is any HandedOverCommand.Type }
    }

    private static func perform(for command: String) throws -> Never {
        guard let path else { throw missing(command) }
        try become(path)
    }

    private static func become(_ path: String) throws -> Never {
        // A copy of `tuneprep` under the other's name would hand over to itself for ever; the process stays the same.
        let mark = (name: "TUNEPREP_HANDED_OVER_IN", process: String(System.process))
        guard Terminal.variable(mark.name) != mark.process else {
            throw RunError(
                "`\(DisplayText.visible(path))` is another `tuneprep`, not `\(program)`",
                help: ["put the program of that name in its place: `sh Sources/packaging/build \(program)`"])
        }
        System.setVariable(mark.name, to: mark.process)
        throw RunError(System.becomeProgram(at: path))
    }

    /// The error of a command whose program is not there.
    static func missing(_ command: String) -> RunError {
        RunError(
            "`\(command)` speaks to a service, and `\(program)`, which does that, is neither beside `tuneprep` nor on the PATH",
            help: [
                "install it beside `tuneprep`, as in `pip install \"tuneprep[online]\"`,"
                    + " or build it: `sh Sources/packaging/build \(program)`"
            ])
    }

    /// Where the other program is: in the folder of this one, else in the first folder of the PATH that has it.
    private static var path: String? {
        let own = System.programPath.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
        let others = (Terminal.variable("PATH") ?? "").split(separator: ":").map(String.init)
        // A folder that depends on where one stands may hold what came with somebody's data.
        let folders = ([own].compactMap { $0 } + others).filter { $0.hasPrefix("/") }
        return folders.map { "\($0)/\(program)" }.first { path in
            guard let status = System.status(of: path) else { return false }
            return status.kind == .file && status.permissions & 0o111 != 0
        }
    }
}
