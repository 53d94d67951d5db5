import TuneBytes

extension Record {
    /// The indices of what the container at `parent` holds.
    public func children(of parent: Int) -> [Int] {
        var result: [Int] = []
        var index = parent + 1
        let end = Int(values[parent].next)
        while index < end {
            result.append(index)
            index = Int(values[index].next)
        }
        return result
    }

    /// The member of the object at `parent` whose key is `name`, or nil.
    public func member(_ name: [UInt8], of parent: Int) -> Int? {
        guard values[parent].kind == .object else { return nil }
        var index = parent + 1
        let end = Int(values[parent].next)
        while index < end {
            if text(values[index].key).isEqual(to: name.span) { return index }
            index = Int(values[index].next)
        }
        return nil
    }

    /// The value that belongs to a column: a field by position, a member of the record's object by name.
    public func value(of column: Column) -> Int? {
        if isCSV { return column.position.flatMap { $0 < values.count ? $0 : nil } }
        return values.isEmpty ? nil : member(column.key, of: 0)
    }

    /// Where byte `offset` of a value's text stands in the slice, walking over quotes and escapes.
    public func sourceOffset(of value: RecordValue, at offset: Int) -> Int {
        if !value.text.isInScratch { return Int(value.text.lower) + offset }
        let bytes = slice.bytes.span
        var position = Int(value.start) + 1
        var produced = 0
        while position < Int(value.end) {
            let (length, width) = isCSV ? fieldStep(bytes, position) : JSONEscape.step(bytes, position)
            if produced + width > offset { break }
            produced += width
            position += length
        }
        return position
    }

    private func fieldStep(_ bytes: Span<UInt8>, _ position: Int) -> (length: Int, width: Int) {
        let isPair = bytes[position] == 0x22 && position + 1 < bytes.count && bytes[position + 1] == 0x22
        return (isPair ? 2 : 1, 1)
    }
}
