/// Payment card numbers as people write them: groups of digits with single spaces between, the last digit a
/// check on the others (ISO/IEC 7812-1).
enum CardNumber {
    private static let shapes = [[4, 4, 4, 4], [4, 6, 5]]

    /// The ranges of such numbers, spaces included, in `characters`; two may overlap.
    static func ranges(in characters: [Character]) -> [Range<Int>] {
        let groups = digitGroups(in: characters)
        var found: [Range<Int>] = []
        for first in groups.indices {
            for shape in shapes where first + shape.count <= groups.count {
                let some = groups[first..<(first + shape.count)]
                let range = groups[first].lowerBound..<groups[first + shape.count - 1].upperBound
                let hasSpaces = range.count == shape.reduce(shape.count - 1, +)
                if hasSpaces, some.map(\.count) == shape, isValid(characters[range]) { found.append(range) }
            }
        }
        return found
    }

    /// The runs of digits.
    private static func digitGroups(in characters: [Character]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start: Int?
        for (index, character) in characters.enumerated() {
            if character.isASCII, character.isNumber {
                start = start ?? index
            } else if let first = start {
                groups.append(first..<index)
                start = nil
            }
        }
        if let start { groups.append(start..<characters.count) }
        return groups
    }

    /// True when only spaces separate the digits and the check digit is right (Luhn).
    private static func isValid(_ number: ArraySlice<Character>) -> Bool {
        guard number.allSatisfy({ $0 == " " || $0.isNumber }) else { return false }
        let digits = number.reversed().compactMap(\.wholeNumberValue)
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 0 ? digit.element : digit.element * 2
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }
}
