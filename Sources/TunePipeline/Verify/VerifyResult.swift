public import TuneFindings
public import TuneModels
import TuneRules

/// What a verification found.
public struct VerifyResult: Sendable {
    /// What the folder holds.
    public let report: ModelReport
    /// What is wrong, judged by the rules.
    public let findings: FindingTally
    /// The folder.
    public let folder: String

    /// Judges a report by the rules that the options leave.
    public init(_ report: ModelReport, options: VerifyOptions) {
        self.report = report
        folder = options.folder
        let rules = ModelRuleSet(only: options.only, allow: options.allow)
        var findings = FindingTally(limit: options.findingsKept)
        for defect in report.defects {
            guard let found = rules.finding(of: defect, in: options.folder) else { continue }
            findings.add(found)
        }
        self.findings = findings
    }

    /// Whether there is a finding of that severity or above; nil for never.
    public func fails(at severity: Severity?) -> Bool { severity.map(findings.reaches) ?? false }
}
