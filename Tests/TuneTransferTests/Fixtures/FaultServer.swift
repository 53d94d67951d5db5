import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server on this machine that answers with whatever bytes it is told to, right or wrong.
final class FaultServer: Sendable {
    /// One thing done in answering.
    enum Step: Sendable {
        case send([UInt8])
        /// Sends the same again and again, for as long as the connection stands.
        case flood([UInt8])
        /// Closes the connection in good order.
        case close
        /// Leaves the connection open without another byte.
        case stall
        /// Ends the connection at once.
        case reset
        /// Ends an encrypted connection without saying so.
        case cut
    }

    /// What was asked.
    struct Question: Sendable {
        var method: String
        var path: String
        var headers: [(name: String, value: String)]
        var body: [UInt8] = []

        subscript(name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// When a question is answered.
    enum Moment: Sendable {
        /// As soon as its head is there; the body is thrown away.
        case head
        case end
        /// The same, and the body is thrown away.
        case endUnkept
        /// Never, and of the body nothing is read beyond what came with the head.
        case unread
    }

    typealias Script = @Sendable (Question, Int) -> [Step]

    let port: Int
    private let channel: any Channel
    private let log: Log

    private final class Log: Sendable {
        let questions = Mutex<[Question]>([])
        let flooded = Atomic(0)
    }

    /// Begins to serve; `script` gets each request and how many came before it.
    init(
        tls: NIOSSLContext? = nil, answeringAt moment: Moment = .head, _ script: @escaping Script
    ) async throws {
        let log = Log()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    try pipeline.addHandler(
                        Answering(at: moment, log: log) { question in
                            let number = log.questions.withLock { questions in
                                questions.append(question)
                                return questions.count - 1
                            }
                            return script(question, number)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        self.log = log
        port = channel.localAddress?.port ?? 0
    }

    /// How many bytes of floods have left.
    var flooded: Int { log.flooded.load(ordering: .relaxed) }
    var questions: [Question] { log.questions.withLock { $0 } }

    func stop() async {
        try? await channel.close()
    }

    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = ByteBuffer

        private let moment: Moment
        private let log: Log
        private let answer: (Question) -> [Step]
        private var question: Question?

        init(at moment: Moment, log: Log, answer: @escaping (Question) -> [Step]) {
            self.moment = moment
            self.log = log
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                let question = Question(
                    method: head.method.rawValue, path: head.uri,
                    headers: head.headers.map { ($0.name, $0.value) })
                switch moment {
                case .head: answer(question, to: head, in: context)
                case .end, .endUnkept: self.question = question
                case .unread: _ = context.channel.setOption(.autoRead, value: false)
                }
            case .body(let buffer):
                if moment == .end { question?.body += Array(buffer.readableBytesView) }
            case .end:
                guard let question else { return }
                self.question = nil
                play(answer(question), context)
            }
        }

        private func answer(
            _ question: Question, to head: HTTPRequestHead, in context: ChannelHandlerContext
        ) {
            let steps = answer(question)
            guard head.method == .CONNECT else { return play(steps, context) }
            // What comes through a tunnel is read anew.
            let (context, loop) = (NIOLoopBound(context, eventLoop: context.eventLoop), context.eventLoop)
            let me = NIOLoopBound(self, eventLoop: loop)
            let pipeline = context.value.pipeline.syncOperations
            guard let old = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else {
                return
            }
            pipeline.removeHandler(old).assumeIsolated().whenComplete { _ in
                let new = ByteToMessageHandler(HTTPRequestDecoder())
                try? context.value.pipeline.syncOperations.addHandler(new, position: .before(me.value))
                me.value.play(steps, context.value)
            }
        }

        private func play(_ steps: [Step], _ context: ChannelHandlerContext) {
            for step in steps {
                switch step {
                case .send(let bytes):
                    context.write(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
                case .close:
                    context.flush()
                    context.close(promise: nil)
                case .reset:
                    context.flush()
                    let socket = context.channel as? any SocketOptionProvider
                    _ = socket?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
                    context.close(promise: nil)
                case .cut:
                    context.flush()
                    let pipeline = context.channel.pipeline.syncOperations
                    try? pipeline.context(handlerType: NIOSSLServerHandler.self).close(promise: nil)
                case .flood(let bytes): flood(bytes, context)
                case .stall: break
                }
            }
            context.flush()
        }

        private func flood(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
            guard context.channel.isActive else { return }
            if context.channel.isWritable {
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenSuccess { [log] in
                    log.flooded.add(bytes.count, ordering: .relaxed)
                }
            }
            let again = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(1)) {
                let (me, context) = again.value
                me.flood(bytes, context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
