import Foundation

extension Store {
    /// Adds an uploaded file, read as a table.
    func add(_ upload: Upload, table: CSVTable) throws -> StoredFile {
        let file = StoredFile(
            id: newID(), name: upload.name, bytes: upload.content.count, createdAt: clock.now(),
            columns: table.columns, lines: table.lines)
        try folder.save(content: upload.content, of: file.id)
        try folder.save(file, as: .files, id: file.id)
        files[file.id] = file
        return file
    }

    /// The file of that id; throws 404 when there is none.
    func file(_ id: String) throws -> StoredFile {
        guard let file = files[id] else { throw Refusal.absent("file", id: id) }
        return file
    }

    /// Every file, the newest first.
    func allFiles() -> [StoredFile] { files.values.sorted { $0.createdAt > $1.createdAt } }

    /// Removes a file; throws 409 while a dataset holds it.
    func removeFile(_ id: String) throws {
        _ = try file(id)
        if let user = datasets.values.first(where: { $0.trainingFileID == id || $0.validationFileID == id }) {
            throw Refusal(409, message: "the dataset \(user.name) holds this file")
        }
        try folder.remove(.files, id: id)
        try folder.removeContent(of: id)
        files[id] = nil
    }
}
