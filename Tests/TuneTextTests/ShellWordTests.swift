import Foundation
import Testing
import TuneText

@Suite("a word is pasted as it is")
struct ShellWordTests {
    @Test(
        "what stands in quotes stays in them",
        arguments: ["a b", "'", "a'b", "'\u{301};touch x;'\u{301}", ""])
    func quotes(_ word: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "printf %s \(ShellWord.quoted(word))"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let printed = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(Array(printed) == Array(word.utf8))
    }
}
