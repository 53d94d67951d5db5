import TuneBytes

/// What a safetensors header says of one tensor, not yet judged beside the others.
struct TensorEntry {
    let name: String
    private(set) var type: TensorType?
    private(set) var shape: [Int]?
    private(set) var offsets: [Int]?

    /// NumPy and PyTorch take 64 dimensions at most; a hostile header holds fifty million.
    private static let mostNumbers = 64

    /// Reads the entry of `name`; members that the format does not know are read past.
    init(
        _ name: String, from json: inout JSONReader, noting defects: inout SafetensorsDefectList
    ) throws(JSONReaderError) {
        self.name = name
        var seen = Set<String>()
        var repeated = Set<String>()
        try json.enterObject()
        while let key = try json.nextKey() {
            if seen.contains(key), repeated.insert(key).inserted {
                defects.append(.duplicateKey(key, tensor: name))
            }
            switch key {
            case "dtype": try readType(from: &json, noting: &defects)
            case "shape": shape = try numbers(from: &json, noting: &defects)
            case "data_offsets": offsets = try numbers(from: &json, noting: &defects)
            default:
                try json.skip()
                continue
            }
            seen.insert(key)
        }
        for key in ["dtype", "shape", "data_offsets"] where !seen.contains(key) {
            defects.append(.missingMember(key, tensor: name))
        }
    }

    private mutating func readType(
        from json: inout JSONReader, noting defects: inout SafetensorsDefectList
    ) throws(JSONReaderError) {
        let word = try json.string()
        type = TensorType(rawValue: word)
        if type == nil { defects.append(.unknownType(word, tensor: name)) }
    }

    private func numbers(
        from json: inout JSONReader, noting defects: inout SafetensorsDefectList
    ) throws(JSONReaderError) -> [Int] {
        var numbers: [Int] = []
        try json.enterArray()
        var isTooLong = false
        while try json.nextElement() {
            let number = try json.integer()
            guard numbers.count < Self.mostNumbers else {
                isTooLong = true
                continue
            }
            if number < 0 { defects.append(.negative(number, tensor: name)) }
            numbers.append(number)
        }
        if isTooLong { defects.append(.tooManyNumbers(limit: Self.mostNumbers, tensor: name)) }
        return numbers
    }
}

extension TensorEntry {
    /// The tensor, its bytes counted from the front of the file; nil and a defect when the entry is not sound in
    /// itself.
    func tensor(
        dataStart: Int, noting defects: inout SafetensorsDefectList
    ) -> SafetensorsTensor? {
        guard let type, let shape, let offsets, !(shape + offsets).contains(where: { $0 < 0 }) else {
            return nil
        }
        guard offsets.count == 2 else {
            defects.append(.notTwoOffsets(offsets.count, tensor: name))
            return nil
        }
        guard offsets[0] <= offsets[1] else {
            defects.append(.backwards(begin: offsets[0], end: offsets[1], tensor: name))
            return nil
        }
        let (end, isBeyond) = offsets[1].addingReportingOverflow(dataStart)
        guard !isBeyond, let parameters = Self.product(shape),
            let bits = Self.product([parameters, type.bits])
        else {
            defects.append(.tooLarge(tensor: name))
            return nil
        }
        guard bits.isMultiple(of: 8) else {
            defects.append(.partOfAByte(tensor: name))
            return nil
        }
        let length = offsets[1] - offsets[0]
        if bits / 8 != length { defects.append(.wrongLength(wanted: bits / 8, found: length, tensor: name)) }
        return SafetensorsTensor(
            name: name, type: type, shape: shape, parameters: parameters,
            bytes: (offsets[0] + dataStart)..<end)
    }

    /// The product; nil when it does not fit, even if a later factor is 0.
    private static func product(_ factors: [Int]) -> Int? {
        var product = 1
        for factor in factors {
            let (next, overflow) = product.multipliedReportingOverflow(by: factor)
            if overflow { return nil }
            product = next
        }
        return product
    }
}
