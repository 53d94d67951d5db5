from tokenizers import Tokenizer

import vocabularies


def load(family, threads):
    tokenizer = Tokenizer.from_file(str(vocabularies.path(family, "plain")))
    return lambda texts: tokenizer.encode_batch_fast(texts, add_special_tokens=False)


def prepare(texts):
    return texts


def counts(result):
    return [len(encoding) for encoding in result]
