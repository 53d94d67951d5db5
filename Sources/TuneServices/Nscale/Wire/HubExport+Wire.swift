internal import TuneBytes
internal import TuneTransfer

extension HubExport {
    /// The export as Nscale takes it, with the token in it.
    var wire: JSON {
        .object([
            ("huggingface_user_id", .text(user)),
            ("huggingface_access_token", .text(token.withValue { $0 })),
            ("huggingface_repository_id", .text(repository)),
        ])
    }
}
