extension LayoutKind {
    /// Alpaca: an instruction, an input where there is one, and an output.
    public static let alpaca = LayoutKind(
        name: "alpaca",
        example: #"{"instruction": "Translate.", "input": "Guten Tag", "output": "Good day"}"#,
        isTold: { file in
            file.column("instruction") != nil && file.column("input", "context") != nil
                && file.column("output", "response") != nil
        },
        make: { (file) throws(LayoutError) in
            guard let instruction = file.column("instruction"), let output = file.column("output", "response")
            else {
                throw .missingColumns(
                    layout: "alpaca", wanted: ["instruction", "output"], columns: file.names)
            }
            let input = file.column("input", "context")
            return PromptAnswerLayout(
                name: "alpaca", prompt: [instruction] + (input.map { [$0] } ?? []), answer: output,
                reason: file.reason)
        })
}
