"""The tokenizers ours is compared with; special tokens are plain text to all of them."""

import concurrent.futures
import functools
import multiprocessing
import os

import vocabularies
from tokenized import Encodings

# Of each family: the one that reads the file its makers publish, and the one that reads tokenizer.json.
NAMES = {
    "llama-3": ("tiktoken", "tokenizers"),
    "qwen-2": ("tiktoken", "tokenizers"),
    "mistral": ("sentencepiece", "tokenizers"),
}
BATCH = 4_000


@functools.cache
def encoder(family, name):
    """Gives the ids of each of several texts."""
    if name == "tokenizers":
        return with_tokenizers(family)
    if name == "sentencepiece":
        return with_sentencepiece(family)
    return with_tiktoken(family)


def with_tokenizers(family):
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(vocabularies.path(family, "plain")))
    return lambda texts: (each.ids for each in tokenizer.encode_batch_fast(texts, add_special_tokens=False))


def with_sentencepiece(family):
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_file=str(vocabularies.path(family))).encode


def with_tiktoken(family):
    import tiktoken
    from tokenizers import normalizers

    pattern, ranks = vocabularies.PATTERNS[family], vocabularies.ranks(family)
    encoding = tiktoken.Encoding(family, pat_str=pattern, mergeable_ranks=ranks, special_tokens={})
    prepared = normalizers.NFC().normalize_str if family == "qwen-2" else str
    return lambda texts: (encoding.encode_ordinary(prepared(text)) for text in texts)


records = []


def encoded(task):
    family, name, start = task
    found = Encodings()
    for ids in encoder(family, name)(records[start : start + BATCH]):
        found.add(ids)
    return found


def encode_all(texts):
    """The encodings of all texts by family and reference."""
    global records
    records = texts
    # Processes share the texts by being forked; each has one thread, so that no pool of threads is forked.
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    tasks = [
        (family, name, start)
        for family, names in NAMES.items()
        for name in names
        for start in range(0, len(texts), BATCH)
    ]
    found = {(family, name): Encodings() for family, names in NAMES.items() for name in names}
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        for (family, name, _), part in zip(tasks, pool.map(encoded, tasks)):
            found[family, name].extend(part)
    return found
