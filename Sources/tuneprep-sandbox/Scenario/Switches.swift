extension Switch {
    /// Every switch, in the order of docs/sandbox.md.
    static let all: [Switch] = moneyAndTime + fineTuning + downloads + inference

    private static let moneyAndTime: [Switch] = [
        .amount("price_per_million", at: \.pricePerMillion, summary: "dollars for a million billed tokens"),
        Switch(
            name: "credit", values: "\(amountsInWords), or null", standard: "null, no end",
            summary: "dollars that jobs may cost in all; the job that would exceed them answers 429"
        ) { scenario, json in
            scenario.credit = json.number
            return json == .null || json.number.map(amounts.contains) == true
        },
        .amount("seconds_per_step", at: \.secondsPerStep, summary: "seconds that one training step takes"),
        .flag("fast", at: \.fast, summary: "each look at a job moves it on, time does not"),
        .amount("delay", at: \.delay, summary: "seconds that every answer waits"),
        Switch(
            name: "seed", values: "a whole number from 0 on, or null", standard: "null, none",
            summary: "at the start: new ids are made from it, the same in every run"
        ) { scenario, json in
            scenario.seed = json.integer
            return json == .null || json.integer.map { $0 >= 0 } == true
        },
    ]

    private static let fineTuning: [Switch] = [
        .word(
            "error_body", at: \.errorBody, summary: "`{\"code\",\"message\"}`, `{\"error\"}`, or plain text"),
        .word("credit_error", at: \.creditError, summary: "the shape of the error when the credit runs out"),
        .count("max_file_bytes", at: \.maxFileBytes, summary: "a larger upload answers 413"),
        .flag("file_columns", at: \.fileColumns, summary: "`false`: `columns` is null"),
        .flag("file_lines", at: \.fileLines, summary: "`false`: a file has no `lines`"),
        .flag(
            "file_download_url", at: \.fileDownloadURL,
            summary: "`false`: `GET /files/{id}` offers no `download_url`"),
        .flag(
            "file_bytes_wrong", at: \.fileBytesWrong,
            summary: "`true`: a file claims a byte more than was sent"),
        .flag(
            "old_names", at: \.oldNames,
            summary: "`true`: `evaluation_epochs` and `warmup_epochs` pass, and do nothing"),
        .word("job_answer", at: \.jobAnswer, summary: "`POST /jobs`: the job under `job`, or at the top"),
        .word("job_read", at: \.jobRead, summary: "`GET /jobs/{id}`: the job under `job`, or at the top"),
        .text("running_word", at: \.runningWord, summary: "the status of a running job; any word"),
        .text(
            "completed_word", at: \.completedWord,
            summary: "the status of a completed job, such as `succeeded`"),
        .word("outcome", at: \.outcome, summary: "how jobs end"),
        .word(
            "metrics_shape", at: \.metricsShape,
            summary: "`a`: an object with `data`; `b`: a bare list, other names"),
        .word(
            "metrics_numbers", at: \.metricsNumbers, summary: "how the losses are written; `words` is `n/a`"),
        .flag(
            "metrics_null", at: \.metricsNull, summary: "`true`: `data` is null, in shape b the whole answer"),
    ]

    private static let downloads: [Switch] = [
        .word(
            "download", at: \.download,
            summary: "`GET /jobs/{id}/download`: 302, `download_url`, or the archive"),
        .amount("signed_seconds", at: \.signedSeconds, summary: "seconds until a signed URL answers 403"),
        .flag("ranges", at: \.ranges, summary: "`false`: `Range` is ignored"),
        .flag(
            "content_length", at: \.contentLength,
            summary: "`false`: archives are sent in chunks, without a length"),
        .word("etag", at: \.etag, summary: "what validates an archive"),
        .count(
            "adapter_layers", at: \.adapterLayers, upTo: 10_000,
            summary: "layers of the adapter: how large the archive is"),
        .count(
            "archive_revision", at: \.archiveRevision, summary: "another number: other bytes, another ETag"),
    ]

    private static let inference: [Switch] = [
        .flag("inference_credit", at: \.inferenceCredit, summary: "`false`: 429, insufficient credit"),
        Switch(
            name: "chat_reply", values: "a text, or null", standard: "null", summary: "what the model says"
        ) { scenario, json in
            scenario.chatReply = json.string
            return json == .null || json.string != nil
        },
        Switch(
            name: "stream_status", values: "200 to 299", standard: "201", summary: "the status of a stream"
        ) {
            scenario, json in
            scenario.streamStatus = json.integer ?? 0
            return 200..<300 ~= scenario.streamStatus
        },
        .word("finish_reason", at: \.finishReason, summary: "whether answers say why they end"),
        .flag("stream_done", at: \.streamDone, summary: "`false`: no `data: [DONE]` at the end"),
        .flag("stream_error", at: \.streamError, summary: "`true`: an error comes in the middle of a stream"),
        .flag(
            "stream_ragged", at: \.streamRagged,
            summary: "`true`: CRLF, comments, no space, split letters and events"),
        .flag("reasoning", at: \.reasoning, summary: "`true`: answers carry `reasoning_content`"),
        .flag("tool_call", at: \.toolCall, summary: "`true`: answers call the first tool of the request"),
    ]
}
