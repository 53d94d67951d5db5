import TuneBytes

extension Record {
    /// The key of the value at `index`, escapes undone; empty for fields and array elements.
    public func key(of index: Int) -> TextRange {
        index < keys.count ? keys[index].text : .empty
    }

    /// The first byte of that key in the slice, its quote included; 0 where there is no key.
    public func keyStart(of index: Int) -> Int {
        index < keys.count ? Int(keys[index].start) : 0
    }

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
            if text(keys[index].text).isEqual(to: name.span) { return index }
            index = Int(values[index].next)
        }
        return nil
    }

    /// The value that belongs to a column, its text ready: a field by position, a member of the record's object
    /// by name.
    public mutating func value(of column: Column) -> Int? {
        if hasFields {
            guard let position = column.position, position < values.count else { return nil }
            unescape(at: position)
            return position
        }
        return values.isEmpty ? nil : member(column.key, of: 0)
    }

    /// The offset in the slice of byte `offset` of a value's text. Linear in the text, whose quotes and escapes are walked
    /// over.
    public func sourceOffset(of value: RecordValue, at offset: Int) -> Int {
        if value.text.form == .inSlice { return Int(value.text.lower) + offset }
        let bytes = slice.bytes.span
        var position = Int(value.start) + 1
        var produced = 0
        while position < Int(value.end) {
            let (length, width) = hasFields ? fieldStep(bytes, position) : JSONEscape.step(bytes, position)
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
