public import TuneBytes

/// What `model.safetensors.index.json` says: which file each tensor is in.
public struct ShardIndex: Sendable, Hashable {
    /// The file of each tensor.
    public private(set) var files: [String: String] = [:]
    /// Number of bytes of all tensors; nil when it is not said.
    public private(set) var totalSize: Int?
    /// True when it says where tensors are; without it, it is an index of nothing.
    public private(set) var hasMap = false
    /// Tensors that are twice in the index, a thousand of them at most.
    public private(set) var repeated: [String] = []

    /// The file's name.
    public static let fileName = "model.safetensors.index.json"

    private static let mostTensors = 300_000
    private static let mostRepeated = 1000
    private static let longestNumber = 64

    /// Reads an index. Throws ``JSONReaderError/tooManyValues(limit:)`` for one of more tensors than any model has.
    public init(_ document: Span<UInt8>) throws(JSONReaderError) {
        var json = try JSONReader(document)
        try json.enterObject()
        while let key = try json.nextKey() {
            switch key {
            case "weight_map":
                hasMap = true
                try readMap(from: &json)
            case "metadata": try readMetadata(from: &json, in: document)
            default: try json.skip()
            }
        }
        try json.end()
    }

    private mutating func readMap(from json: inout JSONReader) throws(JSONReaderError) {
        try json.enterObject()
        // The files' names are few, and held once each.
        var names = Set<String>()
        while let tensor = try json.nextKey() {
            let file = names.insert(try json.string()).memberAfterInsert
            if files.updateValue(file, forKey: tensor) != nil, repeated.count < Self.mostRepeated {
                repeated.append(tensor)
            }
            if files.count > Self.mostTensors { throw .tooManyValues(limit: Self.mostTensors) }
        }
    }

    private mutating func readMetadata(
        from json: inout JSONReader, in document: Span<UInt8>
    ) throws(JSONReaderError) {
        guard try json.kind() == .object else {
            try json.skip()
            return
        }
        try json.enterObject()
        while let key = try json.nextKey() {
            let range = try json.skip()
            if key == "total_size", range.count <= Self.longestNumber {
                totalSize = JSON.number(document.extracting(range).text).integer
            }
        }
    }
}
