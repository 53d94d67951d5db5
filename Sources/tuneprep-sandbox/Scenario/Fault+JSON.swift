extension Fault {
    /// Reads the list of a scenario.
    static func list(_ json: JSON) throws(ScenarioError) -> [Fault] {
        guard let elements = json.array else { throw .value("faults", expected: "a list") }
        var faults: [Fault] = []
        for element in elements { faults.append(try Fault(element)) }
        return faults
    }

    init(_ json: JSON) throws(ScenarioError) {
        guard let members = json.object else { throw .value("faults", expected: "a list of objects") }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard try set(name, to: value) else { throw .value("faults.\(name)", expected: "another value") }
        }
    }

    /// Sets a member, false when the value does not fit.
    private mutating func set(_ name: String, to value: JSON) throws(ScenarioError) -> Bool {
        switch name {
        case "method": return Fault.store(value.string, in: &method)
        case "path": return Fault.store(value.string, in: &path)
        case "dry_run": return Fault.store(value.bool, in: &dryRun)
        case "nth": return Fault.store(value.integer.flatMap { $0 >= 1 ? $0 : nil }, in: &first)
        case "times": return Fault.store(value.integer.flatMap { $0 >= 0 ? $0 : nil }, in: &times)
        case "delay": return Fault.store(seconds(value), in: &delay)
        case "status": return Fault.store(value.integer.flatMap { 200..<600 ~= $0 ? $0 : nil }, in: &status)
        case "code": return Fault.store(value.string, in: &code)
        case "message":
            message = .some(value.string)
            return value == .null || value.string != nil
        case "body": return Fault.store(value.string ?? value.text, in: &body)
        case "headers":
            headers = value.object?.compactMapValues(\.string) ?? [:]
            return headers.count == value.object?.count
        case "after": return Fault.store(value.bool, in: &after)
        case "close": return Fault.store(value.bool, in: &close)
        case "cut": return Fault.store(value.integer.flatMap { $0 >= 0 ? $0 : nil }, in: &cut)
        case "stall": return Fault.store(seconds(value), in: &stall)
        case "pace": return Fault.store(value.integer.flatMap { $0 >= 1 ? $0 : nil }, in: &pace)
        default: throw .unknown("faults.\(name)")
        }
    }

    private func seconds(_ value: JSON) -> Double? {
        value.number.flatMap { Switch.amounts.contains($0) ? $0 : nil }
    }

    private static func store<Value>(_ value: Value?, in member: inout Value) -> Bool {
        guard let value else { return false }
        member = value
        return true
    }

    private static func store<Value>(_ value: Value?, in member: inout Value?) -> Bool {
        member = value
        return value != nil
    }
}
