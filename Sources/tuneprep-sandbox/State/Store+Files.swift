import Foundation

extension Store {
    func add(_ upload: Upload, table: CSVTable) throws -> StoredFile {
        let file = StoredFile(
            id: newID(), name: upload.name, bytes: upload.content.count, createdAt: clock.now(),
            columns: table.columns, lines: table.lines)
        try folder.save(content: upload.content, of: file.id)
        try folder.save(file, .files, id: file.id)
        files[file.id] = file
        return file
    }

    func file(_ id: String) throws -> StoredFile {
        guard let file = files[id] else { throw Refusal.absent("file", id) }
        return file
    }

    /// Every file, the newest first.
    func allFiles() -> [StoredFile] { files.values.sorted { $0.createdAt > $1.createdAt } }

    func removeFile(_ id: String) throws {
        _ = try file(id)
        if let user = datasets.values.first(where: { $0.trainingFileID == id || $0.validationFileID == id }) {
            throw Refusal(409, "the dataset \(user.name) holds this file")
        }
        try folder.remove(.files, id: id)
        try folder.removeContent(of: id)
        files[id] = nil
    }
}
