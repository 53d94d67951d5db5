import TuneBytes

/// What the checks want of settings that may be long: what has code loaded, and whether there is a chat template. The
/// rest is read past.
struct SettingsSkim {
    /// The members wanted.
    private(set) var settings: [JSON.Member] = []
    /// Keys that are there twice, as far as that was looked for.
    private(set) var repeated: [String] = []

    static let remoteCode = ["auto_map", "custom_pipelines"]
    static let template = "chat_template"
    private static let mostKeys = 10_000
    private static let mostValues = 1000

    /// Reads a document, which need not be an object.
    init(_ document: Span<UInt8>) throws(JSONReaderError) {
        var json = try JSONReader(document)
        if try json.kind() == .object { try readMembers(of: &json) } else { try json.skip() }
        try json.end()
    }

    private mutating func readMembers(of json: inout JSONReader) throws(JSONReaderError) {
        var seen = Set<String>()
        var left = Self.mostValues
        try json.enterObject()
        while let key = try json.nextKey() {
            let isWanted = Self.remoteCode.contains(key) || key == Self.template
            if seen.count < Self.mostKeys || isWanted, !seen.insert(key).inserted,
                repeated.count < Self.mostKeys
            {
                repeated.append(key)
            }
            if Self.remoteCode.contains(key) {
                let setting = try json.value(taking: &left, of: JSON.settingsLimit)
                repeated += setting.repeatedNames
                settings.append((key, setting))
            } else {
                if key == Self.template { settings.append((key, .boolean(try json.kind() != .null))) }
                try json.skip()
            }
        }
    }
}
