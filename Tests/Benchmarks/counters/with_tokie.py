import tokie

import vocabularies


def load(family, threads):
    return tokie.Tokenizer.from_json(str(vocabularies.path(family, "plain"))).count_tokens_batch


def prepare(texts):
    return texts


def counts(result):
    return result
