/// One switch of a scenario: its name, what it takes, and what it does.
struct Switch: Sendable {
    let name: String
    let values: String
    let standard: String
    let summary: String
    /// Sets the switch, false when the value does not fit.
    let set: @Sendable (inout Scenario, JSON) -> Bool
}

extension Switch {
    typealias Path<Value> = any WritableKeyPath<Scenario, Value> & Sendable

    /// A switch that takes one of the words of a type.
    static func word<Value: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, at path: Path<Value>, summary: String
    ) -> Switch where Value.RawValue == String {
        let words = Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        return Switch(
            name: name, values: words, standard: Scenario()[keyPath: path].rawValue, summary: summary
        ) { scenario, json in
            guard let value = json.string.flatMap(Value.init(rawValue:)) else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    /// A switch that takes `true` or `false`.
    static func flag(_ name: String, at path: Path<Bool>, summary: String) -> Switch {
        Switch(
            name: name, values: "`true`, `false`", standard: "\(Scenario()[keyPath: path])", summary: summary
        ) { scenario, json in
            guard let value = json.bool else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    /// A switch that takes any word.
    static func text(_ name: String, at path: Path<String>, summary: String) -> Switch {
        Switch(name: name, values: "a word", standard: Scenario()[keyPath: path], summary: summary) {
            scenario, json in
            guard let value = json.string else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    /// The numbers that amounts take: times and sums made of them stay far from where arithmetic ends.
    static let amounts = 0.0...1e9
    /// The same in words.
    static let amountsInWords = "a number from 0 to 1000000000"

    /// A switch that takes a number of ``amounts``.
    static func amount(_ name: String, at path: Path<Double>, summary: String) -> Switch {
        Switch(
            name: name, values: amountsInWords, standard: "\(Scenario()[keyPath: path])",
            summary: summary
        ) { scenario, json in
            guard let value = json.number, amounts.contains(value) else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    /// A switch that takes a whole number from 1 to `most`.
    static func count(
        _ name: String, at path: Path<Int>, upTo most: Int = 1_000_000_000_000, summary: String
    ) -> Switch {
        Switch(
            name: name, values: "a whole number from 1 to \(most)", standard: "\(Scenario()[keyPath: path])",
            summary: summary
        ) { scenario, json in
            guard let value = json.integer, 1...most ~= value else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    /// The table of docs/sandbox.md.
    static var table: String {
        let rows = all.map { "| `\($0.name)` | \($0.values) | \($0.standard) | \($0.summary) |" }
        return (["| switch | takes | without it | effect |", "|---|---|---|---|"] + rows)
            .joined(separator: "\n")
    }
}
