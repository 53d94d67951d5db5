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

    static func word<Value: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ path: Path<Value>, _ summary: String
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

    static func flag(_ name: String, _ path: Path<Bool>, _ summary: String) -> Switch {
        Switch(
            name: name, values: "`true`, `false`", standard: "\(Scenario()[keyPath: path])", summary: summary
        ) { scenario, json in
            guard let value = json.bool else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    static func text(_ name: String, _ path: Path<String>, _ summary: String) -> Switch {
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

    static func amount(_ name: String, _ path: Path<Double>, _ summary: String) -> Switch {
        Switch(
            name: name, values: amountsInWords, standard: "\(Scenario()[keyPath: path])",
            summary: summary
        ) { scenario, json in
            guard let value = json.number, amounts.contains(value) else { return false }
            scenario[keyPath: path] = value
            return true
        }
    }

    static func count(
        _ name: String, _ path: Path<Int>, upTo most: Int = 1_000_000_000_000, _ summary: String
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
