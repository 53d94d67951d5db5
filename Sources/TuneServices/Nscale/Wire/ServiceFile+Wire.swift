internal import TuneBytes
internal import TuneTransfer

extension ServiceFile {
    /// Reads a file as Nscale tells it, flat or nested under `file`; nil without an id.
    init?(_ answer: JSON) {
        let value = answer["file"].flatMap { $0.members.isEmpty ? nil : $0 } ?? answer
        guard let id = value["id"]?.spelling else { return nil }
        self.id = id
        name = value["name", "filename"]?.spelling
        bytes = value["bytes", "size"]?.wholeNumber
        createdAt = value["created_at"]?.spelling
        columns = value["columns"].map { $0.elements.compactMap { $0["name"]?.spelling ?? $0.spelling } }
        downloadURL = value["download_url"]?.spelling.map { Secret($0) }
    }
}
