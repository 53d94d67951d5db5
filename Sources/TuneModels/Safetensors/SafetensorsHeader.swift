import TuneBytes

/// Reads the JSON of a safetensors header, up to the first thing that cannot be read.
struct SafetensorsHeader {
    /// The entries as written, in the order of the text.
    private(set) var entries: [TensorEntry] = []
    private(set) var metadata: [String: String] = [:]
    private(set) var defects = SafetensorsDefectList()

    private static let metadataKey = "__metadata__"

    /// Reads a header's JSON; what is wrong with it is in `defects`.
    init(_ text: Span<UInt8>) {
        guard text.count > 0, text[0] == UInt8(ascii: "{") else {
            defects.append(.notAnObject)
            return
        }
        var current: String?
        do {
            try read(text, naming: &current)
        } catch {
            defects.append(.brokenHeader(error, tensor: current))
        }
    }

    /// Reads the header; `current` is the entry being read, none outside of entries.
    private mutating func read(
        _ text: Span<UInt8>, naming current: inout String?
    ) throws(JSONReaderError) {
        var json = try JSONReader(text)
        var names = Set<String>()
        try json.enterObject()
        while let name = try json.nextKey() {
            current = name
            if !names.insert(name).inserted { defects.append(.duplicateKey(name, tensor: nil)) }
            if name == Self.metadataKey {
                try readMetadata(&json)
            } else {
                entries.append(try TensorEntry(name, from: &json, noting: &defects))
            }
        }
        current = nil
        try json.end()
    }

    private mutating func readMetadata(_ json: inout JSONReader) throws(JSONReaderError) {
        try json.enterObject()
        while let key = try json.nextKey() {
            let value = try json.string()
            if metadata.updateValue(value, forKey: key) != nil {
                defects.append(.duplicateKey(key, tensor: Self.metadataKey))
            }
        }
    }
}
