import unicodedata

import tiktoken
import tiktoken.load

import vocabularies


def load(family, threads):
    ranks = tiktoken.load.load_tiktoken_bpe(str(vocabularies.path(family)))
    pattern = vocabularies.PATTERNS[family]
    encoding = tiktoken.Encoding(family, pat_str=pattern, mergeable_ranks=ranks, special_tokens={})

    def encode(texts):
        if family == "qwen-2":
            # tiktoken does not normalise; Python's own NFC is all but free where nothing changes.
            texts = [unicodedata.normalize("NFC", text) for text in texts]
        if threads > 1:
            return encoding.encode_ordinary_batch(texts, num_threads=threads)
        return [encoding.encode_ordinary(text) for text in texts]

    return encode


def prepare(texts):
    return texts


def counts(result):
    return [len(ids) for ids in result]
