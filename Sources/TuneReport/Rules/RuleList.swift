public import TuneBytes
import TuneFindings
import TunePipeline
import TuneRules
import TuneText

/// Every rule on one line.
public struct RuleList: Reported {
    /// The rules of the catalogue, by code.
    public init() {}

    /// Code, severity, name and summary of each rule.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        RuleCatalogue.descriptions.map { rule in
            let padding = String(repeating: " ", count: 8 - rule.severity.rawValue.count)
            let severity = rendering.palette.paint(
                rule.severity.rawValue, rendering.palette.role(of: rule.severity))
            return .plain("\(rule.code)  \(severity)\(padding)\(rule.name): \(rule.summary)")
        }
    }

    /// The rules in one JSON array.
    public func json(in rendering: Rendering) -> [JSON] { [.array(RuleCatalogue.descriptions.map(\.json))] }

    /// A JSON object for each rule.
    public func jsonLines(in rendering: Rendering) -> [JSON] { RuleCatalogue.descriptions.map(\.json) }
}
