import TuneBytes
package import TuneCosts
import TuneExamples
import TuneFindings
package import TunePipeline
import TuneRecords
package import TuneRules
import TuneText
package import TuneTokens

/// Turns words of the command line into what they mean; a wrong word gets the near misses.
package enum ArgumentValue {
    /// The case of `Choice` that `word` spells.
    package static func choice<Choice: RawRepresentable & CaseIterable>(
        _ word: String, for flag: String
    ) throws -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: word.lowercased()) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        throw unknown("`\(word)` is not something `\(flag)` knows", word: word, among: known)
    }

    /// An error about a word that is none of those known; `list` says where they stand when they are too many to be
    /// listed.
    package static func unknown(
        _ message: String, word: String, among known: [String], else list: String? = nil
    ) -> RunError {
        let all = "known are \(known.map { "`\($0)`" }.joined(separator: ", "))"
        return RunError(message, help: NearMisses.help(for: word, in: known) + [list ?? all])
    }

    /// The base model of that name.
    package static func model(_ word: String) throws -> BaseModel {
        if let model = BaseModel.named(word) { return model }
        throw unknown(
            "there is no base model `\(word)`", word: word, among: BaseModel.all.map(\.name),
            else: "`tuneprep models` lists them all")
    }

    /// The profile of that name.
    package static func profile(_ word: String) throws -> Profile {
        if let profile = Profile.named(word) { return profile }
        throw unknown("there is no profile `\(word)`", word: word, among: Profile.all.map(\.name))
    }

    /// The provider of that name.
    package static func provider(_ word: String) throws -> Provider {
        if let provider = Provider.named(word) { return provider }
        throw unknown("there is no provider `\(word)`", word: word, among: Provider.all.map(\.id))
    }

    /// The rule of that code or name.
    package static func rule(_ word: String) throws -> RuleID {
        if let rule = RuleID(named: word) { return rule }
        throw unknown(
            "there is no rule `\(word)`", word: word,
            among: RuleCatalogue.descriptions.flatMap { [$0.code, $0.name] },
            else: "`tuneprep explain` lists them all")
    }

    /// A rule by which rows can be left out.
    package static func rowRule(_ word: String) throws -> RuleID {
        let rule = try rule(word)
        if rule.judgesRows { return rule }
        throw RunError("`\(word)` judges files, not rows, so no row can be dropped by it")
    }

    /// Dollars.
    package static func money(_ word: String, for flag: String) throws -> Money {
        let digits = word.hasPrefix("$") ? String(word.dropFirst()) : word
        if let money = Money(digits) { return money }
        throw RunError(
            "`\(word)` is not an amount `\(flag)` takes", help: ["write dollars as in `\(flag) 1.50`"])
    }

    /// A number of bytes.
    package static func bytes(_ word: String, for flag: String) throws -> Int {
        if let bytes = ByteSize.spelled(word) { return bytes }
        throw RunError(
            "`\(word)` is not a size `\(flag)` takes",
            help: ["write it as in `\(flag) 64MiB`; units are kB, MB, GB, KiB, MiB, GiB, or none for bytes"])
    }

    /// A number of parameters.
    package static func parameters(_ word: String) throws -> Int {
        if let count = ParameterCount.spelled(word) { return count }
        throw RunError("`\(word)` is not a number of parameters", help: ["write it as in `--parameters 8B`"])
    }

    /// The number of `--jobs`, 1 to 1,024; one for each processor where none is asked for. From here on they are `workers`:
    /// of the run's options, then of `SourceFile.open` (which inflates) and `RecordReader.forEachSlice` (which parses).
    package static func workers(_ asked: Int?) throws -> Int {
        let most = 1024
        let workers = asked ?? min(System.processors, most)
        if (1...most).contains(workers) { return workers }
        throw RunError("`--jobs` takes a whole number from 1 to \(most), not \(workers)")
    }

    /// A whole number of at least `least`.
    package static func number(_ number: Int, for flag: String, atLeast least: Int) throws -> Int {
        if number >= least { return number }
        throw RunError("`\(flag)` takes a whole number of at least \(least), not \(number)")
    }
}
