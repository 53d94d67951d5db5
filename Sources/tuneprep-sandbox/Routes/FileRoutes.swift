import Foundation
import HTTPTypes
import Hummingbird

/// `/files`.
struct FileRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.post("files") { request, _ in try await upload(request) }
        group.get("files") { request, _ in
            let files = await app.store.allFiles().prefix(try request.limit(100))
            return Response.list(try await files.asyncMap { try await json($0) })
        }
        group.get("files/:id") { _, context in
            let file = try await app.store.file(context.id)
            guard app.scenario.fileDownloadURL else { return Response.json(try await json(file)) }
            let url = try await SignedURL.make(path: "/signed/files/\(file.id).csv", in: app)
            return Response.json(try await json(file).merging(["download_url": .string(url)]))
        }
        group.delete("files/:id") { _, context in
            try await app.store.removeFile(context.id)
            return Response(status: .noContent)
        }
    }

    private func upload(_ request: Request) async throws -> Response {
        let limit = app.scenario.maxFileBytes
        let form = try await request.content(limit: limit + 4096)
        let upload = try Upload(form: form, contentType: request.headers[.contentType])
        if upload.content.count > limit {
            throw Refusal(413, message: "the file is larger than \(limit) bytes")
        }
        let file = try await app.store.add(upload, table: CSVTable(upload.content))
        return Response.json(try await json(file), status: 201)
    }

    private func json(_ file: StoredFile) async throws -> JSON {
        let scenario = app.scenario
        let columns = file.columns.map { column -> JSON in
            [
                "name": .string(column.name), "type": .string(column.type),
                "values": .array(column.values.map(JSON.string)),
            ]
        }
        let json: JSON = [
            "id": .string(file.id), "name": .string(file.name),
            "bytes": .integer(file.bytes + (scenario.fileBytesWrong ? 1 : 0)),
            "created_at": .string(file.createdAt.timestamp),
            "workspace_id": .string(await app.store.identity.workspaceID),
            "columns": scenario.fileColumns ? .array(columns) : .null,
        ]
        return scenario.fileLines ? json.merging(["lines": .integer(file.lines)]) : json
    }
}
