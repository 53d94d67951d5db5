/// Whether tensors fill a file: each begins where the one before ended, the last ends with the file.
enum TensorOrder {
    /// What is wrong with `tensors`, sorted by their bytes, between `start` and `size`.
    static func defects(
        of tensors: [SafetensorsTensor], from start: Int, to size: Int
    ) -> SafetensorsDefectList {
        var defects = SafetensorsDefectList()
        var end = start
        var last = ""
        for tensor in tensors {
            if tensor.bytes.lowerBound > end {
                defects.append(.gap(bytes: end..<tensor.bytes.lowerBound, before: tensor.name))
            } else if tensor.bytes.lowerBound < end {
                defects.append(.overlap(tensor: tensor.name, with: last))
            }
            if tensor.bytes.upperBound > size {
                defects.append(.beyondEnd(end: tensor.bytes.upperBound, size: size, tensor: tensor.name))
            }
            if tensor.bytes.upperBound >= end { (end, last) = (tensor.bytes.upperBound, tensor.name) }
        }
        if end < size { defects.append(.trailing(bytes: end..<size)) }
        return defects
    }
}
