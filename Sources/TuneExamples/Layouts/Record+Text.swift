import TuneBytes
import TuneRecords

extension Record {
    /// The text of the value at `index` for the field `name`: a string's own text, the spelling of a number
    /// or boolean (noted as a defect). nil, with a defect, for null, arrays and objects.
    func plainText(at index: Int?, field name: String, _ example: inout Example) -> TextRange? {
        guard let index, values[index].kind != .null else {
            example.add(.missing(field: name), at: index)
            return nil
        }
        switch values[index].kind {
        case .text: break
        case .number, .boolean: example.add(.notText(field: name, found: values[index].kind), at: index)
        case .object, .array, .null:
            example.add(.wrongType(field: name, found: values[index].kind, wanted: "text"), at: index)
            return nil
        }
        return values[index].text
    }

    /// True when there is nothing at `index`: no value, or null.
    func isMissing(_ index: Int?) -> Bool {
        guard let index else { return true }
        return values[index].kind == .null
    }
}
