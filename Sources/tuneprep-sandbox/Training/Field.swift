/// One value of a request, with its name for the refusal.
struct Field {
    let name: String
    let value: JSON

    /// The value of a member, null where it is missing.
    init(_ name: String, value: JSON?) {
        self.name = name
        self.value = value ?? .null
    }

    /// An integer in a range; throws 422 for anything else.
    func integer(_ range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let number = value.integer, range.contains(number) else {
            throw .invalid("\(name) must be an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of these integers; throws 422 for anything else.
    func integer(oneOf choices: [Int]) throws(Refusal) -> Int {
        guard let number = value.integer, choices.contains(number) else {
            throw .invalid("\(name) must be one of \(choices.map(String.init).joined(separator: ", "))")
        }
        return number
    }

    /// A number in a range; throws 422 for anything else.
    func number(_ range: ClosedRange<Double>) throws(Refusal) -> Double {
        guard let number = value.number, range.contains(number) else {
            throw .invalid("\(name) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A truth value; throws 422 for anything else.
    func bool() throws(Refusal) -> Bool {
        guard let flag = value.bool else { throw .invalid("\(name) must be true or false") }
        return flag
    }

    /// A text that is not empty; throws 422 for anything else.
    func text() throws(Refusal) -> String {
        guard let text = value.string, !text.isEmpty else {
            throw .invalid("\(name) must be a string that is not empty")
        }
        return text
    }

    /// A text, nil when it is missing or null.
    func optionalText() throws(Refusal) -> String? {
        value == .null ? nil : try text()
    }

    /// A list of some of these words, each once; throws 422 for anything else.
    func words(_ choices: [String]) throws(Refusal) -> [String] {
        let words = value.array?.map(\.string) ?? [nil]
        let known = words.compactMap { $0 }.filter(choices.contains)
        guard known.count == words.count, Set(known).count == known.count else {
            throw .invalid("\(name) must list any of \(choices.joined(separator: ", ")), each once")
        }
        return known
    }
}
