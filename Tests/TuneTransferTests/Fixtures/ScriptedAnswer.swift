@testable import TuneTransfer

/// What a scripted answer sends, in order. `nil` as a piece: the connection breaks there.
struct ScriptedAnswer: Sendable {
    var status = 200
    var headers: HeaderList = [:]
    var pieces: [[UInt8]?] = []
    var endsWithConnection = false
    var failure: TransportFailure?
    /// How many bytes of the question's body are taken before all this.
    var taken = Int.max

    static func broken(_ failure: TransportFailure = .broken("dropped")) -> ScriptedAnswer {
        ScriptedAnswer(failure: failure)
    }
}
