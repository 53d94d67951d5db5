import ArgumentParser
import TuneBytes
import TunePipeline
import TuneRecords
import TuneText

/// The flags a project keeps in `tuneprep.json`: an object of flag names and their values. What is said on
/// the command line wins.
enum ProjectDefaults {
    /// The file's name, looked for in the current folder.
    static let fileName = "tuneprep.json"

    /// `arguments` with the project's flags put behind the command's name, as far as that command knows them.
    /// Throws a `RunError` when the file is there and cannot be understood.
    static func added(
        to arguments: [String], commands: [any ParsableCommand.Type]
    ) throws -> [String] {
        guard let (command, depth) = command(arguments[...], commands) else { return arguments }
        guard let settings = try settings() else { return arguments }
        let words = arguments.prefix(depth)
        let known = flags(of: command)
        let everywhere = everyFlag(of: commands).union(OnlineFlags.names)
        let withheld = ProjectTrust.withheld(from: words)
        var (inserted, unheard): ([String], [String]) = ([], [])
        for (flag, values) in settings {
            try check(flag, everywhere)
            // `--validation` names a file for some commands and a size for others; the project means the file.
            let isSize = flag == "validation" && ["split", "convert"].contains(words.last)
            guard let isSwitch = known[flag], !isSize else { continue }
            guard values.allSatisfy({ ($0 == nil) == isSwitch }) else {
                throw RunError(
                    "`\(fileName)` sets `\(flag)` to what it does not take",
                    help: [isSwitch ? "it takes true or false" : "it takes a text or a number"])
            }
            guard !withheld.contains(flag) else {
                if !values.isEmpty { unheard.append(flag) }
                continue
            }
            for value in values { inserted.append(value.map { "--\(flag)=\($0)" } ?? "--\(flag)") }
        }
        tell(unheard, of: words, besides: arguments)
        return words + inserted + arguments.dropFirst(depth)
    }

    /// Refuses what no project's file can set, and what is no flag.
    private static func check(_ flag: String, _ known: Set<String>) throws {
        if ProjectTrust.refused.contains(flag) {
            throw RunError(
                "`\(fileName)` cannot set `\(flag)`", help: ["say it on the command line: `--\(flag)`"])
        }
        guard known.contains(flag) else {
            throw ArgumentValue.unknown(
                "`\(fileName)` sets `\(DisplayText.visible(flag))`, which is no flag", word: flag,
                among: known.sorted())
        }
    }

    /// Says which flags of the file do not hold for the command, unless the command line gives them itself.
    private static func tell(
        _ flags: [String], of words: ArraySlice<String>, besides arguments: [String]
    ) {
        let isSaid = { (flag: String) in
            arguments.contains { $0 == "--\(flag)" || $0.hasPrefix("--\(flag)=") }
        }
        let missed = flags.filter { !isSaid($0) }.map { "`\($0)`" }
        guard !missed.isEmpty, !isSaid("quiet"), !arguments.contains("-q") else { return }
        Notice.say(
            "note: `\(fileName)` does not set \(missed.joined(separator: ", ")) for"
                + " `\(words.joined(separator: " "))`; the command line can")
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
            all.formUnion(flags(of: command).keys)
            all.formUnion(everyFlag(of: command.configuration.subcommands))
        }
    }

    /// The flags that a command's own help names; true for a switch, which takes no value.
    private static func flags(of command: any ParsableCommand.Type) -> [String: Bool] {
        let lines = command.helpMessage(columns: 200).split(separator: "\n")
        let named = lines.compactMap { $0.prefixMatch(of: /\s\s(?:-\w, )?--([a-z][a-z-]*)( <)?/) }
        let flags = named.map { (String($0.1), $0.2 == nil) }
        return Dictionary(flags) { first, _ in first }.filter { !["help", "version"].contains($0.key) }
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
            throw RunError(error)
        }
        var found: [(String, [String?])] = []
        var problem: RunError?
        // The parser of a JSON array's inside reads one object when nothing but the closing bracket follows
        // it.
        var parser = RecordParser(format: .jsonArray, columnCount: 0)
        parser.forEachRecord(in: FileSlice(bytes: text + Array("]".utf8))) { record in
            guard !record.isUnreadable, record.index == 0 else {
                problem = RunError(
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
