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
    private static let switches: Set<String> = ["quiet", "all", "headers-only"]

    /// `arguments` with the project's flags put behind the command's name, as far as that command knows them.
    /// Throws a `Complaint` when the file is there and cannot be understood.
    static func added(
        to arguments: [String], commands: [any ParsableCommand.Type]
    ) throws -> [String] {
        guard let name = arguments.first, let command = commands.first(where: { $0._commandName == name })
        else {
            return arguments
        }
        guard let settings = try settings() else { return arguments }
        let known = flags(of: command)
        let everywhere = commands.reduce(into: Set<String>()) { $0.formUnion(flags(of: $1)) }
        var inserted: [String] = []
        for (flag, values) in settings {
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
        return [name] + inserted + arguments.dropFirst()
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
