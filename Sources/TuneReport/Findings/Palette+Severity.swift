import TuneFindings
import TuneText

extension Palette {
    /// The role of a severity.
    func role(of severity: Severity) -> Role {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .advice: .advice
        }
    }

    /// The tag of a rule, in the colour of its severity: `error[TP101]`.
    func tag(_ severity: Severity, code: String) -> String {
        paint("\(severity.rawValue)[\(code)]", role(of: severity))
    }
}
