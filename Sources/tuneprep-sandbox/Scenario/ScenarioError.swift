/// What is wrong with a scenario file.
enum ScenarioError: Error, Equatable, CustomStringConvertible {
    case notAnObject
    case unknown(String)
    case value(String, expected: String)

    var description: String {
        switch self {
        case .notAnObject: "the scenario is not a JSON object"
        case .unknown(let name): "the scenario has no switch `\(name)`"
        case .value(let name, let expected): "the scenario's `\(name)` takes \(expected)"
        }
    }
}
