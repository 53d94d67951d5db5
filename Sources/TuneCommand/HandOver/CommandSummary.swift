/// What each command that speaks to a service does, in a sentence: both programs say it.
package enum CommandSummary {
    /// Of `tuneprep upload`.
    package static let upload = "Check files and send them to the service as a data set."
    /// Of `tuneprep jobs`.
    package static let jobs =
        "Quote, create, list, show, watch, measure, cancel and export fine-tuning jobs."
    /// Of `tuneprep download`.
    package static let download = "Bring a job's model, a data set or a file here."
    /// Of `tuneprep tokenizers pull`.
    package static let pull = "Fetch a model's vocabulary from the Hugging Face hub."
}
