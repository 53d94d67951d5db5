internal import TuneBytes

/// One file from here to one address: streamed from the disk, in one request, and never completed when it is not what
/// was to be sent.
///
/// The last bytes are held back until all of them have been hashed and compared, so that a server that waits for the
/// announced length never gets a mixture of two versions.
public struct FileUpload: Sendable {
    /// The path of the file.
    public var path: String
    /// Where it goes.
    public var destination: WebAddress
    /// How it is packed.
    public var packing: Packing
    /// Sent to the destination's origin, and nowhere else.
    public var token: Secret?
    /// What else the request says.
    public var headers: HeaderList = [:]
    /// What the file must be, from its manifest; nil to send what is there when it begins.
    public var announced: Contents?
    /// Whether it may be sent a second time when the first may have arrived.
    public var repeats = Exchange.Repeats.unlessWhole
    /// How long to wait and how often to try.
    public var policy = TransferPolicy()
    /// What is wrong with an answer of status 2xx: nil if it tells of this file.
    public var objection: @Sendable (Exchange.Answer, Contents) -> String? = { _, _ in nil }

    /// How a file becomes the body of a request.
    public enum Packing: Sendable, Equatable {
        /// `POST`, as `multipart/form-data` with this one part.
        case form(field: String, fileName: String, contentType: String)
        /// `PUT`, as it is; the address is the right to do so and says under which name.
        case plain(contentType: String?)
    }

    /// What a file holds.
    public struct Contents: Sendable, Equatable {
        /// Number of its bytes.
        public var size: Int
        /// Their SHA-256, in hexadecimal digits.
        public var sha256: String

        /// The contents of that size and SHA-256.
        public init(size: Int, sha256: String) {
            self.size = size
            self.sha256 = sha256.lowercased()
        }
    }

    /// What an upload sent, and what the server said.
    public struct Sent: Sendable, Equatable {
        /// The file as it was sent.
        public var contents: Contents
        /// The answer, of any status. One of 300 or more means that the server did not take the file.
        public var answer: Exchange.Answer
    }

    /// An upload of `path` as the part `file` of a form.
    public static func form(
        _ path: String, to destination: WebAddress, contentType: String, fileName: String? = nil
    ) -> FileUpload {
        let name = fileName ?? path.split(separator: "/").last.map { String($0) } ?? path
        return FileUpload(
            path: path, destination: destination,
            packing: .form(field: "file", fileName: name, contentType: contentType))
    }

    /// An upload of `path` to a signed address, as stores that speak like S3 want it. After an uncertain end the
    /// store is asked, and the same bytes are put again under the same name when it does not have them.
    public static func put(
        _ path: String, to destination: WebAddress, contentType: String? = nil
    ) -> FileUpload {
        FileUpload(path: path, destination: destination, packing: .plain(contentType: contentType))
    }

    private init(path: String, destination: WebAddress, packing: Packing) {
        self.path = path
        self.destination = destination
        self.packing = packing
        if case .plain = packing { repeats = .freely }
    }

    /// Sends the file, and brings the answer, whatever its status.
    ///
    /// Throws `mayHaveArrived` when all of the file has left, no answer came, and it must not be sent again;
    /// `unlikeAnnounced` when the file is not what was announced or changed meanwhile; `storedOtherwise` when
    /// `objection` has one.
    ///
    /// - Parameter note: is told what happens, in order.
    public func run(
        over transport: some Transport, clock: TransferClock = .system,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws(TransferError) -> Sent {
        let session = try await UploadSession(self, over: transport, clock: clock, note: note)
        return try await session.untilSent()
    }
}
