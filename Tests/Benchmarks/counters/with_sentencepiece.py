import sentencepiece

import vocabularies


def load(family, threads):
    processor = sentencepiece.SentencePieceProcessor(model_file=str(vocabularies.path(family)))
    return lambda texts: processor.encode(texts, num_threads=threads)


def prepare(texts):
    return texts


def counts(result):
    return [len(ids) for ids in result]
