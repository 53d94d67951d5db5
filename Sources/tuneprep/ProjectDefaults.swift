import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline
import TuneRecords

/// The flags a project keeps in `tuneprep.json`: an object of flag names and their values. What is said on
/// the command line wins.
enum ProjectDefaults {
    /// The file's name, looked for in the current folder.
    static let fileName = "tuneprep.json"
    private static let switches: Set<String> = [
        "quiet", "all", "headers-only", "best-checkpoints", "mask-prompt-labels",
        "no-keep-archive",
    ]
    /// Flags that say where a token goes, or that nobody is to be asked: a file that came with somebody's data must
    /// not decide that.
    private static let refused: Set<String> = [
        "service", "token-file", "token-stdin", "hf-token-file", "url", "repository", "yes", "force",
    ]

    /// `arguments` with the project's flags put behind the command's name, as far as that command knows them.
    /// Throws a `Complaint` when the file is there and cannot be understood.
    static func added(
        to arguments: [String], commands: [any ParsableCommand.Type]
    ) throws -> [String] {
        guard let (command, depth) = command(arguments[...], commands) else { return arguments }
        guard let settings = try settings() else { return arguments }
        let name = command._commandName
        let known = flags(of: command)
        let everywhere = everyFlag(of: commands)
        var inserted: [String] = []
        for (flag, values) in settings {
            if refused.contains(flag) {
                throw Complaint(
                    "`\(fileName)` cannot set `\(flag)`", help: ["say it on the command line: `--\(flag)`"])
            }
            guard everywhere.contains(flag) else {
                throw Words.unknown(
                    "`\(fileName)` sets `\(flag)`, which is no flag", flag, everywhere.sorted())
            }
            // `--validation` names a file for some commands and a size for others; the project means the file.
            let isSize = flag == "validation" && (name == "split" || name == "convert")
            guard known.contains(flag), !isSize else { continue }
            let isSwitch = switches.contains(flag)
            guard values.allSatisfy({ ($0 == nil) == isSwitch }) else {
                throw Complaint(
                    "`\(fileName)` sets `\(flag)` to what it does not take",
                    help: [isSwitch ? "it takes true or false" : "it takes a text or a number"])
            }
            for value in values { inserted.append(value.map { "--\(flag)=\($0)" } ?? "--\(flag)") }
        }
        return arguments.prefix(depth) + inserted + arguments.dropFirst(depth)
    }

    /// The command that the first words name, and how many words that are.
    private static func command(
        _ words: ArraySlice<String>, _ commands: [any ParsableCommand.Type]
    ) -> (command: any ParsableCommand.Type, depth: Int)? {
        guard let word = words.first, let command = commands.first(where: { $0._commandName == word }) else {
            return nil
        }
        let below = Self.command(words.dropFirst(), command.configuration.subcommands)
        return below.map { ($0.command, $0.depth + 1) } ?? (command, 1)
    }

    /// The flags of commands and of those below them.
    private static func everyFlag(of commands: [any ParsableCommand.Type]) -> Set<String> {
        commands.reduce(into: Set<String>()) { all, command in
            all.formUnion(flags(of: command))
            all.formUnion(everyFlag(of: command.configuration.subcommands))
        }
    }

    /// The flags that a command's own help names.
    private static func flags(of command: any ParsableCommand.Type) -> Set<String> {
        let lines = command.helpMessage(columns: 200).split(separator: "\n")
        let named = lines.flatMap { line in
            line.hasPrefix("  ") ? line.matches(of: /^  (?:-\w, )?--([a-z][a-z-]*)/).map { String($0.1) } : []
        }
        return Set(named).subtracting(["help", "version"])
    }

    /// Each flag with its values, where nil stands for a switch that is on; nil when there is no such file.
    private static func settings() throws -> [(String, [String?])]? {
        var text: [UInt8] = []
        do {
            let input = try TextInput(path: fileName)
            while try input.read(1 << 16, into: &text) > 0 {}
        } catch ByteError.notFound {
            return nil
        } catch {
            throw Complaint(error)
        }
        var found: [(String, [String?])] = []
        var problem: Complaint?
        // The parser of a JSON array's inside reads one object when nothing but the closing bracket follows
        // it.
        var parser = RecordParser(format: .jsonArray, columnCount: 0)
        parser.forEachRecord(in: FileSlice(bytes: text + Array("]".utf8))) { record in
            guard !record.isUnreadable, record.index == 0 else {
                problem = Complaint(
                    "`\(fileName)` is not one JSON object", help: [#"write it as in {"model": "NAME"}"#])
                return
            }
            for member in record.children(of: 0) {
                let key = record.text(record.key(of: member)).text
                let isList = record.values[member].kind == .array
                found.append(
                    (key, (isList ? record.children(of: member) : [member]).compactMap { value($0, record) }))
            }
        }
        if let problem { throw problem }
        return found
    }

    private static func value(_ index: Int, _ record: borrowing Record) -> String?? {
        let value = record.values[index]
        switch value.kind {
        case .boolean: return record.text(value.text).text == "true" ? .some(nil) : nil
        case .null: return nil
        default: return record.text(value.text).text
        }
    }
}
