import Foundation
import HTTPTypes
import Hummingbird

/// Server-sent events, plain or with every oddity that the format allows.
struct EventStream {
    let ask: ChatRequest
    let scenario: Scenario

    func response(to reply: ChatReply, as form: some AnswerForm) -> Response {
        let pieces = cut(events(of: reply, as: form).map { write($0) }.joined() + end)
        let body = ResponseBody { writer in
            for piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return Response(
            status: .init(code: scenario.streamStatus), headers: [.contentType: "text/event-stream"],
            body: body)
    }

    /// The chunks, in the order of the stream.
    private func events(of reply: ChatReply, as form: some AnswerForm) -> [JSON] {
        var events = (0..<ask.count).flatMap { choice in
            form.chunks(reply, choice: choice).map { form.chunk([$0], usage: nil) }
        }
        if scenario.streamError {
            let error = Host.nested(Refusal(500, message: "the model stopped in the middle"))
            return events.prefix(events.count / 2) + [error]
        }
        if ask.includesUsage { events.append(form.chunk([], usage: reply.usage)) }
        return events
    }

    private func write(_ event: JSON) -> String {
        guard scenario.streamRagged else { return "data: \(event.text)\n\n" }
        // A line end after the first brace changes nothing: the lines are joined again.
        return ": still here\r\ndata:{\r\ndata: \(event.text.dropFirst())\r\n\r\n"
    }

    private var end: String {
        scenario.streamDone && !scenario.streamError ? "data: [DONE]\n\n" : ""
    }

    /// Pieces to send one by one: a whole event each, or a few bytes, also in the middle of a letter.
    private func cut(_ text: String) -> [Data] {
        guard scenario.streamRagged else {
            return text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map { Data("\($0)\n\n".utf8) }
        }
        let bytes = Data(text.utf8)
        return stride(from: 0, to: bytes.count, by: 7).map { bytes[$0..<min($0 + 7, bytes.count)] }
    }
}
