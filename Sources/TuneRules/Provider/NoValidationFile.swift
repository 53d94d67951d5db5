import TuneFindings
import TuneText

/// TP603: a training file without a validation file, where the provider takes rows of the training file
/// instead.
struct NoValidationFile: FileRule {
    static let description = RuleDescription(
        code: "TP603", name: "no-validation-file", severity: .advice, since: "0.1.0",
        summary: "there is no validation file",
        why: "Nscale then takes a random 1 % of the training rows and evaluates them once, at the end",
        accepted: [
            RuleExample(
                "train.csv", "question,answer\nWhy?,Because\n", validation: "question,answer\nHow?,So\n")
        ],
        rejected: [RuleExample("train.csv", "question,answer\nWhy?,Because\n")])

    private let profile: Profile

    init(profile: Profile) {
        self.profile = profile
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard profile == .nscale, file.role == .training, !file.hasValidation else { return }
        report.add(
            Wording(
                "no validation file: \(profile.title) takes a random 1 % of the rows\(share(file.examples))"
                    + " and evaluates them once, at the end",
                help: "`\(CommandToCSV.text(for: file, with: "--validation 10%"))` splits 10 % off"))
    }

    private func share(_ examples: Int) -> String {
        examples >= 100 ? ", here about \((examples / 100).grouped)," : ""
    }
}
