import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules

/// Hashes examples for the rules that compare them.
enum ExampleHash {
    /// The fingerprint of an example; its record number is the one in the slice, from 1.
    static func fingerprint(
        of example: borrowing Example, _ record: borrowing Record, role: FileRole
    ) -> Fingerprint {
        let last = example.messages.lastIndex { $0.role == .assistant } ?? example.messages.count
        var prompt = Hash128(high: 0, low: 0)
        var hasPrompt = false
        for index in 0..<last {
            let message = example.messages[index]
            if message.text.isEmpty { continue }
            hasPrompt = true
            let role = Hash128(high: UInt64(message.role.rawValue), low: 0)
            prompt = prompt.followed(by: role).followed(by: Hash128(record.text(message.text)))
        }
        let answer =
            last < example.messages.count
            ? Hash128(record.text(example.messages[last].text)) : Hash128(high: 0, low: 0)
        let key = record.memberKey.map { Hash128(record.text($0)) }
        return Fingerprint(
            prompt: prompt, answer: answer, hasPrompt: hasPrompt, key: key, record: record.index + 1,
            role: role)
    }
}
