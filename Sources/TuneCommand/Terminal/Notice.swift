/// What is worth knowing while a run goes on: a line on standard error, in a log as on a terminal.
package enum Notice {
    /// Says the line, on its own where a bar stands.
    package static func say(_ line: String, above bar: ProgressBar? = nil) {
        bar?.finish()
        Terminal.say(line + "\n")
    }
}
