extension ChatTemplate {
    /// The templates known, each as the `chat_template` of its models' `tokenizer_config.json` renders messages, without
    /// tools and without a prompt for generation.
    public static let all = [llama3, llama31, chatML, qwen2, qwen25, mistral1, mistral2, deepSeekR1]

    /// Llama 3: a header before each message, and no system message where there is none.
    static let llama3 = ChatTemplate(
        name: "llama-3", opening: [.control], absentSystem: [], firstSystem: llamaFrame("system"),
        frames: ["system", "user", "assistant"].map { llamaFrame($0) }, userAfterSystem: llamaFrame("user"),
        trims: true, isolation: .always, source: "meta-llama/Meta-Llama-3-8B-Instruct", date: day)

    /// Llama 3.1: always a system message, which names two dates.
    static let llama31 = ChatTemplate(
        name: "llama-3.1", opening: [.control],
        absentSystem: llamaFrame("system", llamaDates).before + [.control],
        firstSystem: llamaFrame("system", llamaDates), frames: llama3.frames,
        userAfterSystem: llamaFrame("user"), trims: true, isolation: .always,
        source: "meta-llama/Llama-3.1-8B-Instruct", date: day)

    private static let llamaDates = "Cutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n"

    private static func llamaFrame(_ role: String, _ opening: String = "") -> Frame {
        Frame(before: [.control, .text(role), .control, .text("\n\n" + opening)], after: [.control])
    }

    /// Qwen 2: ChatML, with a system message of its own where there is none.
    static let qwen2 = chatML(
        "qwen-2", system: "You are a helpful assistant.", source: "Qwen/Qwen2-1.5B-Instruct")

    /// Qwen 2.5: the same with another system message.
    static let qwen25 = chatML(
        "qwen-2.5", system: "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.",
        source: "Qwen/Qwen2.5-14B-Instruct")

    /// ChatML without a system message of its own.
    static let chatML = chatML("chatml", system: nil, source: "OpenAI's ChatML, as Qwen uses it")

    private static func chatML(_ name: String, system: String?, source: String) -> ChatTemplate {
        let frames = ["system", "user", "assistant"].map { role in
            Frame(before: [.control, .text(role + "\n")], after: [.control, .text("\n")])
        }
        return ChatTemplate(
            name: name, opening: [],
            absentSystem: system.map { [.control, .text("system\n" + $0), .control, .text("\n")] } ?? [],
            firstSystem: frames[0], frames: frames, userAfterSystem: frames[1], trims: false,
            isolation: .unlessSpaceLeads, source: source, date: day)
    }

    /// Mistral 7B Instruct v0.1: a space after the end of each answer.
    static let mistral1 = mistral(
        "mistral-v0.1", afterAnswer: [.control, .text(" ")], source: "mistralai/Mistral-7B-Instruct-v0.1")

    /// Mistral 7B Instruct v0.2.
    static let mistral2 = mistral(
        "mistral-v0.2", afterAnswer: [.control], source: "mistralai/Mistral-7B-Instruct-v0.2")

    /// The published template has no place for a system message; it is put before the first user's message with an empty
    /// line, as mistral-common does.
    private static func mistral(_ name: String, afterAnswer: [Part], source: String) -> ChatTemplate {
        let (open, close) = (Part.text("[INST] "), Part.text(" [/INST]"))
        return ChatTemplate(
            name: name, opening: [.control], absentSystem: [],
            firstSystem: Frame(before: [open], after: [.text("\n\n")]),
            frames: [
                Frame(before: [open], after: [close]), Frame(before: [open], after: [close]),
                Frame(before: [], after: afterAnswer),
            ],
            userAfterSystem: Frame(before: [], after: [close]), trims: false, isolation: .never,
            source: source, date: day)
    }

    /// DeepSeek R1 and its distillations: control tokens only. What comes before `</think>` in an answer is counted, though
    /// the template leaves it out when it renders a conversation that continues.
    static let deepSeekR1 = ChatTemplate(
        name: "deepseek-r1", opening: [.control], absentSystem: [],
        firstSystem: Frame(before: [], after: []),
        frames: [
            Frame(before: [], after: []), Frame(before: [.control], after: []),
            Frame(before: [.control], after: [.control]),
        ],
        userAfterSystem: Frame(before: [.control], after: []), trims: false, isolation: .always,
        source: "deepseek-ai/DeepSeek-R1-Distill-Qwen-14B", date: day)

    private static let day = "2026-11-21"
}
